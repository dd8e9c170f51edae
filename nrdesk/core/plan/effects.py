"""What the actions of the plan, or of a scenario, change to the footprint: year by year, and each its part.

    found = effects(document)
    found.points(Measure.PARK), found.actions[0].effect

The park of the latest campaign is carried forward with and without the levers of the actions; what they
change together in the last year is shared out between them (`core.footprint.attribution`), so that the parts
add up to the whole. The method stays that of the campaign: a cleaner electricity would not be the merit of
the collectivité. The amounts of levers are hypotheses: ranges tell the doubts of the footprint, not theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE, Assessment, assess
from nrdesk.core.assessment.reachability import LONGEST, aim_of
from nrdesk.core.assessment.services import services_of
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.attribution import (
    EXACT,
    Ground,
    Merit,
    attribute,
    doubtful,
    most_together,
    spread_of,
)
from nrdesk.core.footprint.cohorts import park_of
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.scenario import project
from nrdesk.core.footprint.services_future import services_in
from nrdesk.core.footprint.trajectory import Trajectory, YearPoint
from nrdesk.core.model import Action, ActionLever, Objective, Scenario
from nrdesk.core.plan.chosen import Chosen, LeftOut, chosen
from nrdesk.core.plan.levers import ReadLever, read
from nrdesk.core.plan.money import ActionMoney, money_of, prices_of
from nrdesk.core.planning.schedule import span

if TYPE_CHECKING:
    from nrdesk.core.document import Document

USUAL_YEARS = 5
"""Years simulated when neither an objective nor an action tells a date."""


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
    others: tuple[Action, ...]
    """Actions kept that carry no lever: what they bring is not in kilograms."""
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


def effects(
    document: Document,
    scenario: Scenario | None = None,
    assessment: Assessment | None = None,
    *,
    last_year: int | None = None,
) -> Effects:
    """Return what the actions of a scenario change, or those of the plan when None.

    Args:
        document: the document.
        scenario: one of its scenarios.
        assessment: the figures of the latest campaign, when they are at hand.
        last_year: the last year to simulate, in place of `horizon`.

    Raises:
        UserError: the figures of the latest campaign cannot be computed.
    """
    latest = document.campaign
    if assessment is None or assessment.campaign.id != latest.id:
        assessment = assess(document, latest)
    kept, left_out = chosen(document, scenario)
    ground = ground_of(document, assessment, last_year or horizon(document, scenario))
    return _effects(document, scenario, assessment, ground, kept, left_out)


def ground_of(document: Document, assessment: Assessment, last: int) -> Ground:
    """Return what actions act on: the park and the services of a campaign, up to a last year."""
    return Ground(
        park_of(assessment.result),
        services_of(document, assessment),
        HEADLINE,
        assessment.campaign.year,
        last,
        prices_of(assessment.equipment),
    )


def horizon(document: Document, scenario: Scenario | None = None) -> int:
    """Return the last year to simulate: that of the scenario, of the objectives, of the actions."""
    first = document.campaign.year
    wanted = scenario.last_year if scenario else None
    if wanted is None:
        due = [dates.parts(each.due)[0] for each in document.all(Objective) if each.due]
        kept, _ = chosen(document, scenario)
        ends = [day.year + 1 for each in kept if (day := span(each.action).ends)]
        wanted = max(due, default=0) or max(ends, default=first + USUAL_YEARS)
    return min(max(wanted, first + 1), first + LONGEST)


def _effects(
    document: Document,
    scenario: Scenario | None,
    assessment: Assessment,
    ground: Ground,
    kept: Sequence[Chosen],
    left_out: Sequence[LeftOut],
) -> Effects:
    read_levers = _read(document, kept, ground)
    by_action = {
        action_id: pulled
        for action_id, found in read_levers.items()
        if (pulled := tuple(each.lever for each in found if each.lever))
    }
    merits = attribute(ground, by_action)
    nothing = spread_of(ground)
    money = money_of(document)
    carrying = []
    for each in kept:
        levers = read_levers.get(each.action.id, ())
        if not levers:
            continue
        merit = merits.get(each.action.id, Merit())
        alone = spread_of(ground, by_action.get(each.action.id, ()))
        low, high = doubtful(merit.impact, nothing, alone)
        carrying.append(
            ActionEffect(
                each.action,
                merit.impact,
                low,
                high,
                alone.value - nothing.value,
                merit,
                money(each.action.id, merit),
                levers,
            )
        )
    everything = [lever for pulled in by_action.values() for lever in pulled]
    ends = ground.first_year, ground.last_year
    return Effects(
        scenario,
        assessment,
        ground,
        project(ground.park, *ends, everything),
        project(ground.park, *ends),
        tuple(sorted(carrying, key=lambda each: each.effect)),
        tuple(each.action for each in kept if each.action.id not in read_levers),
        tuple(left_out),
        tuple(_targets(document, assessment, ground)),
        most_together(ground, by_action),
    )


def _read(document: Document, kept: Sequence[Chosen], ground: Ground) -> Mapping[str, tuple[ReadLever, ...]]:
    """Return the levers of each action that has some."""
    records: dict[str, list[ActionLever]] = {}
    for record in document.all(ActionLever):
        records.setdefault(record.action_id, []).append(record)
    return {
        each.action.id: tuple(
            read(record, each.action, ground, from_year=each.from_year) for record in records[each.action.id]
        )
        for each in kept
        if each.action.id in records
    }


def _targets(document: Document, assessment: Assessment, ground: Ground) -> Iterable[Target]:
    """Yield the objectives that can be shown on a trajectory."""
    for objective in document.all(Objective):
        aim = aim_of(assessment, objective, ground.park)
        if isinstance(aim, str):
            continue
        measure = Measure.ELECTRICITY if aim.criterion == ELECTRICITY else Measure.PARK
        yield Target(objective, measure, aim.due_year, aim.target * aim.scale)
