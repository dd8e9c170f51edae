"""What the actions of the plan, or of a scenario, change to the footprint: year by year, and each its part.

    found = effects(document)
    found.points(Measure.PARK), found.actions[0].effect

The park of the latest campaign is carried forward with and without the levers of the actions; what they
change together in the last year is shared out between them (`core.footprint.attribution`), so that the parts
add up to the whole. The method stays that of the campaign: a cleaner electricity would not be the merit of
the collectivité. The amounts of levers are hypotheses: ranges tell the doubts of the footprint, not theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE, Assessment, assess
from nrdesk.core.assessment.reachability import LONGEST, aim_of
from nrdesk.core.assessment.services import services_of
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.attribution import (
    Ground,
    Merit,
    attribute,
    doubtful,
    most_together,
    spread_of,
)
from nrdesk.core.footprint.cohorts import Park, park_of
from nrdesk.core.footprint.scenario import project
from nrdesk.core.footprint.services import ServicesResult
from nrdesk.core.model import ActionLever, Objective, Scenario
from nrdesk.core.plan.chosen import Chosen, LeftOut, chosen
from nrdesk.core.plan.effects_found import ActionEffect, Effects, Measure, Target
from nrdesk.core.plan.levers import read
from nrdesk.core.plan.money import ActionMoney, money_of, prices_of
from nrdesk.core.planning.schedule import span

if TYPE_CHECKING:
    from nrdesk.core.document import Document

__all__ = [
    "ActionEffect",
    "Effects",
    "Inputs",
    "Measure",
    "Target",
    "effects",
    "gathered",
    "ground_of",
    "horizon",
    "simulated",
]

USUAL_YEARS = 5
"""Years simulated when no objective tells a date, or more when the plan lasts longer."""


@dataclass(frozen=True)
class Inputs:
    """All that a simulation needs, read from the document: the rest may run apart from it."""

    scenario: Scenario | None
    assessment: Assessment
    services: ServicesResult
    kept: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    levers: Mapping[str, tuple[ActionLever, ...]]
    """Identifier of an action -> its levers."""
    objectives: tuple[Objective, ...]
    money: Callable[[str, Merit], ActionMoney]
    last_year: int


def effects(
    document: Document, scenario: Scenario | None = None, assessment: Assessment | None = None
) -> Effects:
    """Return what the actions of a scenario change, or those of the plan when None.

    Args:
        document: the document.
        scenario: one of its scenarios.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        UserError: the figures of the latest campaign cannot be computed.
    """
    return simulated(gathered(document, scenario, assessment))


def gathered(
    document: Document, scenario: Scenario | None = None, assessment: Assessment | None = None
) -> Inputs:
    """Read what a simulation needs (see `effects`)."""
    latest = document.campaign
    if assessment is None or assessment.campaign.id != latest.id:
        assessment = assess(document, latest)
    kept, left_out = chosen(document, scenario)
    levers: dict[str, list[ActionLever]] = {}
    for record in document.all(ActionLever):
        levers.setdefault(record.action_id, []).append(record)
    return Inputs(
        scenario,
        assessment,
        services_of(document, assessment),
        tuple(kept),
        tuple(left_out),
        {action_id: tuple(records) for action_id, records in levers.items()},
        tuple(document.all(Objective)),
        money_of(document),
        horizon(document, scenario),
    )


def horizon(document: Document, scenario: Scenario | None = None) -> int:
    """Return the last year to simulate: that of the scenario, of the objectives, of the actions."""
    first = document.campaign.year
    wanted = scenario.last_year if scenario else None
    if wanted is None:
        due = [dates.parts(each.due)[0] for each in document.all(Objective) if each.due]
        kept, _ = chosen(document, scenario)
        ends = [day.year + 1 for each in kept if (day := span(each.action).ends)]
        wanted = max(due, default=0) or max([first + USUAL_YEARS, *ends])
    return min(max(wanted, first + 1), first + LONGEST)


def ground_of(document: Document, assessment: Assessment, last: int) -> Ground:
    """Return what actions act on: the park and the services of a campaign, up to a last year."""
    return _ground(assessment, services_of(document, assessment), last)


def _ground(assessment: Assessment, services: ServicesResult, last: int, park: Park | None = None) -> Ground:
    return Ground(
        park or park_of(assessment.result),
        services,
        HEADLINE,
        assessment.campaign.year,
        last,
        prices_of(assessment.equipment),
    )


def simulated(inputs: Inputs, park: Park | None = None) -> Effects:
    """Return what the actions change; `park` is that of the assessment, when it is at hand."""
    ground = _ground(inputs.assessment, inputs.services, inputs.last_year, park)
    read_levers = {
        each.action.id: tuple(
            read(record, each.action, ground, from_year=each.from_year)
            for record in inputs.levers[each.action.id]
        )
        for each in inputs.kept
        if each.action.id in inputs.levers
    }
    by_action = {
        action_id: pulled
        for action_id, found in read_levers.items()
        if (pulled := tuple(each.lever for each in found if each.lever))
    }
    everything = [lever for pulled in by_action.values() for lever in pulled]
    merits = attribute(ground, by_action)
    nothing, together = spread_of(ground), spread_of(ground, everything)
    found = []
    for each in inputs.kept:
        action_id = each.action.id
        if action_id not in read_levers:
            continue
        own = by_action.get(action_id, ())
        merit = merits.get(action_id, Merit())
        alone = spread_of(ground, own)
        rest = [lever for key, pulled in by_action.items() if key != action_id for lever in pulled]
        others = spread_of(ground, rest)
        ends = doubtful(merit.impact, (nothing, alone), (others, together))
        change = alone.value - nothing.value
        money = inputs.money(action_id, merit)
        found.append(
            ActionEffect(each.action, merit.impact, *ends, change, merit, money, read_levers[action_id])
        )
    years = ground.first_year, ground.last_year
    return Effects(
        inputs.scenario,
        inputs.assessment,
        ground,
        project(ground.park, *years, everything),
        project(ground.park, *years),
        tuple(sorted(found, key=lambda each: each.effect)),
        inputs.kept,
        tuple(each.action for each in inputs.kept if each.action.id not in read_levers),
        sum(inputs.money(each.action.id, Merit()).costs for each in inputs.kept),
        inputs.left_out,
        tuple(_targets(inputs.objectives, inputs.assessment, ground)),
        most_together(ground, by_action),
    )


def _targets(objectives: Iterable[Objective], assessment: Assessment, ground: Ground) -> Iterator[Target]:
    """Yield the objectives that can be shown on a trajectory."""
    for objective in objectives:
        aim = aim_of(assessment, objective, ground.park)
        if isinstance(aim, str):
            continue
        measure = Measure.ELECTRICITY if aim.criterion == ELECTRICITY else Measure.PARK
        yield Target(objective, measure, aim.due_year, aim.target * aim.scale)
