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
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Decision, Objective, Workshop

if TYPE_CHECKING:
    from nrdesk.core.document import Document

Source = Callable[["Document"], Iterable[Event]]
_NOTICE = dt.timedelta(days=30)
"""An objective that falls due is told a month before."""


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


SOURCES: tuple[Source, ...] = (_meetings, _decisions, _objectives, council_papers.events)
