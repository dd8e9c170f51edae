"""Tables of slides: real tables, whose first row is said to be titles."""

from __future__ import annotations

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from nrdesk.core.reports.content import Run, Table
from nrdesk.core.reports.pptx import fitting, texts
from nrdesk.core.reports.pptx.shapes import describe, place
from nrdesk.core.reports.pptx.template import BODY, Box


def add(slide: Slide, table: Table, size: int) -> None:
    """Add a table that fits to a slide, in letters of `size` points."""
    last = () if table.total is None else (table.total,)
    rows = (tuple(column.label for column in table.columns), *table.rows, *last)
    heights = fitting.row_heights(table, size)
    box = Box(BODY.x, BODY.y, BODY.width, sum(heights))
    frame = slide.shapes.add_table(len(rows), len(table.columns), *place(box))
    describe(frame, table.caption, "Tableau")
    made = frame.table
    made.first_row, made.last_row, made.horz_banding = True, bool(last), True
    for column, width in zip(made.columns, fitting.column_widths(table), strict=True):
        column.width = Pt(width)
    for rank, (row, height) in enumerate(zip(rows, heights, strict=True)):
        made.rows[rank].height = Pt(height)
        for place_in_row, (text, column) in enumerate(zip(row, table.columns, strict=True)):
            cell = made.cell(rank, place_in_row)
            is_set_apart = rank == 0 or (bool(last) and rank == len(rows) - 1)
            texts.write(cell.text_frame, [[Run(text, bold=is_set_apart)]], size)
            _colour(cell, rank, of=len(rows), total=bool(last))
            if column.align == "right":
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _colour(cell: Any, rank: int, *, of: int, total: bool) -> None:  # noqa: ANN401 -- read as without types
    """Give a cell the ground of its row: other programs than PowerPoint do not know its styles of tables."""
    is_total = total and rank == of - 1
    ground = MSO_THEME_COLOR.BACKGROUND_2 if rank % 2 == 0 or is_total else MSO_THEME_COLOR.BACKGROUND_1
    cell.fill.solid()
    cell.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1 if rank == 0 else ground
    for run in cell.text_frame.paragraphs[0].runs:
        colour = MSO_THEME_COLOR.BACKGROUND_1 if rank == 0 else MSO_THEME_COLOR.TEXT_1
        run.font.color.theme_color = colour
