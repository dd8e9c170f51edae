"""Start without an inventory: write an estimated park in a document, take it off as real lines come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count
from nrdesk.core.inventory.estimation import Cover, FiveNumbers, by_group, estimate, not_covered, replaceable
from nrdesk.core.model import Authority, Campaign, Equipment, Origin, Site
from nrdesk.core.reference import factors, ratios

if TYPE_CHECKING:
    from nrdesk.core.document import Document

FIVE_NUMBERS = "five_numbers"
"""Setting of the document: the numbers of the last estimate, by name."""


def proposed_numbers(document: Document) -> FiveNumbers:
    """Return the numbers to begin with: those of the last estimate, or else what the document knows."""
    authority = document.authority
    known = {
        "agents": authority.agents,
        "elected": authority.elected,
        "population": authority.population_municipal,
        "sites": document.count(Site),
    }
    kept: Mapping[str, int] = document.setting(FIVE_NUMBERS) or {}
    return FiveNumbers(**{**{name: number or 0 for name, number in known.items()}, **kept})


def estimated_park(
    numbers: FiveNumbers, campaign_id: str, real: Sequence[Equipment]
) -> tuple[Equipment, ...]:
    """Return the estimated lines that real ones do not already describe."""
    lines = estimate(numbers, ratios.load(), campaign_id)
    return not_covered(lines, real, factors.categories())


def start(document: Document, campaign: Campaign, numbers: FiveNumbers) -> tuple[Equipment, ...]:
    """Write the estimated park of a campaign, in one action; an earlier estimate gives way to it.

    The numbers that the collectivité did not say yet (agents, élus, inhabitants) are kept with it.

    Returns:
        The lines added: none when the numbers are all zero.

    Raises:
        UserError: the document cannot be written.
    """
    lines = document.all(Equipment, campaign_id=campaign.id)
    former = [line.id for line in lines if line.origin is Origin.ESTIMATED]
    park = estimated_park(numbers, campaign.id, [line for line in lines if line.id not in set(former)])
    with document.action(f"Estimer le parc ({count(len(park), 'ligne')})") as tx:
        tx.delete(Equipment, former)
        tx.add_all(park)
        tx.set_setting(FIVE_NUMBERS, asdict(numbers))
        if learnt := _learnt(document.authority, numbers):
            tx.update(Authority, document.authority.id, **learnt)
    return park


def covers(document: Document, lines: Sequence[Equipment]) -> tuple[Cover, ...]:
    """Return the estimated lines of an inventory that its real lines now cover.

    Args:
        document: the document, which knows what was first estimated.
        lines: the inventory of one campaign.
    """
    if all(line.origin is not Origin.ESTIMATED for line in lines):
        return ()
    known = factors.categories()
    kept = document.setting(FIVE_NUMBERS)
    whole = estimate(FiveNumbers(**kept), ratios.load(), "") if kept else ()
    return replaceable(lines, known, by_group(whole, known))


def take_off(document: Document, covered: Sequence[Cover]) -> None:
    """Take off the estimated appliances that real lines describe, in one action.

    Raises:
        UserError: the document cannot be written.
    """
    quantity = sum(cover.covered for cover in covered)
    with document.action(f"Remplacer {count(quantity, 'équipement estimé', 'équipements estimés')}") as tx:
        tx.delete(Equipment, [cover.line.id for cover in covered if not cover.left])
        for cover in covered:
            if cover.left:
                tx.update(Equipment, cover.line.id, quantity=cover.left)


def take_off_all(document: Document, campaign: Campaign) -> None:
    """Take off every line that is still estimated, in one action.

    Raises:
        UserError: the document cannot be written.
    """
    lines = document.all(Equipment, campaign_id=campaign.id, origin=Origin.ESTIMATED)
    with document.action(f"Retirer {count(len(lines), 'ligne estimée', 'lignes estimées')}") as tx:
        tx.delete(Equipment, [line.id for line in lines])


def _learnt(authority: Authority, numbers: FiveNumbers) -> dict[str, int]:
    """Return what the collectivité had not said yet."""
    told = {
        "agents": numbers.agents,
        "elected": numbers.elected,
        "population_municipal": numbers.population,
    }
    return {name: value for name, value in told.items() if value and getattr(authority, name) is None}
