"""When actions start and end, which are late, and which ones hold the end of the plan.

Dates are those that people gave: nothing is moved here. The slack of an action is the number of days that it
may end later before the last date of the plan moves, through the actions that wait for it (the critical path
method, Kelley and Walker 1959, on dates given rather than computed). It is below zero when what waits for it
is planned too early.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionStatus, Dependency, Milestone
from nrdesk.core.planning import graph

OVER = (ActionStatus.DONE, ActionStatus.DROPPED)
"""Statuses of what nobody waits for any more."""
_DAY = dt.timedelta(days=1)
_MEAN_MONTH = 365.25 / 12
"""Days of a month, for the part of one that a duration may end with."""


class Span(NamedTuple):
    """First and last day of an action, each None when it is not known."""

    starts: dt.date | None
    ends: dt.date | None

    @property
    def days(self) -> int:
        """Days from the first to the last, both counted; 0 when one is unknown or they are inverted."""
        if self.starts is None or self.ends is None:
            return 0
        return max(0, (self.ends - self.starts).days + 1)


@dataclass(frozen=True, slots=True)
class ScheduledRow:
    """An action in the calendar."""

    action_id: str
    starts: dt.date | None
    ends: dt.date | None
    late: bool = False
    reason: str = ""
    """Why it is late, a French sentence; empty when it is not."""
    slack_days: int | None = None
    """Days that it may end later without moving the end of the plan; None for what is over or undated."""
    critical: bool = False
    """Whether a day more moves the end of the plan."""
    waits_for: tuple[str, ...] = ()
    """Actions that must be over first, and are not."""
    too_early_for: tuple[str, ...] = ()
    """Those of `waits_for` that end on the day when it starts, or later."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan in time."""

    rows: tuple[ScheduledRow, ...]
    """One an action, in the order given."""
    first: dt.date | None
    last: dt.date | None
    """First and last day of what is dated, milestones included."""

    def row(self, action_id: str) -> ScheduledRow:
        """Return the row of an action.

        Raises:
            KeyError: the action is not in the plan.
        """
        for row in self.rows:
            if row.action_id == action_id:
                return row
        raise KeyError(action_id)


def first_day(partial: str) -> dt.date:
    """Return the first day that a partial date may stand for: "2030" gives 1 January 2030."""
    year, month, day = dates.parts(partial)
    return dt.date(year, month or 1, day or 1)


def span(action: Action) -> Span:
    """Return when an action starts and ends: the one place that decides it.

    Its end is the one given, else its start and its duration, else unknown. An action that goes on without
    an end has none unless one is given.
    """
    starts = first_day(action.starts) if action.starts else None
    if action.ends:
        return Span(starts, dates.last_day(action.ends))
    if starts is None or action.continuous or not action.months or action.months < 0:
        return Span(starts, None)
    return Span(starts, max(starts, after(starts, action.months) - _DAY))


def after(day: dt.date, months: float) -> dt.date:
    """Return the day that comes so many months later: 31 January and 1 month give 28 February.

    The part of a month is counted in days of a mean month (365.25 / 12); the calendar ends in 9999.
    """
    months = min(months, dt.MAXYEAR * 12.0)
    whole = int(months)
    total = day.year * 12 + day.month - 1 + whole
    year, month = divmod(total, 12)
    if year > dt.MAXYEAR - 1:
        return dt.date.max
    moved = dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + dt.timedelta(days=round((months - whole) * _MEAN_MONTH))


def plan(
    actions: Sequence[Action],
    dependencies: Iterable[Dependency],
    milestones: Iterable[Milestone],
    today: dt.date,
) -> Schedule:
    """Return a plan in time: what is late today, the slack of each action, the critical chain."""
    spans = {action.id: span(action) for action in actions}
    by_id = {action.id: action for action in actions}
    kept = [each for each in dependencies if each.action_id in by_id and each.needs_id in by_id]
    waits = {
        key: [need for need in dict.fromkeys(needed) if by_id[need].status not in OVER]
        for key, needed in graph.needs(kept).items()
    }
    stones = defaultdict(list)
    for stone in milestones:
        stones[stone.action_id].append(stone)
    slack = _slack(actions, kept, spans)
    rows = tuple(
        _row(action, spans, waits.get(action.id, ()), stones.get(action.id, ()), slack, today)
        for action in actions
    )
    days = [day for each in spans.values() for day in each if day]
    days += [dates.last_day(stone.due) for each in stones.values() for stone in each if stone.due]
    return Schedule(rows, min(days, default=None), max(days, default=None))


def lateness(action: Action, milestones: Iterable[Milestone], today: dt.date) -> str:
    """Return why an action is late, a French sentence; empty when it is not."""
    if action.status in OVER:
        return ""
    ends = span(action).ends
    if ends and ends < today:
        return f"Devait finir le{NBSP}{dates.in_letters(ends)}."
    if action.status is ActionStatus.TO_START and action.starts:
        latest = dates.last_day(action.starts)
        if latest < today:
            return f"Devait commencer au plus tard le{NBSP}{dates.in_letters(latest)}."
    for stone in sorted((each for each in milestones if each.due), key=lambda each: each.due or ""):
        if not stone.reached and dates.last_day(stone.due or "") < today:
            due = dates.partial_in_letters(stone.due or "")
            return f"Jalon «{NBSP}{stone.title}{NBSP}» attendu{NBSP}: {due}."
    return ""


def _row(
    action: Action,
    spans: Mapping[str, Span],
    waits: Sequence[str],
    milestones: Sequence[Milestone],
    slack: Mapping[str, int],
    today: dt.date,
) -> ScheduledRow:
    starts, ends = spans[action.id]
    reason = lateness(action, milestones, today)
    left = slack.get(action.id)
    early = (
        [] if action.status in OVER or starts is None else [n for n in waits if _ends_after(spans[n], starts)]
    )
    return ScheduledRow(
        action_id=action.id,
        starts=starts,
        ends=ends,
        late=bool(reason),
        reason=reason,
        slack_days=left,
        critical=left is not None and left <= 0,
        waits_for=() if action.status in OVER else tuple(waits),
        too_early_for=tuple(early),
    )


def _ends_after(needed: Span, starts: dt.date) -> bool:
    return needed.ends is not None and needed.ends >= starts


def _slack(
    actions: Sequence[Action], dependencies: Sequence[Dependency], spans: Mapping[str, Span]
) -> dict[str, int]:
    """Return the slack in days of each action that is not over and has both dates."""
    alive = [action for action in actions if action.status not in OVER and spans[action.id].days]
    ends = {action.id: end for action in alive if (end := spans[action.id].ends)}
    if not ends:
        return {}
    last = max(ends.values())
    after_each = graph.followers(each for each in dependencies if each.action_id in ends)
    slack: dict[str, int] = {}
    for key in reversed(graph.order(alive, dependencies)):
        left = (last - ends[key]).days
        for follower in after_each.get(key, ()):
            starts = spans[follower].starts
            # A follower of a circle has no slack yet: the circle is told elsewhere.
            if starts is not None and follower in slack:
                left = min(left, (starts - ends[key]).days - 1 + slack[follower])
        slack[key] = left
    return slack
