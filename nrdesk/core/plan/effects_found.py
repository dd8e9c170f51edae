"""What the simulation of a plan gives: figures year after year, and the part of each action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from nrdesk.core.assessment import Assessment
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.attribution import EXACT, Ground, Merit
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.services_future import services_in
from nrdesk.core.footprint.trajectory import Trajectory, YearPoint
from nrdesk.core.model import Action, Objective, Scenario
from nrdesk.core.plan.chosen import Chosen, LeftOut
from nrdesk.core.plan.levers import ReadLever
from nrdesk.core.plan.money import ActionMoney


class Measure(StrEnum):
    """What a trajectory counts."""

    EVERYTHING = "everything"
    """Greenhouse gases of appliances and services."""
    PARK = "park"
    """Greenhouse gases of appliances: what objectives are about."""
    ELECTRICITY = "electricity"
    """Electricity of appliances, in kWh."""

    @property
    def label(self) -> str:
        """French words."""
        return _MEASURES[self]


_MEASURES = {
    Measure.EVERYTHING: "équipements et services",
    Measure.PARK: "équipements seuls",
    Measure.ELECTRICITY: "électricité des équipements",
}


@dataclass(frozen=True, slots=True)
class Target:
    """An objective, in the unit of a measure."""

    objective: Objective
    measure: Measure
    year: int
    value: float


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """What an action changes in the last year, its part of what all change together."""

    action: Action
    effect: float
    """kg CO₂e a year, appliances and services; negative where there is less."""
    low: float
    high: float
    """Bounds of the 95 % interval, the amounts of levers taken as they are."""
    alone: float
    """The same, were it the only action: what others also save is then counted whole."""
    merit: Merit
    money: ActionMoney
    levers: tuple[ReadLever, ...]

    @property
    def action_id(self) -> str:
        """Identifier of the action."""
        return self.action.id

    @property
    def title(self) -> str:
        """Title of the action."""
        return self.action.title or "Action sans titre"

    @property
    def simulated(self) -> bool:
        """Whether something of it is simulated."""
        return any(each.lever for each in self.levers)


@dataclass(frozen=True)
class Effects:
    """What actions change together, and what is each one's part."""

    scenario: Scenario | None
    """None for the plan as it is."""
    assessment: Assessment
    ground: Ground
    trajectory: Trajectory
    """Of the appliances, with the actions."""
    trajectory_without: Trajectory
    actions: tuple[ActionEffect, ...]
    """Those that change something or would, the greatest saving first."""
    kept: tuple[Chosen, ...]
    """Every action of this choice, in the order of the plan."""
    others: tuple[Action, ...]
    """Those of `kept` that carry no lever: what they bring is not in kilograms."""
    costs: float
    """Euros excl. tax budgeted for the actions kept, all years."""
    left_out: tuple[LeftOut, ...]
    targets: tuple[Target, ...]
    together: int
    """Most actions that bear on the same appliances."""

    @property
    def name(self) -> str:
        """Name of the scenario."""
        return (self.scenario.name or "Scénario sans nom") if self.scenario else "Le plan"

    @property
    def first_year(self) -> int:
        """Year of the campaign."""
        return self.ground.first_year

    @property
    def last_year(self) -> int:
        """Last year simulated."""
        return self.ground.last_year

    @property
    def years(self) -> tuple[YearPoint, ...]:
        """With the actions: kg CO₂e a year of appliances and services."""
        return self.points(Measure.EVERYTHING)

    @property
    def without(self) -> tuple[YearPoint, ...]:
        """The same without any action."""
        return self.points(Measure.EVERYTHING, acting=False)

    @property
    def difference(self) -> float:
        """What all the actions change in the last year, in kg CO₂e: the sum of their effects."""
        return self.years[-1].value - self.without[-1].value

    @property
    def exact(self) -> bool:
        """Whether every order of the actions was tried to share out their effect."""
        return self.together <= EXACT

    @cached_property
    def levers(self) -> tuple[Lever, ...]:
        """All that is changed."""
        return tuple(each.lever for effect in self.actions for each in effect.levers if each.lever)

    def points(self, measure: Measure, *, acting: bool = True) -> tuple[YearPoint, ...]:
        """Return a figure year after year, with the actions or without any."""
        trajectory = self.trajectory if acting else self.trajectory_without
        if measure is Measure.ELECTRICITY:
            return trajectory.of(ELECTRICITY)
        if measure is Measure.PARK:
            return trajectory.of(self.ground.criterion)
        levers = self.levers if acting else ()
        found = []
        for year in trajectory.years:
            pulled = levers if year.year > self.first_year else ()
            whole = year.spread(self.ground.criterion).joined(
                services_in(self.ground.services, year.year, pulled)
            )
            found.append(YearPoint(year.year, whole.value, *whole.range()))
        return tuple(found)

    def target(self, measure: Measure) -> Target | None:
        """Return the objective of a measure with the latest date; None when there is none."""
        return max(
            (each for each in self.targets if each.measure is measure),
            key=lambda each: each.year,
            default=None,
        )

    @property
    def measure(self) -> Measure:
        """What is best shown first: what an objective is about, or else everything."""
        return next(
            (each for each in (Measure.PARK, Measure.ELECTRICITY) if self.target(each)), Measure.EVERYTHING
        )
