"""What is simulated for an objective, and where levers lead it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from nrdesk.core.assessment.lever_words import titles
from nrdesk.core.footprint.cohorts import Park
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.scenario import outcome, project
from nrdesk.core.footprint.trajectory import Trajectory, YearPoint


class Verdict(StrEnum):
    """Whether the objective can be reached."""

    UNKNOWN = "unknown"
    """It cannot be simulated: the reason says what is missing."""
    REACHED = "reached"
    """Without any action."""
    REACHABLE = "reachable"
    DEMANDING = "demanding"
    OUT_OF_REACH = "out_of_reach"

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]


_LABELS = {
    Verdict.UNKNOWN: "à compléter",
    Verdict.REACHED: "atteint sans rien changer",
    Verdict.REACHABLE: "atteignable",
    Verdict.DEMANDING: "exigeant",
    Verdict.OUT_OF_REACH: "hors d’atteinte avec ces leviers",
}


@dataclass(frozen=True, slots=True)
class Option:
    """Something to do, and where it leads in the due year."""

    levers: tuple[Lever, ...]
    value: float
    """In the unit of the objective."""
    reaches: bool
    change: float
    """Share of the value without action: −0.12 for twelve percent less."""
    light: bool = False
    """Whether nothing in it is pushed far (see `options`)."""

    @property
    def title(self) -> str:
        """What to do, in French: « Garder les ordinateurs deux ans de plus »."""
        return titles(self.levers)


@dataclass(frozen=True)
class Aim:
    """What is simulated for an objective, and in which unit it is told."""

    park: Park
    criterion: str
    scale: float
    """What one unit of the objective is, in that of the criterion; people included."""
    unit: str
    target: float
    first_year: int
    due_year: int

    @cached_property
    def trajectory(self) -> Trajectory:
        """Without action."""
        return project(self.park, self.first_year, self.due_year)

    def points(self, trajectory: Trajectory) -> tuple[YearPoint, ...]:
        """Return the figures of a trajectory in the unit of the objective."""
        return tuple(
            YearPoint(year, value / self.scale, low / self.scale, high / self.scale)
            for year, value, low, high in trajectory.of(self.criterion)
        )

    def project(self, levers: Sequence[Lever]) -> Trajectory:
        """Return what the park becomes with levers."""
        return project(self.park, self.first_year, self.due_year, levers)

    def option(self, levers: Sequence[Lever]) -> Option:
        """Return where levers lead."""
        last = outcome(self.park, self.first_year, self.due_year, levers)
        value = last.split(self.criterion).total / self.scale
        before = self.trajectory.last.split(self.criterion).total / self.scale
        return Option(tuple(levers), value, self.reaches(value), value / before - 1 if before else 0.0)

    def reaches(self, value: float) -> bool:
        """Return whether a value is at the target, a rounding error aside."""
        return value <= self.target + 1e-9 * abs(self.target)
