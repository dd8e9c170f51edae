"""Charts as data: what is drawn, without saying how."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from nrdesk.core.model import ActionStatus


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one series, one per label of the chart."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart as data: `bars` are horizontal, `columns` vertical; several series are stacked.

    Bars may be negative, to the left of zero: a series of rises and one of drops make a chart of changes.

    Raises:
        ValueError: a series has not one value per label.
    """

    kind: Literal["bars", "columns"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    """What is counted, as written along the axis: "kg éq. CO₂ par an"."""
    totals: tuple[str, ...] = ()
    """What each bar says at its end; its value when empty."""
    axis: str = ""
    """What the labels are, when they do not say it themselves: "âge en années"."""

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.labels) for series in self.series):
            raise ValueError("each series needs one value per label")
        if self.totals and len(self.totals) != len(self.labels):
            raise ValueError("totals are one per label")


@dataclass(frozen=True, slots=True)
class Point:
    """A name on a map, at whole coordinates from 1 to `LEVELS`."""

    label: str
    x: int
    y: int


LEVELS = 5


@dataclass(frozen=True, slots=True)
class MapSpec:
    """A map of names on two scales from 1 to `LEVELS`, cut into four quarters.

    Raises:
        ValueError: a point is off the map.
    """

    points: tuple[Point, ...]
    x_axis: str
    y_axis: str
    high: int
    """Level from which a name is in the right quarters, or in the upper ones."""
    quarters: tuple[str, str, str, str]
    """What they are called: upper left, upper right, lower left, lower right."""

    def __post_init__(self) -> None:
        for point in self.points:
            if not (1 <= point.x <= LEVELS and 1 <= point.y <= LEVELS):
                raise ValueError(f"{point.label!r} is off the map")


@dataclass(frozen=True, slots=True)
class RadarSeries:
    """The values of one series, one per axis of a radar; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class RadarSpec:
    """A radar: axes around a centre, one or two series on the same scale, the latest one last.

    Raises:
        ValueError: there are fewer than three axes, not one or two series, or a value is off the scale.
    """

    axes: tuple[str, ...]
    series: tuple[RadarSeries, ...]
    full: int
    """Value at the end of every axis; the centre is 0."""

    def __post_init__(self) -> None:
        if len(self.axes) < 3:
            raise ValueError("a radar needs three axes")
        if len(self.series) not in (1, 2):
            raise ValueError("a radar has one or two series")
        for series in self.series:
            if len(series.values) != len(self.axes):
                raise ValueError("each series needs one value per axis")
            if any(value is not None and not 0 <= value <= self.full for value in series.values):
                raise ValueError(f"{series.name!r} is off the scale")


@dataclass(frozen=True, slots=True)
class Target:
    """Where one starts from and where one wants to be, in a unit of its own."""

    title: str
    start: float
    end: float
    start_text: str
    """What the first bar says: "2025 : 5,1 ans"."""
    end_text: str


@dataclass(frozen=True, slots=True)
class TargetsSpec:
    """Targets one below the other, each with a bar for the start and a bar for the end.

    Units differ, so that bars compare within a target and never between two.

    Raises:
        ValueError: a value is negative.
    """

    targets: tuple[Target, ...]

    def __post_init__(self) -> None:
        if any(target.start < 0 or target.end < 0 for target in self.targets):
            raise ValueError("a bar has a length")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date of a timeline, in words, and what happens then."""

    when: str
    label: str


@dataclass(frozen=True, slots=True)
class TimelineSpec:
    """Milestones in order along a line, at equal distances."""

    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class GanttMark:
    """A milestone on a row."""

    day: dt.date
    is_passed: bool
    title: str = ""
    """Written after it as far as there is room; nothing when empty."""


@dataclass(frozen=True, slots=True)
class GanttBar:
    """A row of a calendar of actions; its bar is missing without a date."""

    label: str
    status: ActionStatus
    start: dt.date | None
    end: dt.date | None
    """Last day; to the end of the calendar when it is None and there is a start."""
    progress: int = 0
    """Percent done."""
    is_critical: bool = False
    note: str = ""
    """What calls for attention, written after the bar: "bloquée"."""
    marks: tuple[GanttMark, ...] = ()


@dataclass(frozen=True, slots=True)
class GanttSpec:
    """Actions on a calendar, one a row.

    Raises:
        ValueError: the calendar ends before it starts, or a link leads to no row.
    """

    bars: tuple[GanttBar, ...]
    first: dt.date
    last: dt.date
    today: dt.date
    """Where the line of the date of the document stands."""
    links: tuple[tuple[int, int], ...] = ()
    """Pairs of rows: the one that must be over, the one that waits."""

    def __post_init__(self) -> None:
        if self.last <= self.first:
            raise ValueError("a calendar has some days")
        if any(not 0 <= rank < len(self.bars) for link in self.links for rank in link):
            raise ValueError("a link leads to a row")


@dataclass(frozen=True, slots=True)
class LineSeries:
    """A line of a chart: a value per label, none below zero."""

    name: str
    values: tuple[float, ...]
    text: str
    """Its last value with its unit, written at its end."""
    range: tuple[tuple[float, float], ...] = ()
    """Bounds of each value, shaded behind the line; none when empty."""


@dataclass(frozen=True, slots=True)
class LinesSpec:
    """One line or two from zero up, year after year, and perhaps a level to compare them with.

    Raises:
        ValueError: there are not one or two lines, not two labels, or a line has not one value per label.
    """

    labels: tuple[str, ...]
    lines: tuple[LineSeries, ...]
    unit: str
    """What is counted, above the scale: "kg éq. CO₂ par an"."""
    level: LineSeries | None = None

    def __post_init__(self) -> None:
        if len(self.lines) not in (1, 2) or len(self.labels) < 2:
            raise ValueError("one or two lines, over two years at least")
        for line in (*self.lines, *([self.level] if self.level else [])):
            if len(line.values) != len(self.labels) or len(line.range) not in (0, len(self.labels)):
                raise ValueError("each line needs one value per label")
            if min(line.values) < 0:
                raise ValueError("a line stands above zero")


Chart: TypeAlias = ChartSpec | LinesSpec | MapSpec | RadarSpec | TargetsSpec | TimelineSpec | GanttSpec
