"""What a collectivité can change: the levers of a scenario, and what several of them come to.

Levers are applied in one order, which their kinds fix and not the order in which they are given:

1. `LIFETIME` says when appliances are renewed, and how many years a manufacture is spread over;
2. `QUANTITY` then `FEWER` say how many of those renewed are replaced;
3. `REFURBISHED` says how the replacements are bought;
4. `USAGE` then `ELECTRICITY` say what the park consumes, and what a kWh weighs;
5. `SERVICE` changes digital services, and no appliance.

Several levers of one kind on the same appliances come together whatever their order: years add up; factors
multiply; of what one share leaves new, the next takes its own. A lever that is a `bound` comes after these:
it brings what they make up to a level, and changes nothing where the level is reached already. Two actions
that both bring the life of screens to ten years are then one saving, and not two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nrdesk.core.model.factors import Category


class LeverKind(StrEnum):
    """What a lever acts on, in the order of application."""

    LIFETIME = "lifetime"
    """Years of service more, from the first year on; what has a date out of the park keeps it."""
    QUANTITY = "quantity"
    """Replacements for one appliance renewed: 0.9 for ten percent fewer."""
    FEWER = "fewer"
    """Appliances not replaced, in all: those of the first renewals, in proportion to each."""
    REFURBISHED = "refurbished"
    """Share, 0 to 1, of the replacements of appliances bought new that are bought refurbished."""
    USAGE = "usage"
    """Factor on the kWh of all appliances, old and new."""
    ELECTRICITY = "electricity"
    """Factor on the impact of one kWh, compounded each year: 0.97 for three percent less every year. Final
    electricity itself does not change."""
    SERVICE = "service"
    """Factor on the quantity of digital services (see `services_future`)."""


_BOUNDED = (LeverKind.LIFETIME, LeverKind.QUANTITY, LeverKind.REFURBISHED, LeverKind.USAGE, LeverKind.SERVICE)


@dataclass(frozen=True, slots=True)
class Lever:
    """A change, from a year on, of some appliances or of all.

    Raises:
        ValueError: the amount is not a finite number ≥ 0, a share is beyond 1, or a kind has no bounds.
    """

    kind: LeverKind
    amount: float
    """In the unit that its kind says."""
    from_year: int = 0
    """First year of the change; the first year of a scenario is observed, and no lever acts on it."""
    groups: frozenset[str] = frozenset()
    """Groups of categories ("Ordinateurs"…)."""
    categories: frozenset[str] = frozenset()
    """Identifiers of categories; the lever acts on all appliances when both are empty."""
    services: frozenset[str] = frozenset()
    """Identifiers of kinds of services, for SERVICE; it acts on all services when empty."""
    bound: bool = False
    """Whether the amount is a level to reach: years of service or a share, at least; a factor on the number
    or on the kWh of the inventory, at most when it is below 1 and at least when it is above."""

    def __post_init__(self) -> None:
        most = 1.0 if self.kind is LeverKind.REFURBISHED else math.inf
        if not (math.isfinite(self.amount) and 0 <= self.amount <= most):
            raise ValueError(f"{self.amount} is no amount for {self.kind}")
        if self.bound and self.kind not in _BOUNDED:
            raise ValueError(f"{self.kind} has no bounds")

    def acts_on(self, category: Category) -> bool:
        """Return whether it concerns the appliances of a category."""
        everything = not (self.groups or self.categories)
        return everything or category.group in self.groups or category.id in self.categories


class Bearing(NamedTuple):
    """What the levers on some appliances come to in one year."""

    more_years: float = 0.0
    quantity: float = 1.0
    refurbished: float = 0.0
    usage: float = 1.0


NO_LEVER = Bearing()


def bearing(levers: Sequence[Lever], year: int, kept: float = 0.0) -> Bearing:
    """Return what levers that act on the same appliances come to in a year.

    Args:
        levers: the levers, in any order.
        year: the year.
        kept: years that these appliances are kept without any lever, for the bounds on their lifetime.
    """
    more_years, new = 0.0, 1.0
    least_years, least_share = 0.0, 0.0
    for lever in levers:
        if lever.from_year > year:
            continue
        if lever.kind is LeverKind.LIFETIME:
            if lever.bound:
                least_years = max(least_years, lever.amount - kept)
            else:
                more_years += lever.amount
        elif lever.kind is LeverKind.REFURBISHED:
            if lever.bound:
                least_share = max(least_share, lever.amount)
            else:
                new *= 1 - lever.amount
    return Bearing(
        max(more_years, least_years),
        factor(levers, LeverKind.QUANTITY, year),
        max(1 - new, least_share),
        factor(levers, LeverKind.USAGE, year),
    )


class Bearings:
    """What some levers come to, each year and life being worked out once: thousands of appliances ask."""

    def __init__(self, levers: Iterable[Lever]) -> None:
        self._levers = tuple(levers)
        self._known: dict[tuple[int, float], Bearing] = {}

    def of(self, year: int, kept: float) -> Bearing:
        """Return `bearing` for these levers."""
        if not self._levers:
            return NO_LEVER
        found = self._known.get((year, kept))
        if found is None:
            found = self._known[year, kept] = bearing(self._levers, year, kept)
        return found


def factor(levers: Sequence[Lever], kind: LeverKind, year: int) -> float:
    """Return what the factors of one kind come to in a year: their product, brought within their bounds."""
    acting = [lever for lever in levers if lever.kind is kind and lever.from_year <= year]
    product = math.prod(lever.amount for lever in acting if not lever.bound)
    # What would bring it up comes first: a ceiling has the last word.
    for level in sorted((lever.amount for lever in acting if lever.bound), reverse=True):
        product = min(product, level) if level < 1 else max(product, level)
    return product


def electricity_path(levers: Sequence[Lever], year: int, first_year: int) -> float:
    """Return the factor on the impact of one kWh in a year of a scenario that starts in `first_year`."""
    path = 1.0
    for lever in levers:
        if lever.kind is LeverKind.ELECTRICITY:
            steps = year - max(lever.from_year - 1, first_year)
            path *= lever.amount ** max(steps, 0)
    return path
