"""The life of a campaign: opened from the one before, frozen, unfrozen, deleted. One action each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.campaigns import codec
from nrdesk.core.campaigns.frozen import kept_today
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    Campaign,
    Equipment,
    EquipmentStatus,
    FrozenMethod,
    Record,
    ServiceUse,
    WebSite,
    new_id,
)
from nrdesk.core.model.campaign import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

_NOTHING = "Rien n’a été modifié."


def copy_campaign(document: Document, campaign: Campaign, year: int, as_of: str) -> Campaign:
    """Open the campaign of another year from one of the document; return it.

    What is still true is copied: lines of the park, services, web sites. What has to be asked again is not:
    maturity answers, synthesis. A copied line remembers the first line that it comes from (`lineage`), so
    that years can be compared line by line.

    Args:
        document: the document.
        campaign: what to start from, frozen or not; it does not change.
        year: year of the new campaign.
        as_of: date of its inventory, ISO.

    Raises:
        UserError: there is already a campaign for this year, or the year or the date makes no sense.
    """
    if year in {known.year for known in document.campaigns()}:
        raise UserError(f"La campagne {year} existe déjà.", kept=_NOTHING, todo="Choisissez une autre année.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(
            f"{year} n’est pas une année possible.",
            kept=_NOTHING,
            todo=f"Choisissez une année entre {FIRST_YEAR} et {LAST_YEAR}.",
        )
    opened = Campaign(year=year, as_of=_day(as_of), factor_family=campaign.factor_family)
    with document.action(f"Ouvrir la campagne {year}") as tx:
        tx.add(opened)
        tx.add_all(_copies(document, campaign, opened))
    return document.get(Campaign, opened.id)


def freeze(document: Document, campaign: Campaign) -> None:
    """Freeze a campaign: its lines are then refused at the door, and its figures never move again.

    Raises:
        UserError: it is frozen already, or its figures cannot be computed.
    """
    with document.action(f"Figer la campagne {campaign.year}") as tx:
        freeze_within(document, tx, campaign)


def freeze_within(document: Document, tx: Transaction, campaign: Campaign) -> None:
    """Freeze a campaign as the last thing that an action does to it.

    Raises:
        UserError: as `freeze`.
    """
    from nrdesk.core.document.stamps import utc_now

    if campaign.frozen:
        raise UserError(f"La campagne {campaign.year} est déjà figée.", kept=_NOTHING)
    content = codec.dumps(kept_today(document, campaign))
    tx.delete(FrozenMethod, document.ids(FrozenMethod, campaign_id=campaign.id))
    tx.add(FrozenMethod(campaign_id=campaign.id, frozen_at=utc_now(), content=content))
    tx.update(Campaign, campaign.id, frozen=True)


def unfreeze(document: Document, campaign: Campaign) -> None:
    """Unfreeze a campaign: what it kept is dropped, and its figures follow the factors and settings of today.

    Figures that were voted or published may then no longer be found again; undoing brings them back.

    Raises:
        UserError: it is not frozen.
    """
    with document.action(f"Défiger la campagne {campaign.year}") as tx:
        unfreeze_within(document, tx, campaign)


def unfreeze_within(document: Document, tx: Transaction, campaign: Campaign) -> None:
    """Unfreeze a campaign as the first thing that an action does to it.

    Raises:
        UserError: it is not frozen.
    """
    if not campaign.frozen:
        raise UserError(f"La campagne {campaign.year} n’est pas figée.", kept=_NOTHING)
    # The door only opens on its rows once it is no longer frozen.
    tx.update(Campaign, campaign.id, frozen=False)
    tx.delete(FrozenMethod, document.ids(FrozenMethod, campaign_id=campaign.id))


def delete_campaign(document: Document, campaign: Campaign) -> None:
    """Delete a campaign with its lines, services, web sites, maturity answers and synthesis.

    Raises:
        UserError: it is the only one, or it is frozen.
    """
    from nrdesk.core.document import remove

    if len(document.campaigns()) == 1:
        raise UserError(
            f"La campagne {campaign.year} est la seule du document.",
            kept=_NOTHING,
            todo="Ouvrez d’abord celle d’une autre année.",
        )
    if campaign.frozen:
        raise UserError(
            f"La campagne {campaign.year} est figée.", kept=_NOTHING, todo="Défigez-la pour la supprimer."
        )
    with document.action(f"Supprimer la campagne {campaign.year}") as tx:
        remove(document, tx, Campaign, [campaign.id])


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UserError(
            f"« {text} » n’est pas la date d’un jour.", kept=_NOTHING, todo="Choisissez une date complète."
        ) from None


def _copies(document: Document, campaign: Campaign, opened: Campaign) -> Iterator[Record]:
    for line in document.all(Equipment, campaign_id=campaign.id):
        if _in_park(line, campaign.as_of):
            lineage = line.lineage or line.id
            yield replace(line, id=new_id(), updated_at="", campaign_id=opened.id, lineage=lineage)
    for use in document.all(ServiceUse, campaign_id=campaign.id):
        yield replace(use, id=new_id(), updated_at="", campaign_id=opened.id)
    for site in document.all(WebSite, campaign_id=campaign.id):
        yield replace(site, id=new_id(), updated_at="", campaign_id=opened.id)


def _in_park(line: Equipment, as_of: str) -> bool:
    """Return whether a line was in the park at a date: an exit to come is not an exit."""
    to_come = bool(line.retired) and (line.retired or "") > as_of[: len(line.retired or "")]
    return line.status is not EquipmentStatus.OUT or to_come


def campaign_of(document: Document, year: int) -> Campaign:
    """Return the campaign of a year.

    Raises:
        UserError: there is none; the sentence lists those that there are.
    """
    known = document.campaigns()
    for campaign in known:
        if campaign.year == year:
            return campaign
    years = ", ".join(str(campaign.year) for campaign in known)
    raise UserError(f"Ce document n’a pas de campagne {year}.", todo=f"Choisissez parmi\u00a0: {years}.")
