"""Draws targets: for each, its name, a bar for where one starts, a bar for where one wants to be.

Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from nrdesk.core.reports import fitting
from nrdesk.core.reports.chart_specs import Target, TargetsSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE = 9.5
_TITLE, _BAR, _GAP, _AFTER = 14.0, 9.0, 2.5, 7.0
"""Heights in points: the name, a bar, what stands below a bar, what stands below a target."""
_SHARE = 0.5
"""Of the width, for the longest bar: what it says needs the rest."""
_EACH = _TITLE + 2 * (_BAR + _GAP) + _AFTER
_COLOURS, _HATCHES = ("#0072B2", "#D55E00"), ("", "////")
_TEXT, _TRACK = "#1B2733", "#F3F5F8"


def height(chart: TargetsSpec) -> float:
    """Return the height that targets want, in points."""
    return max(_EACH * len(chart.targets) - _AFTER, 1.0)


def draw(axes: Axes, chart: TargetsSpec, width: float) -> None:
    """Draw the targets on axes that fill a figure of `width` points by `height(chart)`."""
    whole = height(chart)
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, whole))
    axes.set_axis_off()
    for rank, target in enumerate(chart.targets):
        _draw_target(axes, target, width, whole - rank * _EACH)


def _draw_target(axes: Axes, target: Target, width: float, top: float) -> None:
    name = fitting.lines(target.title, width - 4, _SIZE, 1, bold=True)[0]
    axes.text(0, top - 10, name, size=_SIZE, color=_TEXT, weight="bold")
    longest = max(target.start, target.end) or 1.0
    values = ((target.start, target.start_text), (target.end, target.end_text))
    for rank, (value, text) in enumerate(values):
        base = top - _TITLE - _BAR - rank * (_BAR + _GAP)
        track = _SHARE * width
        axes.add_patch(Rectangle((0, base), track, _BAR, facecolor=_TRACK, edgecolor="none"))
        axes.add_patch(
            Rectangle(
                (0, base),
                track * value / longest,
                _BAR,
                facecolor=_COLOURS[rank],
                hatch=_HATCHES[rank],
                edgecolor="white",
                linewidth=0.4,
            )
        )
        said = fitting.lines(text, width - track - 12, _SIZE, 1)[0]
        axes.text(track + 8, base + 1.5, said, size=_SIZE, color=_TEXT)
