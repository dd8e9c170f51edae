"""Draws a calendar of actions: titles, bars, what waits for what, milestones, the date of the document.

Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.patches import Polygon, Rectangle

from nrdesk.core.dates import SHORT_MONTHS
from nrdesk.core.model import ActionStatus
from nrdesk.core.reports import fitting
from nrdesk.core.reports.chart_specs import GanttBar, GanttSpec
from nrdesk.core.reports.pdf import fonts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW, _HEAD, _LEGEND = 15.0, 32.0, 22.0
"""Heights of a row, of the dates above, of the signs below, in points on a page for the hand."""
_SIZE = 8.0
_WALL, _LARGEST = 800.0, 1.35
"""Width from which the calendar is made for a wall, and how much larger everything then is at most."""
_SHEET = 455.0
"""Height that it may take there to stand under the title of the document, with a logo, in points."""
_TITLES = 0.28
"""Share of the width that titles take."""
_BAR = 0.56
"""Height of a bar, as a share of its row."""
_NOTE = 150.0
"""Room for what is written after a bar."""
_LEAST_LABEL = 20.0
"""Width under which a month, or a quarter, is not named."""
_TEXT, _MUTED, _LINE, _EDGE = "#1B2733", "#51606F", "#D9DEE5", "#75828F"
_CRITICAL, _TODAY = "#D55E00", "#B3261E"
_COLOURS = {
    ActionStatus.TO_START: ("#0B5E8A", "#E3F0F7"),
    ActionStatus.UNDER_WAY: ("#0B5E8A", "#E3F0F7"),
    ActionStatus.DONE: ("#1A6E3F", "#1A6E3F"),
    ActionStatus.DROPPED: (_EDGE, "#EEF1F4"),
}
"""Edge and ground of a bar."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as points."""

    first: dt.date
    last: dt.date
    left: float
    right: float
    zoom: float

    def x(self, day: dt.date) -> float:
        """Return where a day starts, at an edge of the calendar when it is outside."""
        days = (self.last - self.first).days + 1
        share = (day - self.first).days / days
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def end(self, day: dt.date) -> float:
        """Return where a day ends."""
        return self.x(day + dt.timedelta(days=1)) if day < self.last else self.right

    def periods(self, months: int) -> Iterator[tuple[dt.date, dt.date]]:
        """Yield the first day of each period of so many months, and that of the next one."""
        rank = self.first.year * 12 + (self.first.month - 1) // months * months
        while (start := _month(rank)) <= self.last:
            rank += months
            yield start, _month(rank)


def _month(rank: int) -> dt.date:
    return dt.date(rank // 12, rank % 12 + 1, 1)


def height(chart: GanttSpec, width: float) -> float:
    """Return the height that a calendar of `width` points wants."""
    return _natural(chart) * _zoom(chart, width)


def _natural(chart: GanttSpec) -> float:
    return _HEAD + _ROW * len(chart.bars) + _LEGEND


def _zoom(chart: GanttSpec, width: float) -> float:
    return min(max(_SHEET / _natural(chart), 1.0), _LARGEST) if width >= _WALL else 1.0


def draw(axes: Axes, chart: GanttSpec, width: float) -> None:
    """Draw the calendar on axes that fill a figure of `width` points by `height(chart, width)`.

    Lengths are those of a page for the hand; on a wall, the axes make them larger, and `zoom` the letters.
    """
    zoom = _zoom(chart, width)
    whole, width = _natural(chart), width / zoom
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(whole, 0))
    axes.set_axis_off()
    scale = _Scale(chart.first, chart.last, _TITLES * width, width - 4, zoom)
    bottom = whole - _LEGEND
    _draw_head(axes, scale, bottom)
    for rank in range(len(chart.bars) + 1):
        y = _HEAD + rank * _ROW
        axes.plot([0, scale.right], [y, y], color=_LINE, linewidth=0.5)
    for needed, waiting in chart.links:
        _draw_link(axes, scale, chart, needed, waiting)
    if chart.first <= chart.today <= chart.last:
        x = scale.x(chart.today)
        axes.plot([x, x], [_HEAD - 4, bottom], color=_TODAY, linewidth=1, linestyle=(0, (4, 3)))
    for rank, bar in enumerate(chart.bars):
        _draw_row(axes, scale, bar, _HEAD + rank * _ROW)
    _draw_legend(axes, scale, bottom + _LEGEND / 2 + 3)


def _draw_head(axes: Axes, scale: _Scale, bottom: float) -> None:
    """Draw the years, and under them the months or the quarters that there is room for."""
    axes.add_patch(Rectangle((0, 0), scale.right, _HEAD, facecolor="#EEF1F4", linewidth=0))
    axes.text(6, _HEAD - 11, "Action", size=_SIZE * scale.zoom, weight="bold", color=_TEXT)
    month = (scale.right - scale.left) / max(1, (scale.last - scale.first).days) * 30.4
    step = 1 if month >= _LEAST_LABEL else 3 if 3 * month >= _LEAST_LABEL else 12
    for start, following in scale.periods(step):
        x = scale.x(start)
        axes.plot([x, x], [_HEAD / 2, bottom], color=_LINE, linewidth=0.5)
        if step < 12 and scale.x(following) - x >= _LEAST_LABEL:
            name = SHORT_MONTHS[start.month - 1] if step == 1 else f"T{(start.month + 2) // 3}"
            axes.text(x + 3, _HEAD - 5, name, size=(_SIZE - 0.5) * scale.zoom, color=_MUTED)
    for start, following in scale.periods(12):
        x = scale.x(start)
        axes.plot([x, x], [0, bottom], color=_EDGE, linewidth=0.6)
        if scale.x(following) - x >= _LEAST_LABEL:
            axes.text(
                x + 3, _HEAD / 2 - 4, str(start.year), size=_SIZE * scale.zoom, weight="bold", color=_TEXT
            )


def _span(scale: _Scale, bar: GanttBar) -> tuple[float, float] | None:
    """Return where a bar starts and ends, None without a date."""
    if bar.start is None and bar.end is None:
        return None
    left = scale.x(bar.start) if bar.start else scale.left
    right = scale.end(bar.end) if bar.end else scale.right
    return left, max(right, left + 2)


def _draw_row(axes: Axes, scale: _Scale, bar: GanttBar, top: float) -> None:
    middle = top + _ROW / 2
    title = fitting.lines(bar.label, scale.left - 12, _SIZE, 1)[0]
    muted = bar.status in (ActionStatus.DONE, ActionStatus.DROPPED)
    axes.text(6, middle + 2.8, title, size=_SIZE * scale.zoom, color=_MUTED if muted else _TEXT)
    span = _span(scale, bar)
    if span:
        _draw_bar(axes, bar, span, middle)
    elif not bar.marks:
        axes.text(scale.left + 6, middle + 2.8, "sans date", size=(_SIZE - 0.5) * scale.zoom, color=_MUTED)
    if bar.note and span:
        _draw_note(axes, scale, bar.note, span[1], middle)
    for mark, following in zip(bar.marks, (*bar.marks[1:], None)[: len(bar.marks)], strict=True):
        x = scale.end(mark.day)
        _draw_mark(axes, x, middle, reached=mark.is_passed)
        room = (scale.end(following.day) if following else scale.right) - x - 14
        if mark.title and room > _LEAST_LABEL:
            words = fitting.lines(mark.title, room, _SIZE, 1)[0]
            axes.text(x + 7, middle + 2.8, words, size=_SIZE * scale.zoom, color=_TEXT)


def _draw_note(axes: Axes, scale: _Scale, note: str, right: float, middle: float) -> None:
    """Write what calls for attention after a bar, or over its end when the calendar ends there."""
    words = fitting.lines(note, _NOTE, _SIZE - 0.5, 1)[0]
    over = right + 10 + fonts.width(words, fonts.variant(), _SIZE - 0.5) > scale.right
    axes.text(
        right - 4 if over else right + 5,
        middle + 2.6,
        words,
        size=(_SIZE - 0.5) * scale.zoom,
        color=_TODAY,
        ha="right" if over else "left",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
        zorder=6,
    )


def _draw_bar(axes: Axes, bar: GanttBar, span: tuple[float, float], middle: float) -> None:
    left, right = span
    edge, ground = _COLOURS[bar.status]
    high = _BAR * _ROW
    box = (left, middle - high / 2)
    hatch = "////" if bar.status is ActionStatus.DROPPED else None
    line = _CRITICAL if bar.is_critical else edge
    axes.add_patch(
        Rectangle(
            box, right - left, high, facecolor=ground, edgecolor=line,
            linewidth=1.2 if bar.is_critical else 0.8, hatch=hatch, zorder=3,
        )
    )  # fmt: skip
    if bar.status is ActionStatus.UNDER_WAY and bar.progress:
        done = (right - left) * min(bar.progress, 100) / 100
        axes.add_patch(Rectangle(box, done, high, facecolor=edge, linewidth=0, zorder=4))
    if bar.is_critical:
        under = middle + high / 2 + 1
        axes.add_patch(
            Rectangle((left, under), right - left, 1.6, facecolor=_CRITICAL, linewidth=0, zorder=4)
        )


def _draw_mark(axes: Axes, x: float, middle: float, *, reached: bool) -> None:
    """Draw a milestone: a diamond, filled once it is passed."""
    half = 4.2
    corners = [(x, middle - half), (x + half, middle), (x, middle + half), (x - half, middle)]
    face = _TEXT if reached else "white"
    axes.add_patch(Polygon(corners, facecolor=face, edgecolor=_TEXT, linewidth=1, zorder=5))


def _draw_link(axes: Axes, scale: _Scale, chart: GanttSpec, needed: int, waiting: int) -> None:
    """Draw a dependency, from the end of a bar to the start of the one that waits."""
    first, second = _span(scale, chart.bars[needed]), _span(scale, chart.bars[waiting])
    if first is None or second is None:
        return
    start, end = first[1], second[0]
    above, below = (_HEAD + (rank + 0.5) * _ROW for rank in (needed, waiting))
    critical = chart.bars[needed].is_critical and chart.bars[waiting].is_critical
    colour = _CRITICAL if critical else _EDGE
    out = start + 3
    if end - 4 >= out:
        xs, ys = [start, out, out, end], [above, above, below, below]
    else:
        turn = below - _ROW / 2 if below > above else below + _ROW / 2
        xs, ys = [start, out, out, end - 5, end - 5, end], [above, above, turn, turn, below, below]
    axes.plot(xs, ys, color=colour, linewidth=0.7, zorder=2)
    tip = [(end, below), (end - 3.5, below - 2), (end - 3.5, below + 2)]
    axes.add_patch(Polygon(tip, facecolor=colour, linewidth=0, zorder=2))


def _draw_legend(axes: Axes, scale: _Scale, middle: float) -> None:
    """Draw a sign of each kind with its words."""
    x = 6.0
    for status, progress, critical, words in (
        (ActionStatus.TO_START, 0, False, "à lancer"),
        (ActionStatus.UNDER_WAY, 50, False, "en cours"),
        (ActionStatus.DONE, 0, False, "terminé"),
        (ActionStatus.DROPPED, 0, False, "abandonné"),
        (ActionStatus.TO_START, 0, True, "chaîne critique"),
    ):
        sample = GanttBar("", status, None, None, progress, critical)
        _draw_bar(axes, sample, (x, x + 20), middle)
        x = _say(axes, scale, x + 24, middle, words)
    _draw_mark(axes, x + 4, middle, reached=False)
    x = _say(axes, scale, x + 12, middle, "jalon")
    axes.plot([x + 3, x + 3], [middle - 6, middle + 6], color=_TODAY, linewidth=1, linestyle=(0, (4, 3)))
    _say(axes, scale, x + 9, middle, "date du document")


def _say(axes: Axes, scale: _Scale, x: float, middle: float, words: str) -> float:
    """Write words, and return where the next sign goes."""
    axes.text(x, middle + 2.8, words, size=_SIZE * scale.zoom, color=_MUTED)
    return x + fonts.width(words, fonts.variant(), _SIZE) + 12
