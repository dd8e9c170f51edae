"""The moments of the year when something can be told: their dates, and how sure they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nrdesk.core.reference.table import Row, read_data

_YEARS = (2026, 2027)
"""Years that the table has a column for."""
_LOCAL = "local"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment in a year."""

    starts: str
    """ISO date, possibly partial."""
    ends: str | None = None
    """The last day, when it lasts several."""
    sure: bool = False
    """Whether it needs no check: a day that is known, or a whole month."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the year."""

    id: str
    title: str
    rule: str
    """When it is, in French: "3e samedi de mars", "à chaque embauche"."""
    every: str
    """When it is in any year: "01-28", "09-18/10-08", "03 sat 3" (third Saturday), "11"; empty when it has no
    date of its own."""
    known: Mapping[int, str]
    """Year -> date that was read, or range of dates."""
    to_confirm: bool
    step: int
    """The step of the guide that it serves most."""
    idea: str
    """What to do then."""
    reliability: str
    """Where the date comes from, in French; "local" when each collectivité sets its own."""
    source: str

    @property
    def local(self) -> bool:
        """Whether each collectivité sets the day."""
        return self.reliability == _LOCAL

    def in_year(self, year: int) -> Dated | None:
        """Return when it is in a year, None when it has no date of its own.

        A date that was read is told as such. For another year the rule gives it: a day that never moves is
        sure, any other is to be checked.
        """
        written = self.known.get(year)
        text = written or _by_rule(self.every, year)
        if not text:
            return None
        starts, _, ends = text.partition("/")
        fixed = written is not None or " " not in self.every
        return Dated(starts, ends or None, fixed and not self.to_confirm and not self.local)


@cache
def by_id() -> Mapping[str, Moment]:
    """Return every moment by identifier, in the order of the table."""
    found = map(_moment, read_data("content/moments.csv"))
    return MappingProxyType({moment.id: moment for moment in found})


def _moment(line: Row) -> Moment:
    known = {year: text for year in _YEARS if (text := line.text(f"date_{year}"))}
    return Moment(
        id=line.required("id"),
        title=line.required("name"),
        rule=line.required("rule"),
        every=line.text("every"),
        known=MappingProxyType(known),
        to_confirm=line.flag("to_confirm"),
        step=line.integer("guide_step") or 10,
        idea=line.required("idea"),
        reliability=line.required("date_reliability"),
        source=line.text("source"),
    )


def _by_rule(every: str, year: int) -> str:
    """Return the date, or the range of dates, that a rule gives in a year."""
    if not every:
        return ""
    if " " not in every:
        return "/".join(f"{year:04}-{part}" for part in every.split("/"))
    month, weekday, rank = every.split()
    first = dt.date(year, int(month), 1)
    shift = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
    day = first + dt.timedelta(days=shift + 7 * (int(rank) - 1))
    return day.isoformat()
