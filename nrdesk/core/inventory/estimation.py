"""A park estimated from five numbers, and what real lines make of it as they come.

Each ratio of `resources/data/factors/ratios.csv` gives one line: `quantity = number × ratio`, rounded to the
nearest whole, never below what the table asks once its threshold is reached. Nothing is invented besides: no
age, no price, no place. The ratios were set against one fictional commune of 2 812 inhabitants; nothing says
how they hold for a city or an EPCI, which is why every line says that it is estimated.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from nrdesk.core.footprint import Explanation, Term
from nrdesk.core.formatting import NBSP, count, number, trimmed
from nrdesk.core.model import Equipment, EquipmentStatus, Origin
from nrdesk.core.model.factors import Category
from nrdesk.core.reference.ratios import HYPOTHESIS, Driver, Ratio

_UNITS = {
    Driver.AGENTS: ("agent", "agents"),
    Driver.ELECTED: ("élu", "élus"),
    Driver.CLASSROOMS: ("classe", "classes"),
    Driver.SITES: ("lieu", "lieux"),
    Driver.POPULATION: ("habitant", "habitants"),
}
_COUNTED = ("quantity", "brand", "model", "number", "serial_number")
"""Fields that are known of real appliances only."""
_SAID = f"Estimé{NBSP}:"
"""How the comment of an estimated line begins."""
_PER_THOUSAND = 0.01
"""Ratios under this are said per 1 000."""


@dataclass(frozen=True, slots=True)
class FiveNumbers:
    """What a secretary knows without counting anything; none is below zero."""

    agents: int = 0
    elected: int = 0
    classrooms: int = 0
    sites: int = 0
    population: int = 0

    def __post_init__(self) -> None:
        if any(getattr(self, each.name) < 0 for each in fields(self)):
            raise ValueError("a number of people or places is never negative")

    def of(self, driver: Driver) -> int:
        """Return the number that a ratio multiplies."""
        return int(getattr(self, driver))


@dataclass(frozen=True, slots=True)
class Estimated:
    """One line of an estimated park, before it is written."""

    ratio: Ratio
    units: int
    """The number that the ratio multiplies."""
    quantity: int
    low: int
    high: int
    """Quantities with the lowest and the highest ratio."""

    @property
    def product(self) -> str:
        """What gives the quantity: "18 agents × 0,45"."""
        return f"{count(self.units, *_UNITS[self.ratio.driver])} × {_rate(self.ratio)}"

    @property
    def comment(self) -> str:
        """Where the quantity comes from, in a sentence kept with the line."""
        origin = "hypothèse nrdesk" if self.ratio.is_hypothesis else self.ratio.source
        return f"{_SAID} {self.product} ({origin}). À remplacer par de vrais appareils."


@dataclass(frozen=True, slots=True)
class Cover:
    """An estimated line of which real lines now hold some or all."""

    line: Equipment
    group: str
    covered: int
    """Appliances that real lines describe."""

    @property
    def left(self) -> int:
        """Appliances that are still only estimated."""
        return self.line.quantity - self.covered


def expect(numbers: FiveNumbers, ratios: Iterable[Ratio]) -> tuple[Estimated, ...]:
    """Return what the ratios give, lines without any appliance left out."""
    found = (_expected(ratio, numbers.of(ratio.driver)) for ratio in ratios)
    return tuple(each for each in found if each.quantity)


def estimate(numbers: FiveNumbers, ratios: Iterable[Ratio], campaign_id: str) -> tuple[Equipment, ...]:
    """Return the lines of an estimated park, each saying which ratio made it.

    Args:
        numbers: what is known of the collectivité.
        ratios: see `nrdesk.core.reference.ratios`.
        campaign_id: identifier of the campaign that the lines belong to.
    """
    return tuple(
        Equipment(
            campaign_id=campaign_id,
            category=each.ratio.category,
            quantity=each.quantity,
            service=each.ratio.service,
            usage_profile=each.ratio.usage_profile,
            comment=each.comment,
            origin=Origin.ESTIMATED,
        )
        for each in expect(numbers, ratios)
    )


def explain_estimated(estimated: Estimated, label: str, lifetime: float | None) -> Explanation:
    """Explain an estimated quantity.

    Args:
        estimated: the line.
        label: what the appliances are, in French.
        lifetime: usual service life of the category, in years; None when none is published.
    """
    ratio, exact = estimated.ratio, estimated.units * estimated.ratio.value
    product = f"{estimated.product} = {trimmed(exact)}"
    rounded = "" if estimated.quantity == exact else f" ≈ {number(estimated.quantity)}"
    floor = ", au moins un" if estimated.quantity > _nearest(exact) else ""
    typical = f"{trimmed(lifetime or 0, 1)}{NBSP}ans, typique de la catégorie"
    return Explanation(
        title=f"{label} ({ratio.service.lower()}){NBSP}: quantité estimée",
        formula=f"{product}{rounded}{floor}",
        terms=(
            Term("Ratio", _rate(ratio), ratio.source, ratio.note),
            Term("Durée de vie", typical if lifetime else "non publiée", note="L’âge est inconnu."),
        ),
        range_text=f"entre {number(estimated.low)} et {number(estimated.high)}, selon les collectivités",
        hypotheses=(f"Ce ratio est une {HYPOTHESIS[0].lower()}{HYPOTHESIS[1:]}.",)
        if ratio.is_hypothesis
        else (),
        value=float(estimated.quantity),
    )


def made_real(line: Equipment, field_name: str) -> dict[str, object]:
    """Return what else changes when a person fills in a field of an estimated line.

    Whoever counts the appliances of a line, or says what they are, describes real ones: the line is no longer
    estimated, nor says that it is. A place or a purchase date alone says nothing of the number.
    """
    if line.origin is not Origin.ESTIMATED or field_name not in _COUNTED:
        return {}
    return {"origin": Origin.ENTERED, "comment": "" if line.comment.startswith(_SAID) else line.comment}


def replaceable(
    lines: Iterable[Equipment],
    categories: Mapping[str, Category],
    at_first: Mapping[str, int] | None = None,
) -> tuple[Cover, ...]:
    """Return the estimated lines that real lines of the same group now cover.

    In each group, real appliances in the park first cover estimated ones of their own category, then the
    others in the order of the inventory: the mix of an estimate is only a guess. What is covered never
    exceeds what is estimated, nor what is real; a real appliance that already took the place of an
    estimated one takes no other.

    Args:
        lines: the inventory of one campaign.
        categories: identifier -> category.
        at_first: group -> appliances of the whole estimate (see `by_group`), to know how many were already
            taken off; none were when None.
    """
    lines = list(lines)
    estimated = [line for line in lines if line.origin is Origin.ESTIMATED and line.quantity > 0]
    alike = _real(lines)
    spare = Counter[str]()
    for category, real in alike.items():
        spare[_group(category, categories)] += real
    still = by_group(estimated, categories)
    for group, first in (at_first or {}).items():
        spare[group] -= max(first - still.get(group, 0), 0)
    covered: Counter[str] = Counter()
    for own_category in (True, False):
        for line in estimated:
            group, category = _group(line.category, categories), line.category or ""
            most = alike[category] if own_category else spare[group]
            taken = max(min(line.quantity - covered[line.id], most, spare[group]), 0)
            covered[line.id] += taken
            spare[group] -= taken
            alike[category] -= taken
    found = (Cover(line, _group(line.category, categories), covered[line.id]) for line in estimated)
    return tuple(cover for cover in found if cover.covered)


def _real(lines: Iterable[Equipment]) -> Counter[str]:
    """Return the number of real appliances in the park, by category."""
    counted: Counter[str] = Counter()
    for line in lines:
        if line.origin is not Origin.ESTIMATED and line.status is not EquipmentStatus.OUT and line.category:
            counted[line.category] += max(line.quantity, 0)
    return counted


def by_group(lines: Iterable[Equipment], categories: Mapping[str, Category]) -> Mapping[str, int]:
    """Return the number of appliances of each group ("Ordinateurs", "Écrans"…)."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted[_group(line.category, categories)] += max(line.quantity, 0)
    return counted


def not_covered(
    estimated: Sequence[Equipment], real: Iterable[Equipment], categories: Mapping[str, Category]
) -> tuple[Equipment, ...]:
    """Return an estimated park without what real lines already describe."""
    covers = {cover.line.id: cover for cover in replaceable((*real, *estimated), categories)}
    return tuple(_without(estimated, covers))


def _group(category: str | None, categories: Mapping[str, Category]) -> str:
    """Return the group of a category; one that is not listed is a group of its own."""
    known = categories.get(category or "")
    return known.group if known else category or ""


def _without(estimated: Sequence[Equipment], covers: Mapping[str, Cover]) -> Iterator[Equipment]:
    for line in estimated:
        cover = covers.get(line.id)
        if cover is None:
            yield line
        elif cover.left:
            yield replace(line, quantity=cover.left)


def _expected(ratio: Ratio, units: int) -> Estimated:
    quantities = [_quantity(ratio, units, value) for value in (ratio.value, ratio.low, ratio.high)]
    return Estimated(ratio, units, *quantities)


def _quantity(ratio: Ratio, units: int, value: float) -> int:
    if units < ratio.from_units:
        return 0
    least = ratio.at_least if value == ratio.value else min(ratio.at_least, math.ceil(units * value))
    return max(_nearest(units * value), least)


def _nearest(exact: float) -> int:
    """Return the nearest whole number, halves upwards: it never decreases when `exact` grows."""
    return math.floor(exact + 0.5)


def _rate(ratio: Ratio) -> str:
    if ratio.value < _PER_THOUSAND:
        return f"{trimmed(ratio.value * 1000)} pour{NBSP}1\u202f000"
    return trimmed(ratio.value)
