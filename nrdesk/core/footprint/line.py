"""The footprint of one line."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from nrdesk.core.footprint.lifetime import Lifetime
from nrdesk.core.footprint.recipe import Lack, Recipe
from nrdesk.core.footprint.tally import NOTHING, Kind, Split, Tally, spread
from nrdesk.core.footprint.uncertainty import Spread
from nrdesk.core.model import Equipment, Origin


class Quality(StrEnum):
    """How well a line is known; the value is the French word shown."""

    GOOD = "bonne"
    FAIR = "moyenne"
    ESTIMATED = "estimée"
    INCOMPLETE = "à compléter"


class LineResult(NamedTuple):
    """The footprint of one line; light to make, it works its figures out when asked."""

    equipment: Equipment
    recipe: Recipe
    lifetime: Lifetime

    @property
    def id(self) -> str:
        """Identifier of the line."""
        return self.equipment.id

    @property
    def category(self) -> str | None:
        """Identifier of its category."""
        return self.equipment.category

    @property
    def quantity(self) -> int:
        """Number of appliances."""
        return self.equipment.quantity

    @property
    def in_park(self) -> bool:
        """Whether it is still there: appliances out of the park weigh nothing, and lack nothing."""
        return self.recipe.in_park

    @property
    def complete(self) -> bool:
        """Whether nothing prevents counting it."""
        recipe = self.recipe
        counted = not recipe.missing and self.lifetime.known and self.equipment.quantity >= 0
        return counted or not recipe.in_park

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What it lacks to be counted; each prints as its French word."""
        missing = self.recipe.missing
        if not self.in_park or Lack.CATEGORY in missing:
            return missing
        lacks_lifetime = () if self.lifetime.known else (Lack.LIFETIME,)
        lacks_quantity = (Lack.QUANTITY,) if self.quantity < 0 else ()
        return (*missing, *lacks_lifetime, *lacks_quantity)

    @property
    def lifetime_years(self) -> float | None:
        """Years that the manufacture is spread over, None when nothing tells."""
        return self.lifetime.years if self.lifetime.known else None

    @property
    def kwh(self) -> float:
        """Electricity of one appliance, in kWh a year."""
        energy = self.recipe.energy
        return (self.equipment.annual_kwh or 0.0) if energy.measured else energy.kwh

    @property
    def quality(self) -> Quality:
        """How well the line is known.

        Dated without doubt counts two, dated with a doubt or given a service life counts one, measured
        consumption counts one: two is good, one is fair. A line estimated from ratios stays estimated.
        """
        if not self.complete:
            return Quality.INCOMPLETE
        line = self.equipment
        if line.origin is Origin.ESTIMATED:
            return Quality.ESTIMATED
        if line.purchased and not line.purchased_uncertain:
            points = 2
        else:
            points = 1 if line.purchased or line.lifetime_years else 0
        points += line.annual_kwh is not None
        return (Quality.ESTIMATED, Quality.FAIR, Quality.GOOD, Quality.GOOD)[points]

    def split(self, criterion: str) -> Split | None:
        """Return manufacture and use per year, None when it cannot be counted for this criterion."""
        if not self.in_park:
            return NOTHING
        if self.counts(criterion):
            return self.tally.split(self.recipe, criterion)
        return None

    def manufacture(self, criterion: str) -> float | None:
        """Return the manufacture per year, in the criterion's unit."""
        split = self.split(criterion)
        return None if split is None else split.manufacture

    def use(self, criterion: str) -> float | None:
        """Return the use per year, in the criterion's unit."""
        split = self.split(criterion)
        return None if split is None else split.use

    def total(self, criterion: str) -> float | None:
        """Return manufacture and use per year together, in the criterion's unit."""
        split = self.split(criterion)
        return None if split is None else split.total

    def range(self, criterion: str) -> tuple[float, float] | None:
        """Return the 95 % interval of the total."""
        if not self.in_park:
            return (0.0, 0.0)
        return self.spread(criterion).range() if self.counts(criterion) else None

    def spread(self, criterion: str) -> Spread:
        """Return the total with its doubts, of a line counted for this criterion."""
        return spread([(self.kind, self.tally)], criterion)

    @property
    def kind(self) -> Kind:
        """Return what it adds up with."""
        line = self.equipment
        return Kind(self.recipe, self.lifetime.basis, bool(line.purchased), line.origin is Origin.ESTIMATED)

    @property
    def tally(self) -> Tally:
        """What it weighs by itself."""
        tally = Tally()
        tally.add(self.quantity, self.lifetime.years, self.lifetime.sigma, self.kwh)
        return tally

    def counts(self, criterion: str) -> bool:
        """Return whether nothing prevents counting it for a criterion."""
        return self.complete and self.recipe.covers(criterion)
