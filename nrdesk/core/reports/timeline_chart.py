"""Draws a timeline: dots at equal distances on a line, the date above, what happens below.

Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.reports import fitting
from nrdesk.core.reports.chart_specs import TimelineSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE, _LEADING = 8.5, 10.5
_LABEL_LINES = 3
_ABOVE = 26.0
"""Height of the date and of the line with its dots."""
HEIGHT = _ABOVE + _LABEL_LINES * _LEADING + 4
"""In points."""
_BETWEEN = 10.0
"""Between two labels."""
_DOT, _LINE, _TEXT = "#0072B2", "#51606F", "#1B2733"


def draw(axes: Axes, chart: TimelineSpec, width: float) -> None:
    """Draw the timeline on axes that fill a figure of `width` points by `HEIGHT`."""
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, HEIGHT))
    axes.set_axis_off()
    each = width / max(len(chart.milestones), 1)
    line = HEIGHT - 20
    axes.plot([each / 2, width - each / 2], [line, line], color=_LINE, linewidth=1.2)
    for rank, milestone in enumerate(chart.milestones):
        centre = (rank + 0.5) * each
        axes.plot([centre], [line], marker="o", markersize=7, color=_DOT, markeredgewidth=0)
        date = fitting.lines(milestone.when, each - _BETWEEN, _SIZE, 1, bold=True)[0]
        axes.text(centre, line + 8, date, size=_SIZE, weight="bold", color=_TEXT, ha="center")
        label = fitting.lines(milestone.label, each - _BETWEEN, _SIZE, _LABEL_LINES)
        for order, text in enumerate(label):
            base = HEIGHT - _ABOVE - order * _LEADING - 0.8 * _LEADING
            axes.text(centre, base, text, size=_SIZE, color=_TEXT, ha="center")
