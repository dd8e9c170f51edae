"""Charts: the same matplotlib figure on screen and on paper.

Two series at most need colour to be told apart, and never colour alone: the second is hatched, each bar
carries its value, and a table beside it gives the numbers. Importing matplotlib is slow: this module is to
be imported only when a chart is about to be drawn.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nrdesk.core.reports import matplotlib_home  # noqa: F401 -- before matplotlib

# isort: split
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from nrdesk.core import paths
from nrdesk.core.formatting import number, trimmed
from nrdesk.core.reports import (
    gantt_chart,
    lines_chart,
    map_chart,
    radar_chart,
    targets_chart,
    timeline_chart,
)
from nrdesk.core.reports.chart_specs import (
    Chart,
    ChartSpec,
    GanttSpec,
    LinesSpec,
    MapSpec,
    RadarSpec,
    TargetsSpec,
    TimelineSpec,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

TWO_COLOURS = ("#0072B2", "#D55E00")
FOUR_COLOURS = ("#142776", "#C48927", "#621400", "#4E9DC4")
"""Palettes that colour-blind readers tell apart."""
HATCHES = ("", "////", "....", "xxxx")
_TEXT, _MUTED, _LINE = "#1B2733", "#51606F", "#D9DEE5"
_SIZE = 9
_BAR, _FRAME = 24.0, 62.0
"""Height of a horizontal bar with its gap, and of what stands above and below the bars."""
_COLUMNS_HEIGHT = 190.0
_HIGHEST = 600.0
"""Height that leaves room for the caption on an A4 page; more bars are thinner bars."""
_THICKNESS = 0.66
"""Of a bar, as a share of its place."""
_LABEL = 40
"""Characters of the longest label."""
_STEPS = (1, 2, 2.5, 5, 10)
_STYLE: Any = {
    "font.family": "Source Sans 3",
    "font.size": _SIZE,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _MUTED,
    "axes.axisbelow": True,
    "grid.color": _LINE,
    "grid.linewidth": 0.6,
    "text.color": _TEXT,
    "xtick.color": _LINE,
    "ytick.color": _LINE,
    "xtick.labelcolor": _TEXT,
    "ytick.labelcolor": _TEXT,
    "hatch.linewidth": 0.8,
    "text.parse_math": False,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
}


def height(chart: Chart, width: float) -> float:
    """Return the height that a chart of `width` points wants, in points."""
    if isinstance(chart, MapSpec):
        _add_fonts()
        return map_chart.height(chart, width)
    if isinstance(chart, RadarSpec):
        return radar_chart.HEIGHT
    if isinstance(chart, TargetsSpec):
        return targets_chart.height(chart)
    if isinstance(chart, TimelineSpec):
        return timeline_chart.HEIGHT
    if isinstance(chart, GanttSpec):
        return gantt_chart.height(chart, width)
    if isinstance(chart, LinesSpec):
        return lines_chart.HEIGHT
    if chart.kind == "columns":
        return _COLUMNS_HEIGHT
    return min(_BAR * len(chart.labels) + _FRAME, _HIGHEST)


def figure(chart: Chart, width: float) -> Figure:
    """Return the chart as a matplotlib figure of `width` points by `height(chart, width)`.

    matplotlib's global settings are left as they were.
    """
    _add_fonts()
    with mpl.rc_context(_STYLE):
        drawn = Figure(figsize=(width / 72, height(chart, width) / 72), dpi=72, facecolor="white")
        axes = drawn.add_subplot()
        if isinstance(chart, MapSpec):
            map_chart.draw(axes, chart, width)
            return drawn
        if isinstance(chart, RadarSpec):
            radar_chart.draw(axes, chart, width)
            return drawn
        if isinstance(chart, TargetsSpec):
            targets_chart.draw(axes, chart, width)
            return drawn
        if isinstance(chart, TimelineSpec):
            timeline_chart.draw(axes, chart, width)
            return drawn
        if isinstance(chart, GanttSpec):
            gantt_chart.draw(axes, chart, width)
            return drawn
        if isinstance(chart, LinesSpec):
            lines_chart.draw(axes, chart, width)
            return drawn
        drawn.set_layout_engine("constrained")
        (_draw_bars if chart.kind == "bars" else _draw_columns)(axes, chart)
        if len(chart.series) > 1:
            drawn.legend(
                loc="outside upper left",
                ncols=len(chart.series),
                frameon=False,
                borderaxespad=0.2,
                handlelength=1.6,
                columnspacing=2,
            )
        return drawn


def printable(chart: Chart, clean: Callable[[str], str]) -> Chart:
    """Return the chart with its texts cleaned: matplotlib warns of characters that the fonts do not draw."""
    if isinstance(chart, MapSpec):
        points = tuple(replace(point, label=clean(point.label)) for point in chart.points)
        return replace(chart, points=points)
    if isinstance(chart, RadarSpec):
        radar_series = tuple(replace(series, name=clean(series.name)) for series in chart.series)
        return replace(chart, axes=tuple(map(clean, chart.axes)), series=radar_series)
    if isinstance(chart, TargetsSpec | TimelineSpec | GanttSpec | LinesSpec):
        return chart  # their texts are cleaned as they are shortened
    return replace(
        chart,
        labels=tuple(map(clean, chart.labels)),
        series=tuple(replace(series, name=clean(series.name)) for series in chart.series),
        unit=clean(chart.unit),
        totals=tuple(map(clean, chart.totals)),
        axis=clean(chart.axis),
    )


def _draw_bars(axes: Axes, chart: ChartSpec) -> None:
    places = range(len(chart.labels))
    starts = [0.0] * len(chart.labels)
    for rank, series in enumerate(chart.series):
        bars = axes.barh(places, series.values, left=starts, label=_short(series.name), height=_THICKNESS)
        _paint(bars, chart, rank)
        starts = [start + value for start, value in zip(starts, series.values, strict=True)]
    for place, end, text in zip(places, starts, _totals(chart, starts), strict=True):
        shift, side = (5, "left") if end >= 0 else (-5, "right")
        axes.annotate(text, (end, place), (shift, 0), textcoords="offset points", va="center", ha=side)
    axes.set_yticks(places, [_short(label) for label in chart.labels])
    axes.invert_yaxis()
    axes.set_xlabel(_short(chart.unit))
    axes.xaxis.set_major_formatter(lambda value, _: _value(value))
    axes.xaxis.set_major_locator(MaxNLocator(nbins=6, steps=_STEPS))
    axes.grid(axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.margins(x=0.1, y=0.02)
    if min(starts, default=0) < 0:
        # A change may be a drop: bars go both ways from a line at zero, with room for what both ends say.
        axes.axvline(0, color=_MUTED, linewidth=0.8)
        axes.margins(x=0.2, y=0.02)
    else:
        axes.set_xlim(left=0)


def _draw_columns(axes: Axes, chart: ChartSpec) -> None:
    places = range(len(chart.labels))
    starts = [0.0] * len(chart.labels)
    for rank, series in enumerate(chart.series):
        bars = axes.bar(places, series.values, bottom=starts, label=_short(series.name), width=_THICKNESS)
        _paint(bars, chart, rank)
        starts = [start + value for start, value in zip(starts, series.values, strict=True)]
    for place, end, text in zip(places, starts, _totals(chart, starts), strict=True):
        axes.annotate(text, (place, end), (0, 3), textcoords="offset points", ha="center")
    axes.set_xticks(places, [_short(label) for label in chart.labels])
    axes.set_xlabel(_short(chart.axis))
    axes.set_ylabel(_short(chart.unit))
    axes.yaxis.set_major_formatter(lambda value, _: _value(value))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, steps=_STEPS, integer=True))
    axes.grid(axis="y")
    axes.spines["left"].set_visible(False)
    axes.margins(x=0.02, y=0.12)
    axes.set_ylim(bottom=0)


def _totals(chart: ChartSpec, ends: Sequence[float]) -> Sequence[str]:
    return [_short(text) for text in chart.totals] or [_value(end) for end in ends]


def _paint(bars: BarContainer, chart: ChartSpec, rank: int) -> None:
    colours = TWO_COLOURS if len(chart.series) <= len(TWO_COLOURS) else FOUR_COLOURS
    for bar in bars.patches:
        bar.set(
            facecolor=colours[rank % len(colours)],
            hatch=HATCHES[rank % len(HATCHES)],
            edgecolor="white",
            linewidth=0.6,
        )


def _value(value: float) -> str:
    return number(value) if abs(value) >= 10 else trimmed(value, 1)


def _short(text: str) -> str:
    """Return a label on one line, short enough to leave room for the bars."""
    text = re.sub(r"[ \t\r\n]+", " ", text)
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"


@functools.cache
def _add_fonts() -> None:
    for face in ("Regular", "Bold"):
        font_manager.fontManager.addfont(paths.resources() / "fonts" / f"SourceSans3-{face}.ttf")
