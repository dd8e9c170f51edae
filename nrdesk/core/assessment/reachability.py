"""Whether the park can reach an objective of footprint: what happens without action, what would do it.

    found = reach(document, objective)
    found.verdict, found.reason, found.options

The park of the latest campaign is carried forward (`core.footprint.scenario`) to the due year, first as it
goes, then with levers. Everything is at constant method: the electricity factor stays that of the campaign,
for a cleaner mix is not the merit of the collectivité.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import FIGURES
from nrdesk.core.assessment import HEADLINE, Assessment, assess, options
from nrdesk.core.assessment import reach_words as words
from nrdesk.core.assessment.aim import Aim, Option, Verdict
from nrdesk.core.footprint import ELECTRICITY
from nrdesk.core.footprint.cohorts import Park, park_of
from nrdesk.core.footprint.trajectory import YearPoint
from nrdesk.core.model import Objective
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

LONGEST = 15
"""Years beyond which nothing sensible can be told of a park."""
_CRITERIA = {
    "footprint.gwp": HEADLINE,
    "footprint.gwp_per_agent": HEADLINE,
    "footprint.gwp_per_inhabitant": HEADLINE,
    "footprint.electricity": ELECTRICITY,
}
_UNITS = {
    HEADLINE: {"kg": 1.0, "kgco2e": 1.0, "t": 1000.0, "tco2e": 1000.0, "tonnes": 1000.0},
    ELECTRICITY: {"kwh": 1.0, "mwh": 1000.0},
}
"""Criterion -> first word of the unit of an objective -> what one unit is, in that of the criterion."""


@dataclass(frozen=True)
class Reach:
    """What can be said of an objective."""

    objective: Objective
    verdict: Verdict
    reason: str
    """French sentence: why this verdict, or what is missing."""
    aim: Aim | None = None
    """None when nothing can be simulated; what follows is then empty."""
    baseline: tuple[YearPoint, ...] = ()
    """Without action, from the campaign to the due year, in the unit of the objective."""
    sentences: tuple[str, ...] = ()
    """What happens without action, and the gap."""
    options: tuple[Option, ...] = ()
    """The least of each lever that reaches the target alone, or its most when it does not."""
    combination: Option | None = None
    """Several levers together: the lightest set that reaches, or the heaviest."""
    cautions: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """Unit of the figures."""
        return self.aim.unit if self.aim else ""

    @property
    def target(self) -> float | None:
        """Value aimed at."""
        return self.aim.target if self.aim else None

    @property
    def gap(self) -> float | None:
        """What is missing in the due year without action; below zero when the target is passed."""
        return self.baseline[-1].value - self.aim.target if self.aim else None


def reach(document: Document, objective: Objective, *, assessment: Assessment | None = None) -> Reach:
    """Return whether the park can reach an objective, and how.

    Args:
        document: the document.
        objective: an objective; its figures may still be missing, which the reason tells.
        assessment: the figures of the latest campaign, when they are at hand.

    Raises:
        UserError: the figures of the latest campaign cannot be computed.
    """
    if objective.measured_by not in _CRITERIA:
        return Reach(objective, Verdict.UNKNOWN, words.not_simulated(objective))
    latest = document.campaign
    if assessment is None or assessment.campaign.id != latest.id:
        assessment = assess(document, latest)
    return reach_of(assessment, objective)


def reach_of(assessment: Assessment, objective: Objective, park: Park | None = None) -> Reach:
    """Return the same from the figures of a campaign; `park` when it is at hand."""
    aim = aim_of(assessment, objective, park)
    if isinstance(aim, str):
        return Reach(objective, Verdict.UNKNOWN, aim)
    baseline = aim.points(aim.trajectory)
    found, combination, verdict = options.search(aim)
    return Reach(
        objective,
        verdict,
        words.reason(aim, verdict, baseline[-1], found, combination),
        aim,
        baseline,
        words.without_action(aim, baseline),
        found,
        combination,
        words.cautions(aim, baseline[-1]),
        words.hypotheses(aim),
    )


def aim_of(assessment: Assessment, objective: Objective, park: Park | None = None) -> Aim | str:
    """Return what to simulate for an objective, or the French sentence that says what is missing."""
    criterion = _CRITERIA.get(objective.measured_by)
    if criterion is None or criterion not in assessment.method.factors.criteria:
        return words.not_simulated(objective)
    year = assessment.campaign.year
    if objective.target_value is None or objective.due is None:
        return words.INCOMPLETE
    due = dates.parts(objective.due)[0]
    if not year < due <= year + LONGEST:
        return words.bad_due(due, year, LONGEST)
    if not assessment.result.totals[criterion].value:
        return words.NOTHING_COUNTED
    people = _people(assessment, objective.measured_by)
    if not people:
        return words.NO_PEOPLE[objective.measured_by]
    kind = FIGURES[objective.measured_by]
    unit = _UNITS[criterion].get(normal(objective.unit).split(" ")[0]) if objective.unit else 1.0
    if unit is None:
        return words.other_unit(objective.unit, kind.unit)
    return Aim(
        park or park_of(assessment.result),
        criterion,
        unit * people,
        objective.unit or kind.unit,
        objective.target_value,
        year,
        due,
    )


def _people(assessment: Assessment, measured_by: str) -> int:
    """Return how many people the figure is divided by: 1 when by none, 0 when their number is unknown."""
    authority = assessment.authority
    if measured_by.endswith("_per_agent"):
        return authority.agents or 0
    if measured_by.endswith("_per_inhabitant"):
        return authority.population_municipal or 0
    return 1
