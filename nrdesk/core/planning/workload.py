"""Days of work that the plan asks of each person, month by month, beside the days that each can give.

A person is whoever is named: the owner of an action or a contributor, by function, service or name. Someone
of the team is recognised by name or by function, and the days that the team gives a month (step 1) are then
the capacity. A month that an action covers in part counts in proportion of its days.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nrdesk.core.model import Action, ActionStatus, Contribution, Person
from nrdesk.core.planning.schedule import Span, span

_TOLERANCE = 1e-9
"""Below it, in days, two sums of the same terms are the same."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an action asks of someone in a month."""

    action_id: str
    days: float


@dataclass(frozen=True, slots=True)
class WorkloadRow:
    """What the plan asks of someone."""

    who: str
    """The function of someone of the team, else the name; for anyone else, as it is written in the plan."""
    person_id: str
    """Identifier of the person of the team, empty for anyone else."""
    parts: Mapping[int, tuple[Part, ...]]
    """What each action asks, by month (see `month_of`); months without work are left out."""
    capacity: float | None
    """Days a month that this person can give, None when nobody said."""

    @property
    def days(self) -> dict[int, float]:
        """Days asked, by month."""
        return {month: sum(part.days for part in parts) for month, parts in self.parts.items()}

    @property
    def overload(self) -> tuple[int, ...]:
        """Months when more is asked than can be given; none when the capacity is unknown."""
        if self.capacity is None:
            return ()
        return tuple(month for month, days in self.days.items() if days > self.capacity + _TOLERANCE)


@dataclass(frozen=True, slots=True)
class Workload:
    """The work of a plan."""

    rows: tuple[WorkloadRow, ...]
    """The team first, in its order, then the others by first mention."""
    months: range
    undated: tuple[str, ...]
    """Actions whose work cannot be placed: no start, or no end although they are not continuous."""
    unestimated: tuple[str, ...]
    """Actions to come or under way that ask no day of anyone: their work is not known."""

    @property
    def overloaded(self) -> tuple[WorkloadRow, ...]:
        """People of whom more is asked than they can give, in some month."""
        return tuple(row for row in self.rows if row.overload)


def month_of(day: dt.date) -> int:
    """Return the number of a month: 12 × year + month − 1, so that they follow each other."""
    return day.year * 12 + day.month - 1


def first_of(month: int) -> dt.date:
    """Return the first day of a month from its number."""
    return dt.date(month // 12, month % 12 + 1, 1)


def same_person(who: str, people: Iterable[Person]) -> Person | None:
    """Return the person of the team whom a text names, by name first, then by function; else None."""
    wanted = _plain(who)
    if not wanted:
        return None
    known = list(people)
    for person in known:
        if _plain(person.name) == wanted:
            return person
    return next((person for person in known if _plain(person.function) == wanted), None)


def workload(
    actions: Sequence[Action],
    contributions: Iterable[Contribution],
    people: Sequence[Person],
    months: range,
) -> Workload:
    """Return the work that a plan asks of each person.

    Args:
        actions: the plan; what was dropped asks nothing.
        contributions: who helps, and how many days a month.
        people: the team of step 1.
        months: months wanted, by number (see `month_of`).
    """
    kept = [action for action in actions if action.status is not ActionStatus.DROPPED]
    helpers = defaultdict(list)
    for each in contributions:
        helpers[each.action_id].append((each.who, each.days_per_month))
    asked: dict[str, dict[int, list[Part]]] = {}
    names: dict[str, str] = {}
    undated, unestimated = [], []
    for action in kept:
        shares = [(action.owner, action.owner_days), *helpers[action.id]]
        given = [(who, days) for who, days in shares if who.strip() and days and days > 0]
        if not given:
            if action.status is not ActionStatus.DONE:
                unestimated.append(action.id)
            continue
        cover = _cover(span(action), months, continuous=action.continuous)
        if cover is None:
            undated.append(action.id)
            continue
        for who, days in given:
            key, name = _key(who, people)
            names.setdefault(key, name)
            mine = asked.setdefault(key, {})
            for month, share in cover.items():
                mine.setdefault(month, []).append(Part(action.id, days * share))
    return Workload(_rows(asked, names, people), months, tuple(undated), tuple(unestimated))


def _rows(
    asked: Mapping[str, Mapping[int, list[Part]]], names: Mapping[str, str], people: Sequence[Person]
) -> tuple[WorkloadRow, ...]:
    by_id = {person.id: person for person in people}
    team = [person.id for person in people if person.id in asked]
    others = [key for key in asked if key not in by_id]
    return tuple(
        WorkloadRow(
            who=names[key],
            person_id=key if key in by_id else "",
            parts={month: tuple(asked[key][month]) for month in sorted(asked[key])},
            capacity=by_id[key].days_per_month if key in by_id else None,
        )
        for key in (*team, *others)
    )


def _cover(when: Span, months: range, *, continuous: bool) -> dict[int, float] | None:
    """Return the share of each month that an action covers, None when it cannot be placed."""
    if when.starts is None or (when.ends is None and not continuous):
        return None
    first = max(months.start, month_of(when.starts))
    last = months.stop - 1 if when.ends is None else min(months.stop - 1, month_of(when.ends))
    shares = {}
    for month in range(first, last + 1):
        start, length = first_of(month), monthrange(month // 12, month % 12 + 1)[1]
        end = start + dt.timedelta(days=length - 1)
        covered = (min(end, when.ends or end) - max(start, when.starts)).days + 1
        if covered > 0:
            shares[month] = covered / length
    return shares


def _key(who: str, people: Sequence[Person]) -> tuple[str, str]:
    """Return what tells a person from the others, and the name to show."""
    person = same_person(who, people)
    if person:
        return person.id, person.function or person.name
    return _plain(who), " ".join(who.split())


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().replace("'", "’")
