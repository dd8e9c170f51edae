"""Draws a map of names on two scales: every name is written where it stands, and none over another.

Levels are whole numbers, so the map is a grid: names share the cell of their levels, one under the other,
and a row is as tall as its fullest cell. Imported by `charts` only: matplotlib is slow to import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from nrdesk.core.reports.content import LEVELS, MapSpec

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SIZE, _LEADING = 8.0, 9.6
_NAME_LINES = 3
"""Lines that a name may take; a longer one ends with "…" and is whole in the table beside the map."""
_LONGEST_WORD = 80
"""Characters, more than a line holds."""
_CELL_LINES = 9
_LEAST_ROW, _PADDING = 37.0, 7.0
_TITLE = 15.0
"""Height kept for the name of a quarter, at the top of it."""
LEFT, BOTTOM, _EDGE = 32.0, 34.0, 2.0
"""Room for the scales, and around the rest, in points."""
_INDENT = 12.0
_DOT = "#0B5E8A"
_GROUNDS = ("#F3F5F8", "#E3F0F7", "#FFFFFF", "#F3F5F8")
"""Of the quarters, the one that matters most in the colour of the accent."""
_LINE, _MUTED = "#D9DEE5", "#51606F"


@dataclass(frozen=True, slots=True)
class _Row:
    """Names of one level of the vertical scale: for each cell, names cut into lines."""

    cells: tuple[tuple[tuple[str, ...], ...], ...]
    is_top_of_quarters: bool

    @property
    def height(self) -> float:
        lines = max(sum(map(len, cell)) for cell in self.cells)
        title = _TITLE if self.is_top_of_quarters else 0.0
        return max(_LEAST_ROW, lines * _LEADING + 2 * _PADDING) + title


def height(chart: MapSpec, width: float) -> float:
    """Return the height that a map of `width` points wants."""
    return sum(row.height for row in _rows(chart, width)) + BOTTOM + _EDGE


def draw(axes: Axes, chart: MapSpec, width: float) -> None:
    """Draw the map on axes that fill a figure of `width` points by `height(chart, width)`."""
    rows = _rows(chart, width)
    whole = sum(row.height for row in rows)
    cell = _cell_width(width)
    axes.set_position(
        (LEFT / width, BOTTOM / (whole + BOTTOM + _EDGE), cell * LEVELS / width,
         whole / (whole + BOTTOM + _EDGE))
    )  # fmt: skip
    axes.set(xlim=(0, LEVELS * cell), ylim=(whole, 0))
    _draw_quarters(axes, chart, rows, cell)
    top = 0.0
    middles = []
    for row in rows:
        start = top + _PADDING + (_TITLE if row.is_top_of_quarters else 0.0)
        for rank, names in enumerate(row.cells):
            _draw_names(axes, names, rank * cell, start)
        middles.append(top + row.height / 2)
        top += row.height
        axes.axhline(top, color=_LINE, linewidth=0.6)
    for rank in range(1, LEVELS):
        axes.axvline(rank * cell, color=_LINE, linewidth=0.6)
    axes.set_xticks([(rank + 0.5) * cell for rank in range(LEVELS)], [str(n + 1) for n in range(LEVELS)])
    axes.set_yticks(middles, [str(LEVELS - rank) for rank in range(LEVELS)])
    axes.set_xlabel(chart.x_axis)
    axes.set_ylabel(chart.y_axis)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _cell_width(width: float) -> float:
    return (width - LEFT - _EDGE) / LEVELS


def _rows(chart: MapSpec, width: float) -> list[_Row]:
    """Return the rows from the highest level down."""
    room = _cell_width(width) - _INDENT - 4
    return [
        _Row(
            tuple(
                _cell([point.label for point in chart.points if (point.x, point.y) == (x, y)], room)
                for x in range(1, LEVELS + 1)
            ),
            y in (LEVELS, chart.high - 1),
        )
        for y in range(LEVELS, 0, -1)
    ]


def _cell(names: list[str], room: float) -> tuple[tuple[str, ...], ...]:
    """Return the names of a cell cut into lines; those that find no room are only counted."""
    cut = [tuple(_cut(name, room)) for name in names]
    if sum(map(len, cut)) <= _CELL_LINES:
        return tuple(cut)
    kept: list[tuple[str, ...]] = []
    while sum(map(len, kept)) + len(cut[len(kept)]) < _CELL_LINES:
        kept.append(cut[len(kept)])
    return (*kept, (f"et {len(names) - len(kept)} autres",))


def _cut(name: str, room: float) -> Iterator[str]:
    """Yield the lines of a name, `_NAME_LINES` at most."""
    # What was pasted as one endless word is not measured letter by letter.
    words = [word[:_LONGEST_WORD] for word in name.split()]
    for rank in range(_NAME_LINES):
        line = ""
        while words and _width(f"{line} {words[0]}".strip()) <= room:
            line = f"{line} {words.pop(0)}".strip()
        if words and (not line or rank == _NAME_LINES - 1):
            yield _shortened(f"{line} {words.pop(0)}".strip(), room)
            return
        yield line
        if not words:
            return


def _shortened(line: str, room: float) -> str:
    while line and _width(f"{line}…") > room:
        line = line[:-1].rstrip()
    return f"{line}…"


def _width(text: str) -> float:
    font = FontProperties(family="Source Sans 3", size=_SIZE)
    width: float = text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]
    return width


def _draw_quarters(axes: Axes, chart: MapSpec, rows: list[_Row], cell: float) -> None:
    whole = sum(row.height for row in rows)
    upper = sum(row.height for row in rows[: LEVELS - chart.high + 1])
    left = (chart.high - 1) * cell
    corners = (
        (0.0, 0.0, left, upper),
        (left, 0.0, LEVELS * cell - left, upper),
        (0.0, upper, left, whole - upper),
        (left, upper, LEVELS * cell - left, whole - upper),
    )
    for (x, y, w, h), ground, title in zip(corners, _GROUNDS, chart.quarters, strict=True):
        axes.add_patch(Rectangle((x, y), w, h, facecolor=ground, edgecolor=_LINE, linewidth=1.2))
        axes.text(x + 6, y + 11, title, color=_MUTED, weight="bold", size=_SIZE)


def _draw_names(axes: Axes, names: tuple[tuple[str, ...], ...], left: float, top: float) -> None:
    for lines in names:
        axes.plot(left + 6.5, top + _LEADING / 2, marker="o", markersize=3.6, color=_DOT, markeredgewidth=0)
        for line in lines:
            axes.text(left + _INDENT, top + 0.78 * _LEADING, line, size=_SIZE)
            top += _LEADING
