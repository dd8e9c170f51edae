"""What moving a bar, or one of its ends, writes in an action.

A date keeps the precision that it was written with as long as nothing is lost: "2026-03" moved by a month is
"2026-04", and moved by a week is a day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from enum import Enum, auto

from nrdesk.core.dates import EARLIEST, LATEST
from nrdesk.core.model import Action, Dependency
from nrdesk.core.planning import graph, schedule

_LENGTH = 3
"""Months given to an action that had no dates at all, and no duration."""


class Grip(Enum):
    """What the pointer, or the keyboard, holds of a bar."""

    BAR = auto()
    START = auto()
    END = auto()
    LINK = auto()
    """The knob that a link is drawn from."""
    EMPTY = auto()
    """The row of an action that has no dates yet."""


class Unit(Enum):
    """A length of the calendar; `days` is its mean."""

    DAY = 1.0
    WEEK = 7.0
    MONTH = 30.44
    QUARTER = 91.31
    YEAR = 365.24

    @property
    def days(self) -> float:
        """Days, on average."""
        return self.value

    def first_day(self, day: dt.date) -> dt.date:
        """Return the first day of the period that a day is in; a week starts on a Monday."""
        if self is Unit.DAY:
            return day
        if self is Unit.WEEK:
            return day - dt.timedelta(days=day.weekday())
        month = {Unit.MONTH: day.month, Unit.QUARTER: (day.month - 1) // 3 * 3 + 1, Unit.YEAR: 1}[self]
        return day.replace(month=month, day=1)

    def last_day(self, day: dt.date) -> dt.date:
        """Return the last day of the period that a day is in; a week ends on a Sunday."""
        if self is Unit.DAY:
            return day
        if self is Unit.WEEK:
            return day + dt.timedelta(days=6 - day.weekday())
        month = {Unit.MONTH: day.month, Unit.QUARTER: (day.month + 2) // 3 * 3, Unit.YEAR: 12}[self]
        return day.replace(month=month, day=calendar.monthrange(day.year, month)[1])


def shifted(day: dt.date, unit: Unit, count: int, *, is_end: bool = False) -> dt.date:
    """Return a day moved by so many units.

    Args:
        day: the day to move.
        unit: days, weeks, months or longer.
        count: how many, negative to go back.
        is_end: whether it ends something: the last day of a month then stays the last day of its month.
    """
    if unit in (Unit.DAY, Unit.WEEK):
        return kept(kept(day) + dt.timedelta(days=count * int(unit.days)))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit] * count
    rank = day.year * 12 + day.month - 1 + months
    year, month = divmod(min(max(rank, 12 * EARLIEST), 12 * LATEST + 11), 12)
    longest = calendar.monthrange(year, month + 1)[1]
    was_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, longest if is_end and was_last else min(day.day, longest))


def kept(day: dt.date) -> dt.date:
    """Return a day brought back among those that people can type."""
    return min(max(day, dt.date(EARLIEST, 1, 1)), dt.date(LATEST, 12, 31))


def dragged_to(
    grip: Grip, starts: dt.date | None, ends: dt.date | None, unit: Unit, count: int
) -> tuple[dt.date | None, dt.date | None]:
    """Return the days of a bar that is moved by so many units; its ends never cross."""
    start = shifted(starts, unit, count) if starts and grip in (Grip.BAR, Grip.START) else starts
    end = ends
    if grip is Grip.BAR and ends:
        end = shifted(ends, unit, count, is_end=True)
    elif grip is Grip.END and (base := ends or starts):
        end = shifted(base, unit, count, is_end=True)
    return (starts, ends) if start and end and start > end else (start, end)


def moved(
    grip: Grip, action: Action, starts: dt.date | None, ends: dt.date | None, unit: Unit, count: int
) -> dict[str, str]:
    """Return the fields that moving a bar by so many units changes; `starts` and `ends` are its days."""
    start, end = dragged_to(grip, starts, ends, unit, count)
    changed = {}
    if start and start != starts:
        changed["starts"] = _written(start, action.starts or "", is_end=False)
    if end and end != ends and (action.ends or grip is Grip.END):
        changed["ends"] = _written(end, action.ends or "", is_end=True)
    if grip is Grip.START and changed and end and not action.ends:
        # The end followed from a duration, and would move along.
        changed["ends"] = end.isoformat()
    return changed


def placed(action: Action, start: dt.date) -> dict[str, str]:
    """Return the fields that put an action without dates on the calendar, from a day on."""
    changed = {"starts": start.isoformat()}
    if not action.months and not action.continuous:
        changed["ends"] = (shifted(start, Unit.MONTH, _LENGTH) - dt.timedelta(days=1)).isoformat()
    return changed


def pushed(
    actions: Sequence[Action], dependencies: Sequence[Dependency], moved_id: str
) -> dict[str, dict[str, str]]:
    """Return what puts off the actions that wait for one, directly or through others, and start too early.

    Each starts the day after the last of what it waits for ends, and keeps its length; what is over and what
    has no date stays. Actions are met in the order of their dependencies, once each: circles come to an end.

    Args:
        actions: those of the plan.
        dependencies: what waits for what.
        moved_id: the action that they wait for.

    Returns:
        Fields to write, by identifier of action.
    """
    by_id = {action.id: action for action in actions}
    spans = {action.id: schedule.span(action) for action in actions}
    needs, behind = graph.needs(dependencies), {moved_id}
    found: dict[str, dict[str, str]] = {}
    for key in graph.order(actions, dependencies):
        waits = [need for need in needs.get(key, ()) if need in behind]
        starts, ends = spans[key]
        if not waits or key == moved_id:
            continue
        behind.add(key)
        latest = max((end for need in waits if (end := spans[need].ends)), default=None)
        if starts is None or latest is None or starts > latest or by_id[key].status in schedule.OVER:
            continue
        days = (latest - starts).days + 1
        found[key] = moved(Grip.BAR, by_id[key], starts, ends, Unit.DAY, days)
        spans[key] = schedule.Span(*dragged_to(Grip.BAR, starts, ends, Unit.DAY, days))
    return found


def _written(day: dt.date, like: str, *, is_end: bool) -> str:
    """Return a day written as precisely as `like`, or more when that would say another day."""
    for unit, length in ((Unit.YEAR, 4), (Unit.MONTH, 7)):
        if len(like) == length and day == (unit.last_day(day) if is_end else unit.first_day(day)):
            return day.isoformat()[:length]
    return day.isoformat()
