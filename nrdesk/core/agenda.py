"""Every date of the strategy, as events of a calendar.

A date joins by a function in `SOURCES`: the calendar file, and whatever else shows dates, then have it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from nrdesk.core import council_papers, workshops
from nrdesk.core.ambition import in_order
from nrdesk.core.calendar import Event, moment, stamp
from nrdesk.core.communication import moments
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import (
    Action,
    ActionStatus,
    ChosenMoment,
    Decision,
    Indicator,
    Message,
    MessageStatus,
    Milestone,
    Objective,
    Reading,
    Review,
    ReviewDecision,
    Workshop,
)
from nrdesk.core.monitoring import readings
from nrdesk.core.planning import schedule

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Source = Callable[["Document"], Iterable[Event]]
_NOTICE = dt.timedelta(days=30)
"""What falls due after years or months of work is told a month before."""
_A_WEEK = dt.timedelta(days=7)
"""A message, or a moment to prepare, is told a week before."""


def dated_events(document: Document) -> tuple[Event, ...]:
    """Return every date of the strategy, the earliest first."""
    found = [event for source in SOURCES for event in source(document)]
    return tuple(sorted(found, key=lambda event: (event.starts.isoformat(), event.uid)))


def _meetings(document: Document) -> Iterator[Event]:
    for workshop in document.all(Workshop):
        if event := workshops.event(workshop):
            yield event


def _decisions(document: Document) -> Iterator[Event]:
    """Yield when what was decided falls due, as long as it is not done."""
    for decision in document.all(Decision):
        if decision.due and decision.text and not decision.done:
            yield _due(decision.id, decision.due, decision.text, decision.owner, decision.updated_at)


def _objectives(document: Document) -> Iterator[Event]:
    for objective in in_order(document.all(Objective)):
        if objective.due and objective.title:
            title = f"Objectif à atteindre{NBSP}: {objective.title}"
            yield _due(objective.id, objective.due, title, objective.owner, objective.updated_at, _NOTICE)


def _actions(document: Document) -> Iterator[Event]:
    """Yield when an action that waits is to begin, and when one that is not over is to end."""
    for action in in_order(document.all(Action)):
        if action.status in schedule.OVER or not action.title:
            continue
        starts, ends = schedule.span(action)
        if starts and action.status is ActionStatus.TO_START:
            title = f"Action à lancer{NBSP}: {action.title}"
            yield _due(f"{action.id}-debut", starts.isoformat(), title, action.owner, action.updated_at)
        if ends:
            title = f"Action à terminer{NBSP}: {action.title}"
            yield _due(f"{action.id}-fin", ends.isoformat(), title, action.owner, action.updated_at, _NOTICE)


def _milestones(document: Document) -> Iterator[Event]:
    """Yield the milestones that are still to be passed, but those of actions that are over."""
    actions = {each.id: each for each in document.all(Action)}
    for stone in document.all(Milestone):
        action = actions.get(stone.action_id or "")
        if not stone.due or not stone.title or stone.reached or (action and action.status in schedule.OVER):
            continue
        owner = action.owner if action else ""
        yield _due(stone.id, stone.due, f"Jalon{NBSP}: {stone.title}", owner, stone.updated_at)


def _reviews(document: Document) -> Iterator[Event]:
    for review in document.all(Review):
        if event := workshops.event(review):
            yield event


def _review_decisions(document: Document) -> Iterator[Event]:
    """Yield when what a review decided falls due; what became an action has the dates of the action."""
    for decision in document.all(ReviewDecision):
        if decision.due and decision.text and not decision.done and not decision.action_id:
            yield _due(decision.id, decision.due, decision.text, decision.owner, decision.updated_at)


def _readings(document: Document) -> Iterator[Event]:
    """Yield when each indicator is to be read next, once it was read a first time."""
    known = readings.by_indicator(document.all(Reading))
    for indicator in in_order(document.all(Indicator)):
        found = known.get(indicator.id, ())
        due = readings.next_due(indicator, found[-1] if found else None)
        if due and indicator.title:
            title = f"Indicateur à relever{NBSP}: {indicator.title}"
            yield _due(indicator.id, due.isoformat(), title, indicator.owner, indicator.updated_at)


def _moments(document: Document) -> Iterator[Event]:
    """Yield the moments to tell something that were not held yet; one of a month stands on its first day."""
    for each in document.all(ChosenMoment):
        if each.held or not each.starts or not each.title.strip():
            continue
        starts, ends = schedule.first_day(each.starts), moments.last_day(each)
        whole = len(each.starts) == len("2026-03-12")
        unsure = "" if each.confirmed else "Date à confirmer." if whole else "Jour à fixer."
        owner = f"Responsable{NBSP}: {each.owner}" if each.owner else ""
        yield Event(
            uid=f"{each.id}@nrdesk",
            starts=starts,
            ends=ends if whole and ends > starts else None,
            title=" ".join(each.title.split()),
            text="\n\n".join(filter(None, (unsure, each.idea, owner))),
            stamp=stamp(each.updated_at),
            alarm=_A_WEEK,
        )


def _messages(document: Document) -> Iterator[Event]:
    """Yield when the messages that did not go out are to."""
    for each in document.all(Message):
        if each.planned and each.title.strip() and each.status is MessageStatus.PLANNED:
            title = f"Message à diffuser{NBSP}: {each.title}"
            yield _due(each.id, each.planned, title, each.owner, each.updated_at, _A_WEEK)


def _due(
    key: str, due: str, title: str, owner: str, updated_at: str, alarm: dt.timedelta | None = None
) -> Event:
    """Return a due date as a whole day: the last one that it may be."""
    return Event(
        uid=f"{key}@nrdesk",
        starts=moment(due),
        title=" ".join(title.split()),
        text=f"Responsable{NBSP}: {owner}" if owner else "",
        stamp=stamp(updated_at),
        alarm=alarm,
    )


SOURCES: tuple[Source, ...] = (
    _meetings,
    _decisions,
    _objectives,
    council_papers.events,
    _actions,
    _milestones,
    _reviews,
    _review_decisions,
    _readings,
    _moments,
    _messages,
)
