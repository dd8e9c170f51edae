"""Draws a radar: themes around a centre, one line per year, told apart by dashes and marks too.

Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from matplotlib.patches import Circle, Polygon

from nrdesk.core.formatting import number
from nrdesk.core.reports.content import RadarSeries, RadarSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT = 348.0
"""In points."""
_RADIUS = 112.0
_LEGEND = 22.0
"""Height kept for the legend, at the top."""
_LEGEND_ITEM = 76.0
"""Width of an item of the legend: a line and a year."""
_SIZE, _LEADING = 8.5, 10.4
_AWAY = 11.0
"""Between the end of an axis and its name."""
_LINE_LENGTH = 24
"""Characters of a line of a name."""
_NAME_LINES = 3
_LINE, _MUTED, _TEXT, _FILL = "#D9DEE5", "#51606F", "#1B2733", "#E3F0F7"
_LATEST = {"color": "#0072B2", "linewidth": 2.0, "marker": "o", "markersize": 5.0}
_EARLIER = {
    "color": "#D55E00",
    "linewidth": 1.4,
    "linestyle": (0, (4, 2.5)),
    "marker": "s",
    "markersize": 6.5,
}
_NONE = "–"
"""Written in place of a value that there is not."""


def draw(axes: Axes, chart: RadarSpec, width: float) -> None:
    """Draw the radar on axes that fill a figure of `width` points by `HEIGHT`."""
    axes.set_position((0, 0, 1, 1))
    centre = (HEIGHT - _LEGEND) / 2
    axes.set(xlim=(-width / 2, width / 2), ylim=(-centre, HEIGHT - centre))
    axes.set_axis_off()
    latest = chart.series[-1]
    if None not in latest.values:
        axes.add_patch(Polygon(list(_places(chart, latest)), facecolor=_FILL, edgecolor="none", linewidth=0))
    _draw_scale(axes, chart)
    for series in chart.series:
        _draw_series(axes, chart, series, _style(chart, series))
    for rank, name in enumerate(chart.axes):
        _draw_name(axes, _turn(chart, rank), name, [series.values[rank] for series in chart.series])
    _draw_legend(axes, chart, HEIGHT - centre - _LEGEND / 2)


def _style(chart: RadarSpec, series: RadarSeries) -> dict[str, object]:
    return _LATEST if series is chart.series[-1] else _EARLIER


def _turn(chart: RadarSpec, rank: float) -> tuple[float, float]:
    """Return the direction of an axis: the first one upwards, the next ones clockwise."""
    angle = math.pi / 2 - 2 * math.pi * rank / len(chart.axes)
    return math.cos(angle), math.sin(angle)


def _places(chart: RadarSpec, series: RadarSeries) -> Iterator[tuple[float, float]]:
    """Yield where the values of a series stand; only for a series without a hole."""
    for rank, value in enumerate(series.values):
        assert value is not None
        yield _place(chart, rank, value)


def _place(chart: RadarSpec, rank: int, value: float) -> tuple[float, float]:
    x, y = _turn(chart, rank)
    length = _RADIUS * value / chart.full
    return x * length, y * length


def _draw_scale(axes: Axes, chart: RadarSpec) -> None:
    for level in range(1, chart.full + 1):
        axes.add_patch(
            Circle((0, 0), _RADIUS * level / chart.full, fill=False, edgecolor=_LINE, linewidth=0.7)
        )
    for rank in range(len(chart.axes)):
        x, y = _place(chart, rank, chart.full)
        axes.plot([0, x], [0, y], color=_LINE, linewidth=0.7)
    # Between two axes, where no mark ever stands.
    x, y = _turn(chart, 0.5)
    for level in range(1, chart.full + 1):
        length = _RADIUS * level / chart.full
        axes.text(x * length, y * length - 2.5, str(level), color=_MUTED, size=7, ha="center")


def _draw_series(axes: Axes, chart: RadarSpec, series: RadarSeries, style: dict[str, object]) -> None:
    """Draw the line of a series, open where a value is missing."""
    line = {**style, "marker": ""}
    ranks = [*range(len(chart.axes)), 0]
    for one, other in pairwise(ranks):
        start, end = series.values[one], series.values[other]
        if start is not None and end is not None:
            _plot(axes, [_place(chart, one, start), _place(chart, other, end)], line)
    marks = {**style, "linestyle": "none", "markeredgewidth": 0}
    for rank, value in enumerate(series.values):
        if value is not None:
            _plot(axes, [_place(chart, rank, value)], marks)


def _plot(axes: Axes, points: Sequence[tuple[float, float]], style: dict[str, object]) -> None:
    axes.plot([x for x, _ in points], [y for _, y in points], **style)  # type: ignore[arg-type]


def _draw_name(axes: Axes, turn: tuple[float, float], name: str, values: Sequence[float | None]) -> None:
    """Write the name of an axis at its end, then its values."""
    lines = textwrap.wrap(name, _LINE_LENGTH, max_lines=_NAME_LINES, placeholder="…", break_long_words=True)
    told = " → ".join(_NONE if value is None else number(value, 1) for value in values)
    x, y = (_RADIUS + _AWAY) * turn[0], (_RADIUS + _AWAY) * turn[1]
    side = "center" if abs(turn[0]) < 0.1 else "left" if turn[0] > 0 else "right"
    whole = _LEADING * (len(lines) + 1)
    # Upwards the text stands on the end of its axis, downwards it hangs from it, sideways it is beside.
    top = y + whole / 2 + turn[1] * whole / 2
    for rank, line in enumerate((*lines, told)):
        base = top - _LEADING * rank - 0.8 * _LEADING
        weight = "bold" if rank == len(lines) else "normal"
        axes.text(x, base, line, ha=side, size=_SIZE, color=_TEXT, weight=weight)


def _draw_legend(axes: Axes, chart: RadarSpec, y: float) -> None:
    if len(chart.series) < 2:
        return
    for series, left in zip(chart.series, (-_LEGEND_ITEM, 12.0), strict=True):
        _plot(axes, [(left, y), (left + 24, y)], _style(chart, series))
        axes.text(left + 31, y - 3, series.name, size=9, color=_TEXT)
