"""The three most useful things to do next, each with its reason: what the dashboard opens on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.model import Authority
from nrdesk.core.steps import step04_assessment, step09_improvement
from nrdesk.core.steps.progress import CheckResult, StepProgress, step_progress
from nrdesk.core.steps.registry import STEPS
from nrdesk.core.steps.snapshot import Snapshot, assessment_of
from nrdesk.core.steps.step import Place, Step

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

NEAR = dt.timedelta(days=90)
"""A legal date within this delay is worth one of the three places."""
HOW_MANY = 3
_FIGURES = ("inventory", "footprint")
"""Pages whose gaps say better than any advice what to complete."""


@dataclass(frozen=True, slots=True)
class NextThing:
    """One thing to do, ready to show."""

    step: Step
    text: str
    """What to do, starting with a verb."""
    reason: str
    """Why now, in one or two sentences."""
    where: Place


def next_things(
    document: Document, assessment: Assessment | None = None, on: dt.date | None = None
) -> list[NextThing]:
    """Return the three most useful things to do, the most useful first.

    The figures and the steps that lead to them take turns: what the inventory misses (then the datum that
    would tighten the footprint most, then the report), what each of the first steps misses in order, what is
    still to be written and heard for the état des lieux, and so on. Then come the steps that follow, in turns
    too. The last place goes to a legal date that comes within three months.

    Args:
        document: the open document.
        assessment: that of its latest campaign, when it is already at hand.
        on: the day it is, today by default.
    """
    assessment = assessment_of(document, assessment)
    now = Snapshot.of(document, assessment)
    steps = [step_progress(step, now) for step in STEPS]
    state = steps.pop(step04_assessment.STEP.number - 1)
    figures, heard = _halves(state)
    before = (_from_checks(each) for each in steps if each.step.number < state.step.number)
    after = (_from_checks(each) for each in steps if each.step.number > state.step.number)
    # An ambition comes from an état des lieux: what follows it is asked for once it is told.
    turns = (
        *zip_longest(_from_figures(figures, heard, assessment), *before, heard),
        *zip_longest(*after),
    )
    things = [thing for turn in turns for thing in turn if thing]
    due = list(_deadlines(assessment.authority, on or dt.date.today()))[:1]
    return things[: HOW_MANY - len(due)] + due


def _from_checks(progress: StepProgress) -> Iterator[NextThing]:
    """Yield one thing per action that a checklist asks for; the reasons of the same action go together."""
    by_action: dict[str, list[CheckResult]] = {}
    said: set[str] = set()
    for result in progress.results:
        if result.missing and result.missing not in said:
            said.add(result.missing)
            by_action.setdefault(result.check.todo, []).append(result)
    for todo, found in by_action.items():
        reason = " ".join(result.missing for result in found)
        yield NextThing(progress.step, todo, reason, found[0].check.where)


def _halves(progress: StepProgress) -> tuple[list[NextThing], list[NextThing]]:
    """Return what the état des lieux misses: of its figures, and of what is written and heard."""
    missing = list(_from_checks(progress))
    heard = [thing for thing in missing if thing.where.page in (step04_assessment.PAGE, "maturity")]
    return [thing for thing in missing if thing not in heard], heard


def _from_figures(
    missing: Sequence[NextThing], heard: Sequence[NextThing], assessment: Assessment
) -> Iterator[NextThing]:
    """Yield what the figures miss, then what to do with them."""
    yield from missing
    if not any(thing.where.page in _FIGURES for thing in missing):
        yield from _from_footprint(assessment)
    if not missing and not heard:
        yield _report(step04_assessment.STEP)


def _from_footprint(assessment: Assessment) -> Iterator[NextThing]:
    """Yield the datum that would tighten the footprint most."""
    if assessment.next_most_useful:
        reason = "C’est la donnée qui rendrait votre empreinte la plus sûre."
        yield NextThing(step04_assessment.STEP, assessment.next_most_useful, reason, Place("footprint"))


def _report(step: Step) -> NextThing:
    """Return the report to show, once nothing that can be told is missing from the état des lieux."""
    return NextThing(
        step,
        "Présenter l’état des lieux aux élus",
        "L’état des lieux est assez complet pour en parler\u00a0: le rapport est prêt à être exporté.",
        Place(step.page),
    )


def _deadlines(authority: Authority, on: dt.date) -> Iterator[NextThing]:
    """Yield the legal dates that come soon for this collectivité, the nearest first."""
    # Imported here: the law table is only read when the dashboard asks for it.
    from nrdesk.core.compliance import Status, evaluate_all
    from nrdesk.core.reference import obligations

    near = [
        (verdict.deadline, verdict.obligation.title, verdict.reason)
        for verdict in evaluate_all(obligations.load(), authority, on)
        if verdict.status is Status.APPLICABLE and verdict.deadline and on <= verdict.deadline <= on + NEAR
    ]
    for deadline, title, reason in sorted(near):
        due = f"Échéance le {dates.in_letters(deadline)}. {reason}"
        yield NextThing(step09_improvement.STEP, title, due, Place("obligations"))
