"""What a collectivité can change: the levers of a scenario, and what several of them come to.

Levers are applied in one order, which their kinds fix and not the order in which they are given:

1. `LIFETIME` says when appliances are renewed, and how many years a manufacture is spread over;
2. `QUANTITY` then `FEWER` say how many of those renewed are replaced;
3. `REFURBISHED` says how the replacements are bought;
4. `USAGE` then `ELECTRICITY` say what the park consumes, and what a kWh weighs.

Several levers of one kind on the same appliances come together whatever their order: years add up; factors
multiply; of what one share leaves new, the next takes its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Lever:
    """A change, from a year on, of some appliances or of all.

    Raises:
        ValueError: the amount is not a finite number ≥ 0, or a share is beyond 1.
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

    def __post_init__(self) -> None:
        most = 1.0 if self.kind is LeverKind.REFURBISHED else math.inf
        if not (math.isfinite(self.amount) and 0 <= self.amount <= most):
            raise ValueError(f"{self.amount} is no amount for {self.kind}")

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


def bearing(levers: Iterable[Lever], year: int) -> Bearing:
    """Return what levers that act on the same appliances come to in a year."""
    more_years, quantity, new, usage = 0.0, 1.0, 1.0, 1.0
    for lever in levers:
        if lever.from_year > year:
            continue
        if lever.kind is LeverKind.LIFETIME:
            more_years += lever.amount
        elif lever.kind is LeverKind.QUANTITY:
            quantity *= lever.amount
        elif lever.kind is LeverKind.REFURBISHED:
            new *= 1 - lever.amount
        elif lever.kind is LeverKind.USAGE:
            usage *= lever.amount
    return Bearing(more_years, quantity, 1 - new, usage)


def electricity_path(levers: Iterable[Lever], year: int, first_year: int) -> float:
    """Return the factor on the impact of one kWh in a year of a scenario that starts in `first_year`."""
    path = 1.0
    for lever in levers:
        if lever.kind is LeverKind.ELECTRICITY:
            steps = year - max(lever.from_year - 1, first_year)
            path *= lever.amount ** max(steps, 0)
    return path
