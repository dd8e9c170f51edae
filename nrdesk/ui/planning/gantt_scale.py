"""Days as pixels: how far apart they stand at each zoom, and what the head of the calendar says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from nrdesk.core.dates import MONTHS, SHORT_MONTHS
from nrdesk.ui import theme
from nrdesk.ui.planning.gantt_moves import Unit, kept, shifted

_BEFORE, _AFTER = 1, 4
"""Months shown before the first date and after the last one: room to drag a bar to."""


class Zoom(Enum):
    """How much of the calendar one sees at once."""

    MONTH = ("Mois", 6.0, Unit.DAY, Unit.WEEK)
    QUARTER = ("Trimestre", 2.0, Unit.WEEK, Unit.MONTH)
    YEAR = ("Année", 0.75, Unit.MONTH, Unit.MONTH)

    def __init__(self, label: str, pixels: float, snap: Unit, step: Unit) -> None:
        self.label = label
        self.pixels = pixels
        """Of a day, at the normal size of text."""
        self.snap = snap
        """What a drag counts in."""
        self.step = step
        """What an arrow of the keyboard counts in."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A column of the head: where it starts and ends, what it says, whether a line falls under it."""

    left: int
    right: int
    label: str
    is_major: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last`, at a zoom."""

    first: dt.date
    last: dt.date
    zoom: Zoom

    @classmethod
    def around(cls, days: Iterable[dt.date], zoom: Zoom) -> Scale:
        """Return the scale that shows these days, at least one of them, and some months around."""
        # A duration typed by mistake may lead to the end of all calendars.
        known = sorted(kept(day) for day in days)
        first = shifted(known[0].replace(day=1), Unit.MONTH, -_BEFORE)
        last = shifted(known[-1].replace(day=1), Unit.MONTH, _AFTER) - dt.timedelta(days=1)
        return cls(first, last, zoom)

    @property
    def width(self) -> int:
        """Pixels of the whole."""
        return self.end(self.last)

    @property
    def day(self) -> float:
        """Pixels of a day."""
        return self.zoom.pixels * theme.scale()

    def x(self, day: dt.date) -> int:
        """Return where a day starts."""
        return round((day - self.first).days * self.day)

    def end(self, day: dt.date) -> int:
        """Return where a day ends."""
        return round(((day - self.first).days + 1) * self.day)

    def date(self, x: int) -> dt.date:
        """Return the day at a place, within the scale."""
        days = min(max(int(x / self.day), 0), (self.last - self.first).days)
        return self.first + dt.timedelta(days=days)

    def units(self, pixels: int) -> int:
        """Return how many units of the zoom a drag of so many pixels is, to the nearest."""
        return round(pixels / (self.day * self.zoom.snap.days))

    def upper(self, left: int, right: int) -> Iterator[Tick]:
        """Yield the columns of the upper line of the head that show between two places."""
        unit = Unit.MONTH if self.zoom is Zoom.MONTH else Unit.YEAR
        for start, end in self._periods(unit, left, right):
            label = f"{MONTHS[start.month - 1]} {start.year}" if unit is Unit.MONTH else str(start.year)
            yield Tick(self.x(start), self.end(end), label, True)

    def lower(self, left: int, right: int) -> Iterator[Tick]:
        """Yield the columns of the lower line: weeks, months or quarters."""
        unit = {Zoom.MONTH: Unit.WEEK, Zoom.QUARTER: Unit.MONTH, Zoom.YEAR: Unit.QUARTER}[self.zoom]
        for start, end in self._periods(unit, left, right):
            is_major = start.day == 1 and start.month == 1
            yield Tick(self.x(start), self.end(end), _label(unit, start), is_major)

    def _periods(self, unit: Unit, left: int, right: int) -> Iterator[tuple[dt.date, dt.date]]:
        """Yield the first and the last day of each period, cut at both ends of the scale."""
        start, stop = unit.first_day(self.date(left)), self.date(right)
        while start <= stop:
            end = unit.last_day(start)
            yield max(start, self.first), min(end, self.last)
            start = end + dt.timedelta(days=1)


def _label(unit: Unit, start: dt.date) -> str:
    if unit is Unit.WEEK:
        return str(start.day)
    return f"T{(start.month + 2) // 3}" if unit is Unit.QUARTER else SHORT_MONTHS[start.month - 1]
