"""Tables: rows of text over as many pages as needed, the header repeated on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.reports.content import Column, Table
from nrdesk.core.reports.pdf import theme, typeset
from nrdesk.core.reports.pdf.flow import ROOM, Block
from nrdesk.core.reports.pdf.structure import Element

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

_SIDE, _ABOVE = 5.0, 3.5
"""Space inside a cell, left and right, above and below."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[list[typeset.Line], ...]
    elements: tuple[Element, ...]
    style: theme.TextStyle

    @property
    def height(self) -> float:
        return max(len(lines) for lines in self.cells) * self.style.leading + 2 * _ABOVE

    def cut(self, lines: int) -> tuple[_Row, _Row]:
        """Return two halves of a row too tall for a page, cells and structure shared."""
        return (
            replace(self, cells=tuple(cell[:lines] for cell in self.cells)),
            replace(self, cells=tuple(cell[lines:] for cell in self.cells)),
        )


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the parts of a table share."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    header: _Row


class TableBlock(Block):
    """A table, or the part of it that stands on one page."""

    after = 14.0
    _TOGETHER = 2
    """Rows that stay with the header."""
    _WHOLE = ROOM / 3
    """A table lower than this is not split."""

    def __init__(self, grid: _Grid, rows: Sequence[_Row], *, is_continued: bool = False) -> None:
        self._grid, self._rows, self._is_continued = grid, rows, is_continued
        self.height = grid.header.height + sum(row.height for row in rows)

    def least(self) -> float:
        """Return the height of the header and of the rows that stay with it."""
        if self.height <= self._WHOLE:
            return self.height
        return min(
            self._grid.header.height + sum(row.height for row in self._rows[: self._TOGETHER]), ROOM / 2
        )

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Return what fits in `room`, and the rest."""
        if self.height <= self._WHOLE:
            return None
        room -= self._grid.header.height
        fitting, used = 0, 0.0
        for row in self._rows:
            if used + row.height > room:
                break
            fitting, used = fitting + 1, used + row.height
        if fitting == len(self._rows) - 1 and fitting > 1:
            fitting -= 1  # the last row, often the total, does not stand alone on the next page
        if fitting:
            return self._cut(self._rows[:fitting], self._rows[fitting:])
        row = self._rows[0]
        lines = int((room - 2 * _ABOVE) / row.style.leading)
        if row.height + self._grid.header.height <= ROOM or lines < 1:
            return None
        top, rest = row.cut(lines)
        return self._cut([top], [rest, *self._rows[1:]])

    def _cut(self, first: Sequence[_Row], rest: Sequence[_Row]) -> tuple[TableBlock, TableBlock]:
        return (
            TableBlock(self._grid, first, is_continued=self._is_continued),
            TableBlock(self._grid, rest, is_continued=True),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the block downwards from its top left corner."""
        self._draw_ground(canvas, x, top)
        if self._is_continued:
            with canvas.artifact(of_page=True):
                self._draw_row(canvas, self._grid.header, x, top, is_tagged=False)
        else:
            self._draw_row(canvas, self._grid.header, x, top)
        top -= self._grid.header.height
        for row in self._rows:
            self._draw_row(canvas, row, x, top)
            top -= row.height

    def _draw_ground(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        width, height = sum(self._grid.widths), self._grid.header.height
        right = x + width
        with canvas.artifact():
            canvas.fill(theme.ACCENT_SOFT)
            canvas.rect(x, top - height, width, height, stroke=0, fill=1)
            canvas.stroke(theme.ACCENT)
            canvas.setLineWidth(1)
            canvas.line(x, top - height, right, top - height)
            canvas.stroke(theme.LINE)
            canvas.setLineWidth(0.6)
            y = top - height
            for row in self._rows:
                if row.style.bold:
                    canvas.fill(theme.SUNKEN)
                    canvas.rect(x, y - row.height, width, row.height, stroke=0, fill=1)
                y -= row.height
                canvas.line(x, y, right, y)

    def _draw_row(
        self, canvas: TaggedCanvas, row: _Row, x: float, top: float, *, is_tagged: bool = True
    ) -> None:
        top -= _ABOVE
        columns = zip(self._grid.columns, self._grid.widths, row.cells, row.elements, strict=True)
        for column, width, lines, element in columns:
            if any(lines):
                right = x + width - _SIDE if column.align == "right" else None
                if is_tagged:
                    with canvas.tag(element):
                        typeset.draw_lines(canvas, lines, x + _SIDE, top, row.style, right=right)
                else:
                    typeset.draw_lines(canvas, lines, x + _SIDE, top, row.style, right=right)
            x += width


def table_block(
    table: Table, element: Element, style: theme.TextStyle, width: float = theme.WIDTH
) -> TableBlock:
    """Return a table that has at least one row; `element` is its `Table` in the structure."""
    bold = replace(style, bold=True)
    total = sum(column.weight for column in table.columns)
    widths = tuple(width * column.weight / total for column in table.columns)
    head, body = element.add("THead"), element.add("TBody")
    header = _row(tuple(column.label for column in table.columns), widths, head, bold, is_header=True)
    rows = [_row(cells, widths, body, style) for cells in table.rows]
    if table.total is not None:
        rows.append(_row(table.total, widths, body, bold))
    return TableBlock(_Grid(table.columns, widths, header), rows)


def _row(
    cells: tuple[str, ...],
    widths: tuple[float, ...],
    parent: Element,
    style: theme.TextStyle,
    *,
    is_header: bool = False,
) -> _Row:
    row = parent.add("TR")
    elements = tuple(_cell(row, rank, is_header=is_header) for rank in range(len(cells)))
    lines = tuple(
        typeset.plain(text, style, width - 2 * _SIDE) for text, width in zip(cells, widths, strict=True)
    )
    return _Row(lines, elements, style)


def _cell(row: Element, rank: int, *, is_header: bool) -> Element:
    if is_header or rank == 0:
        return row.add("TH", O="Table", Scope="Column" if is_header else "Row")
    return row.add("TD")
