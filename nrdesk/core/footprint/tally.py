"""What lines weigh before any criterion: appliances a year, kWh a year, and the squares that ranges need.

The footprint of a kind of line is linear in these two weights, whatever the criterion:

    manufacture = Σ quantity / lifetime × manufacture of one appliance
    use         = Σ quantity × kWh      × impact of one kWh

so that adding up 100 000 lines and computing any number of criteria are two separate, cheap things. One
line is a tally of itself: its figures, its range and its explanation take the same path as the totals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.footprint.recipe import Recipe
from nrdesk.core.footprint.uncertainty import (
    ESTIMATED_QUANTITY,
    RULE_LIFETIME,
    TYPICAL_LIFETIME,
    UNDATED,
    Doubt,
    DoubtKind,
    Spread,
    sigma,
)

_SHARED_LIFETIME = {LifetimeBasis.RULE: RULE_LIFETIME, LifetimeBasis.TYPICAL: TYPICAL_LIFETIME}


class Split(NamedTuple):
    """A figure by stage, in the unit of its criterion, per year."""

    manufacture: float
    use: float

    @property
    def total(self) -> float:
        """Return both stages together."""
        return self.manufacture + self.use


NOTHING = Split(0.0, 0.0)


class Kind(NamedTuple):
    """What makes lines add up: same factors, same doubts."""

    recipe: Recipe
    basis: LifetimeBasis
    dated: bool
    estimated: bool = False
    """Whether a ratio gave the quantities, and not a count."""

    def quantity_doubts(self) -> tuple[Doubt, ...]:
        """Return what makes the number of appliances uncertain: it weighs on all their stages at once."""
        if not self.estimated:
            return ()
        subject = self.recipe.category.id if self.recipe.category else ""
        return (Doubt(DoubtKind.QUANTITY, subject, sigma(ESTIMATED_QUANTITY)),)

    def lifetime_doubts(self) -> tuple[Doubt, ...]:
        """Return what makes the lifetimes uncertain for all these lines together."""
        if self.basis not in _SHARED_LIFETIME:
            return ()
        category = self.recipe.treated_as
        doubt = Doubt(DoubtKind.LIFETIME, category, sigma(_SHARED_LIFETIME[self.basis]))
        if self.dated:
            return (doubt,)
        # Appliances whose date was lost are mostly the oldest ones: their ages err on the same side.
        return (doubt, Doubt(DoubtKind.UNDATED, category, sigma(UNDATED)))


@dataclass(slots=True)
class Tally:
    """The weights of some lines of one kind."""

    lines: int = 0
    quantity: int = 0
    per_year: float = 0.0
    """Σ quantity / lifetime, in appliances a year."""
    kwh: float = 0.0
    """Σ quantity × kWh, in kWh a year."""
    per_year_squares: float = 0.0
    """Σ (quantity / lifetime)²."""
    per_year_variance: float = 0.0
    """Σ (quantity / lifetime × sigma)², sigma being what concerns one line only."""
    kwh_squares: float = 0.0
    """Σ (quantity × kWh)²."""

    def add(self, quantity: int, years: float, own_sigma: float, kwh: float) -> None:
        """Add a line: its quantity, lifetime, the doubt on it, and the kWh of one appliance."""
        per_year = quantity / years
        kwh *= quantity
        square = per_year * per_year
        self.lines += 1
        self.quantity += quantity
        self.per_year += per_year
        self.kwh += kwh
        self.per_year_squares += square
        self.per_year_variance += square * own_sigma * own_sigma
        self.kwh_squares += kwh * kwh

    def split(self, recipe: Recipe, criterion: str) -> Split:
        """Return the figure of these lines for a criterion that the recipe covers."""
        per_kwh = recipe.method.per_kwh.get(criterion, 0.0)
        return Split(self.per_year * recipe.manufacture[criterion], self.kwh * per_kwh)


def spread(parts: list[tuple[Kind, Tally]], criterion: str) -> Spread:
    """Return the figure of several kinds of lines for a criterion that they all cover, with its doubts."""
    result = use_spread(parts, criterion)
    for kind, tally in parts:
        recipe = kind.recipe
        doubts = (*kind.quantity_doubts(), *recipe.making_doubts(criterion), *kind.lifetime_doubts())
        variance = tally.per_year_variance * recipe.manufacture[criterion] ** 2
        result.add(tally.split(recipe, criterion).manufacture, doubts, variance)
    return result


def use_spread(parts: list[tuple[Kind, Tally]], criterion: str) -> Spread:
    """Return the use of several kinds of lines for a criterion that they all cover, with its doubts."""
    result = Spread()
    for kind, tally in parts:
        recipe = kind.recipe
        use = tally.split(recipe, criterion).use
        own = (recipe.method.per_kwh.get(criterion, 0.0) * recipe.energy.own_sigma) ** 2
        doubts = (*kind.quantity_doubts(), *recipe.use_doubts(criterion)) if use else ()
        result.add(use, doubts, tally.kwh_squares * own)
    return result
