"""What a scenario gives: the weights of the park in each year, and the figures that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from nrdesk.core.footprint.method import ELECTRICITY
from nrdesk.core.footprint.tally import Kind, Split, Tally, spread
from nrdesk.core.footprint.uncertainty import Spread


class YearPoint(NamedTuple):
    """A figure in one year, per year, in the unit of its criterion."""

    year: int
    value: float
    low: float
    high: float
    """Bounds of the 95 % interval."""


@dataclass(frozen=True)
class SimulatedYear:
    """The park in one year."""

    year: int
    weights: Mapping[Kind, Tally]
    """What the appliances weigh, by kind; numbers of lines and appliances are not in these tallies."""
    electricity: float = 1.0
    """Factor on the impact of one kWh."""
    number: float = 0.0
    """Appliances, an expectation rather than a count."""
    bought: Mapping[str, float] = field(default_factory=dict)
    """Category -> appliances bought since the year before, new or not."""
    refurbished: Mapping[str, float] = field(default_factory=dict)
    """Category -> those of `bought` that a lever has bought refurbished."""

    def split(self, criterion: str) -> Split:
        """Return the figure of a criterion by stage, without its range."""
        splits = [tally.split(kind.recipe, criterion) for kind, tally in self._parts(criterion)]
        return Split(sum(each.manufacture for each in splits), sum(each.use for each in splits))

    def spread(self, criterion: str) -> Spread:
        """Return the figure of a criterion with its doubts."""
        return spread(self._parts(criterion), criterion)

    def point(self, criterion: str) -> YearPoint:
        """Return the figure of a criterion with its range."""
        low, high = self.spread(criterion).range()
        return YearPoint(self.year, self.split(criterion).total, low, high)

    def _parts(self, criterion: str) -> list[tuple[Kind, Tally]]:
        path = 1.0 if criterion == ELECTRICITY else self.electricity
        covered = [(kind, tally) for kind, tally in self.weights.items() if kind.recipe.covers(criterion)]
        return covered if path == 1 else [(kind, _consuming(tally, path)) for kind, tally in covered]


@dataclass(frozen=True)
class Trajectory:
    """A park year after year, from its inventory on."""

    years: tuple[SimulatedYear, ...]

    @property
    def first(self) -> SimulatedYear:
        """The inventory."""
        return self.years[0]

    @property
    def last(self) -> SimulatedYear:
        """The last year."""
        return self.years[-1]

    def of(self, criterion: str) -> tuple[YearPoint, ...]:
        """Return the figures of a criterion, year after year."""
        return tuple(year.point(criterion) for year in self.years)


def _consuming(tally: Tally, factor: float) -> Tally:
    """Return a tally whose kWh weigh so many times as much."""
    return replace(tally, kwh=tally.kwh * factor, kwh_squares=tally.kwh_squares * factor * factor)
