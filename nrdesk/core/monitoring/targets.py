"""The way that an indicator should go: from its base, through its steps, to its target.

Between two points the way is a straight line (hypothesis of nrdesk: nobody promised anything else); after the
last one the value is expected to hold. A partial date stands for its last day, as a due date does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nrdesk.core import dates
from nrdesk.core.model import Indicator, Reading, TargetStep

TOLERANCE = 0.1
"""Share of the whole way, from base to target, that a reading may lack before it counts as off track
(hypothesis of nrdesk: a tenth, so that a figure rounded or read a month early raises no alarm)."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a day."""

    on: dt.date
    value: float


@dataclass(frozen=True, slots=True)
class TargetPath:
    """What is expected over time; empty when nothing is aimed at."""

    points: tuple[Point, ...] = ()
    """By date, each day once; the first one is where one starts, when it is known."""
    assumed: bool = False
    """Whether the first reading stands for a base that nobody wrote."""
    started: bool = False
    """Whether the first point is where one starts, rather than the first value to reach."""

    @property
    def aim(self) -> Point | None:
        """The last value to reach."""
        return self.points[-1] if self.points else None

    @property
    def tolerance(self) -> float:
        """What a reading may lack, in the unit of the indicator, ≥ 0; 0 when the start is unknown."""
        if not self.started:
            return 0.0
        return TOLERANCE * abs(self.points[-1].value - self.points[0].value)

    def at(self, on: dt.date) -> float | None:
        """Return the value expected on a day; None before the first point, or without a target."""
        if not self.points or on < self.points[0].on:
            return None
        for before, after in pairwise(self.points):
            if on < after.on:
                done = (on - before.on).days / (after.on - before.on).days
                return before.value + done * (after.value - before.value)
        return self.points[-1].value


def path(
    indicator: Indicator, steps: Iterable[TargetStep] = (), readings: Sequence[Reading] = ()
) -> TargetPath:
    """Return the way of an indicator.

    Args:
        indicator: its base and its target; a value without a date, or the reverse, is no point.
        steps: its steps, in any order; those that come before the base are left out.
        readings: its readings, the earliest first: the first one stands for a base that is not written.
    """
    aims = {
        point.on: point
        for due, value in (
            *((step.due, step.value) for step in steps),
            (indicator.target_date, indicator.target_value),
        )
        if (point := _point(due, value))
    }
    if not aims:
        return TargetPath()
    start = _point(indicator.base_date, indicator.base_value)
    assumed = start is None
    if start is None:
        known = (_point(each.read_on, each.value) for each in readings)
        start = next((point for point in known if point), None)
    if start is None or start.on >= max(aims):
        return TargetPath(tuple(aims[day] for day in sorted(aims)))
    later = [aims[day] for day in sorted(aims) if day > start.on]
    return TargetPath((start, *later), assumed, started=True)


def _point(when: str | None, value: float | None) -> Point | None:
    return Point(dates.last_day(when), value) if when and value is not None else None
