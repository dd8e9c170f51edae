"""What a frozen campaign keeps besides its lines, and its reading."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from nrdesk.core.campaigns import codec
from nrdesk.core.campaigns.factor_files import family_label
from nrdesk.core.campaigns.method import method_today
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import Method
from nrdesk.core.model import Authority, Campaign, FrozenMethod
from nrdesk.core.model.factors import ServiceSet
from nrdesk.core.reference import services

if TYPE_CHECKING:
    from nrdesk.core.document import Document

FORMAT = 1
"""Of the JSON: to be raised when an older nrdesk would misread it."""


@dataclass(frozen=True)
class Headcount:
    """The people that figures are divided by."""

    agents: int | None
    agents_fte: float | None
    elected: int | None
    population_municipal: int | None
    population_total: int | None
    population_year: int | None


@dataclass(frozen=True)
class Frozen:
    """All that the figures of a campaign depend on besides its lines."""

    format: int
    method: Method
    family_label: str
    services: ServiceSet
    headcount: Headcount


def kept_today(document: Document, campaign: Campaign) -> Frozen:
    """Return what freezing a campaign now would keep.

    Raises:
        UserError: its figures cannot be computed.
    """
    method, people = method_today(document, campaign), document.authority
    # Of the electricity of the world, the campaign only uses that of its territory.
    own = tuple(each for each in method.factors.electricity if each.territory == method.territory)
    return Frozen(
        format=FORMAT,
        method=replace(method, factors=replace(method.factors, electricity=own)),
        family_label=family_label(document, campaign.factor_family),
        services=services.load(),
        headcount=Headcount(**{name: getattr(people, name) for name in Headcount.__dataclass_fields__}),
    )


def frozen_of(document: Document, campaign: Campaign) -> Frozen | None:
    """Return what a frozen campaign kept; None when it is not frozen.

    Raises:
        UserError: what was kept is missing or cannot be read.
    """
    if not campaign.frozen:
        return None
    found = document.all(FrozenMethod, campaign_id=campaign.id)
    if not found:
        raise _unreadable(campaign, "elle n’est pas dans le fichier")
    try:
        kept = _read(found[-1].content)
    except codec.UnreadableError as error:
        raise _unreadable(campaign, str(error)) from error
    if kept.format > FORMAT:
        raise UserError(
            f"La campagne {campaign.year} a été figée par une version plus récente de nrdesk.",
            kept="Vos données sont intactes.",
            todo="Installez la dernière version de nrdesk.",
        )
    return kept


def method_of(document: Document, campaign: Campaign, family: str | None = None) -> Method:
    """Return how a campaign is calculated, without calculating anything.

    A frozen campaign is calculated with what it kept, unless a family is named: that is a recomputation with
    the factors of today.

    Raises:
        UserError: what it kept cannot be read, or there is no such family.
    """
    kept = frozen_of(document, campaign) if family is None else None
    return kept.method if kept else method_today(document, campaign, family)


def authority_of(document: Document, campaign: Campaign) -> Authority:
    """Return the collectivité, with the staff and the populations that a frozen campaign kept."""
    kept = frozen_of(document, campaign)
    return replace(document.authority, **asdict(kept.headcount)) if kept else document.authority


@lru_cache(maxsize=8)
def _read(content: str) -> Frozen:
    return codec.loads(Frozen, content)


def _unreadable(campaign: Campaign, detail: str) -> UserError:
    return UserError(
        f"La méthode gardée avec la campagne {campaign.year} ne peut pas être lue (détail : {detail}).",
        kept="Son inventaire est intact.",
        todo="Défigez-la pour la calculer avec les facteurs d’aujourd’hui, ou restaurez une sauvegarde.",
    )
