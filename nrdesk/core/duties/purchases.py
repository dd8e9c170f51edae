"""The purchases that AGEC article 58 looks at: amounts typed, what the inventory suggests, targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from nrdesk.core.compliance import agec58
from nrdesk.core.compliance.agec58 import TypeResult
from nrdesk.core.model import Acquisition, Campaign, DeclaredSpend, Equipment
from nrdesk.core.model.purchase import TargetShare, in_force
from nrdesk.core.reference import factors, purchases

if TYPE_CHECKING:
    from nrdesk.core.document import Document

OWN_TARGETS = "purchase_targets"
"""Setting of the document: product type -> year -> percent from reuse, as the collectivité read it."""


@dataclass(slots=True, kw_only=True)
class _Counting:
    """What is being added up for a product type."""

    total: float = 0.0
    reused: float = 0.0
    quantity: int = 0
    unpriced: int = 0
    gifts: int = 0
    leased: int = 0
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the inventory tells of the purchases of a product type in a year."""

    product_type: str
    year: int
    total: float
    """Euros excl. tax, of what has a price."""
    reused: float
    quantity: int
    """Appliances bought, with a price or without."""
    unpriced: int
    """Among them, those without a price: the amounts are then too low."""
    gifts: int
    """Appliances given, whose value follows the official scale, that nrdesk does not have."""
    leased: int
    """Appliances leased: they are no purchase."""
    lines: tuple[str, ...]
    """Identifiers of the lines of the inventory."""


def targets(document: Document) -> tuple[TargetShare, ...]:
    """Return the shares to reach, those that the collectivité read itself in place of the unsure ones."""
    table = purchases.purchase_targets()
    return (*table, *_own(document, table))


def shares(document: Document, year: int) -> tuple[TypeResult, ...]:
    """Return where the product types of a year stand, in the order of the official schema."""
    known = purchases.product_types()
    found = agec58.assess(document.all(DeclaredSpend), targets(document), year)
    order = {name: rank for rank, name in enumerate(known)}
    return tuple(sorted(found, key=lambda each: order.get(each.product_type, len(order))))


def set_target(document: Document, product_type: str, year: int, percent: float | None) -> None:
    """Keep the share from reuse that the collectivité read in the decree; None goes back to the table.

    Args:
        document: the document.
        product_type: as the official schema names it.
        year: calendar year.
        percent: 0 to 100.
    """
    kept: dict[str, dict[str, float]] = document.setting(OWN_TARGETS) or {}
    of_type = {known: value for known, value in kept.get(product_type, {}).items() if known != str(year)}
    if percent is not None:
        of_type[str(year)] = percent
    others = {name: values for name, values in kept.items() if name != product_type}
    with document.action(f"Noter le taux de {year} ({product_type})") as tx:
        tx.set_setting(OWN_TARGETS, {**others, product_type: of_type} if of_type else others)


def declared_year(document: Document) -> int:
    """Return the year to declare: the last one over at the date of the campaign that has amounts.

    Without any, the last year that has amounts; without amounts at all, the year before the campaign.
    """
    with_amounts = {spend.year for spend in document.all(DeclaredSpend)}
    over = [year for year in with_amounts if f"{year}-12-31" <= document.campaign.as_of]
    return max(over or with_amounts, default=document.campaign.year - 1)


def years(document: Document) -> tuple[int, ...]:
    """Return the years to choose from, the latest first: those of the campaigns and of the amounts."""
    campaigns = {campaign.year for campaign in document.campaigns()}
    found = campaigns | {spend.year for spend in document.all(DeclaredSpend)} | {min(campaigns) - 1}
    return tuple(sorted(found, reverse=True))


def campaign_of(document: Document, year: int) -> Campaign | None:
    """Return the campaign that tells what happened in a year: its own, else the first one after it."""
    return next((each for each in document.campaigns() if each.year >= year), None)


def proposals(document: Document, year: int) -> tuple[Proposal, ...]:
    """Return what the inventory tells of the purchases of a year, in the order of the official schema.

    A gift has no price: it is counted, never valued. What is leased is not bought.
    """
    campaign = campaign_of(document, year)
    if campaign is None:
        return ()
    counted: dict[str, _Counting] = {}
    for line in document.all(Equipment, campaign_id=campaign.id):
        is_bought = line.quantity > 0 and (line.purchased or "").startswith(f"{year:04}")
        if is_bought and (product_type := _type_of(line)):
            _add(counted.setdefault(product_type, _Counting()), line)
    return tuple(
        _proposal(name, year, counted[name]) for name in purchases.product_types() if name in counted
    )


def take(document: Document, found: Iterable[Proposal]) -> None:
    """Write the amounts that the inventory tells, in one action; gifts and recycled matter are left alone.

    The line of a product type takes them in place of its own; a new line has the gifts still to be given.
    """
    told = tuple(found)
    if not told:
        return
    with document.action(f"Reprendre les achats de l’inventaire ({told[0].year})") as tx:
        for each in told:
            kept = document.all(DeclaredSpend, year=each.year, product_type=each.product_type)
            total, reused = round(each.total, 2), round(each.reused, 2)
            if kept:
                tx.update(DeclaredSpend, kept[0].id, total=total, reused=reused)
            else:
                tx.add(
                    DeclaredSpend(
                        year=each.year,
                        product_type=each.product_type,
                        total=total,
                        reused=reused,
                        donated=None if each.gifts else 0.0,
                    )
                )


def _own(document: Document, table: tuple[TargetShare, ...]) -> Iterator[TargetShare]:
    kept: dict[str, dict[str, float]] = document.setting(OWN_TARGETS) or {}
    for product_type, by_year in kept.items():
        for year, percent in by_year.items():
            of_table = in_force(table, int(year), product_type)
            if of_table and of_table.verified:
                continue  # a newer nrdesk knows it for sure
            ends = dt.date(int(year), 12, 31)
            yield replace(
                of_table or TargetShare(subject=product_type, start=ends),
                start=ends,
                end=ends,
                reuse_percent=percent,
                verified=True,
                source="relevé par la collectivité",
            )


def _type_of(line: Equipment) -> str:
    category = factors.categories().get(line.category or "")
    product = purchases.product_of(line.category, category.group if category else "")
    return product.product_type if product else ""


def _add(counted: _Counting, line: Equipment) -> None:
    if line.acquisition is Acquisition.DONATED:
        counted.gifts += line.quantity
    elif line.acquisition is Acquisition.LEASED:
        counted.leased += line.quantity
    else:
        counted.quantity += line.quantity
        spent = (line.price or 0.0) * line.quantity
        counted.unpriced += line.quantity if line.price is None else 0
        counted.total += spent
        counted.reused += spent if line.acquisition is Acquisition.REFURBISHED else 0.0
    counted.lines.append(line.id)


def _proposal(product_type: str, year: int, counted: _Counting) -> Proposal:
    return Proposal(
        product_type=product_type,
        year=year,
        total=counted.total,
        reused=counted.reused,
        quantity=counted.quantity,
        unpriced=counted.unpriced,
        gifts=counted.gifts,
        leased=counted.leased,
        lines=tuple(counted.lines),
    )
