"""Draws lines year after year: their names at their ends, dashes and marks besides colour.

Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.patches import Polygon

from nrdesk.core.formatting import number, trimmed
from nrdesk.core.reports import fitting
from nrdesk.core.reports.chart_specs import LineSeries, LinesSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT = 210.0
"""In points."""
_TOP, _BOTTOM, _LEFT, _RIGHT = 26.0, 18.0, 46.0, 128.0
"""Around the lines: the unit, the years, the scale, the names."""
_SIZE, _LEADING = 8.5, 10.5
_LEVELS = 4
"""Levels of the scale above zero, at most."""
_NICE = (1, 2, 2.5, 5, 10)
_COLOURS = ("#0072B2", "#D55E00")
_SHADES = ("#DCEAF4", "#F9E4D8")
"""Of ranges: plain light colours, for archived files allow no transparency."""
_DASHES, _MARKS = ("solid", "dashed"), ("o", "s")
_TEXT, _MUTED, _LINE = "#1B2733", "#51606F", "#D9DEE5"


def draw(axes: Axes, chart: LinesSpec, width: float) -> None:
    """Draw the lines on axes that fill a figure of `width` points by `HEIGHT`."""
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, HEIGHT))
    axes.set_axis_off()
    frame = _Frame(chart, width)
    unit = fitting.lines(chart.unit, width - 4, _SIZE, 1)[0]
    axes.text(0, HEIGHT - 10, unit, size=_SIZE, color=_MUTED)
    _draw_scale(axes, frame)
    _draw_years(axes, chart, frame)
    for rank, line in enumerate(chart.lines):
        _draw_range(axes, line, frame, _SHADES[rank])
    if chart.level:
        points = frame.points(chart.level.values)
        axes.plot(*zip(*points, strict=True), color=_TEXT, linewidth=1.2, linestyle="dotted")
    for rank, line in enumerate(chart.lines):
        axes.plot(
            *zip(*frame.points(line.values), strict=True),
            color=_COLOURS[rank],
            linewidth=1.8,
            linestyle=_DASHES[rank],
            marker=_MARKS[rank],
            markersize=4.5,
            markeredgewidth=0,
        )
    _draw_names(axes, chart, frame)


class _Frame:
    """Where values and years stand."""

    def __init__(self, chart: LinesSpec, width: float) -> None:
        lines = (*chart.lines, *([chart.level] if chart.level else []))
        highest = max(max((*line.values, *(high for _, high in line.range))) for line in lines) or 1.0
        self.step = _step(highest)
        self.top = self.step * math.ceil(highest / self.step - 1e-9)
        self.right = width - _RIGHT
        self._between = (self.right - _LEFT) / (len(chart.labels) - 1)

    def x(self, place: int) -> float:
        return _LEFT + place * self._between

    def y(self, value: float) -> float:
        return _BOTTOM + (HEIGHT - _TOP - _BOTTOM) * value / self.top

    def points(self, values: Sequence[float]) -> list[tuple[float, float]]:
        return [(self.x(place), self.y(value)) for place, value in enumerate(values)]


def _step(highest: float) -> float:
    """Return the round number between two levels of the scale."""
    rough = highest / _LEVELS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * nice for nice in _NICE if power * nice >= rough * (1 - 1e-9))


def _draw_scale(axes: Axes, frame: _Frame) -> None:
    for rank in range(round(frame.top / frame.step) + 1):
        value = rank * frame.step
        height = frame.y(value)
        axes.plot([_LEFT, frame.right], [height, height], color=_LINE, linewidth=0.6)
        words = number(value) if frame.step >= 10 else trimmed(value, 2)
        axes.text(_LEFT - 6, height - 3, words, size=_SIZE, color=_TEXT, ha="right")


def _draw_years(axes: Axes, chart: LinesSpec, frame: _Frame) -> None:
    last = len(chart.labels) - 1
    every = max(1, math.ceil(34 * last / (frame.right - _LEFT)))
    # From the last one back, so that the year aimed at is always written.
    for place in range(last, -1, -every):
        words = fitting.lines(chart.labels[place], 60, _SIZE, 1)[0]
        axes.text(frame.x(place), 4, words, size=_SIZE, color=_TEXT, ha="center")


def _draw_range(axes: Axes, line: LineSeries, frame: _Frame, shade: str) -> None:
    if line.range:
        lows = frame.points([low for low, _ in line.range])
        highs = frame.points([high for _, high in line.range])
        axes.add_patch(Polygon([*lows, *reversed(highs)], closed=True, facecolor=shade, linewidth=0))


def _draw_names(axes: Axes, chart: LinesSpec, frame: _Frame) -> None:
    """Write each name and value at the end of its line, apart from one another."""
    named = [(line, _COLOURS[rank]) for rank, line in enumerate(chart.lines)]
    if chart.level:
        named.append((chart.level, _TEXT))
    named.sort(key=lambda each: -each[0].values[-1])
    block = 2 * _LEADING + 3
    top = HEIGHT - _TOP + _LEADING
    for rank, (line, colour) in enumerate(named):
        # Under the one before, at the end of its line if there is room, and leaving theirs to the others.
        top = max(min(top, frame.y(line.values[-1]) + block / 2), (len(named) - rank) * block)
        name = fitting.lines(line.name, _RIGHT - 12, _SIZE, 1, bold=True)[0]
        value = fitting.lines(line.text, _RIGHT - 12, _SIZE, 1)[0]
        start = frame.right + 10
        axes.text(start, top - _LEADING + 2, name, size=_SIZE, color=colour, weight="bold")
        axes.text(start, top - 2 * _LEADING + 2, value, size=_SIZE, color=_TEXT)
        top -= block
