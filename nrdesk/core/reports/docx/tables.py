"""Tables of texts and key figures, written as XML at once: python-docx searches the table for every cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from docx.oxml.xmlchemy import BaseOxmlElement

from nrdesk.core.reports.content import Column, KeyFigure, Table
from nrdesk.core.reports.docx.oxml import clean, element, one_line

WIDTH = 9412
"""Width of the text in twentieths of a point: 166 mm."""
KEY_FIGURES = "Chiffres clés"
_SIDE_BY_SIDE, _A_ROW = 4, 3
"""Key figures that stand side by side, and how many make a row beyond."""
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "noHBand": 0x200, "noVBand": 0x400}
"""Parts of a table that its style sets apart, as word processors of all ages read it (bits and names)."""
_DATA = ("firstRow", "firstColumn", "noHBand", "noVBand")


def data_table(table: Table) -> BaseOxmlElement:
    """Return a table that has at least one row; its header is repeated on each page."""
    total = sum(column.weight for column in table.columns)
    widths = [round(WIDTH * column.weight / total) for column in table.columns]
    looks = _DATA if table.total is None else (*_DATA, "lastRow")
    labels = ", ".join(one_line(column.label) for column in table.columns)
    made = _table("DataTable", widths, table.caption, f"Colonnes\u00a0: {labels}.", looks)
    header = _row([column.label for column in table.columns], table.columns, widths)
    header.trPr.append(element("w:tblHeader"))
    made.append(header)
    for cells in table.rows if table.total is None else (*table.rows, table.total):
        made.append(_row(cells, table.columns, widths))
    return made


def key_figures(figures: Sequence[KeyFigure]) -> BaseOxmlElement:
    """Return figures to remember, side by side."""
    columns = len(figures) if len(figures) <= _SIDE_BY_SIDE else _A_ROW
    widths = [WIDTH // columns] * columns
    told = ", ".join(one_line(figure.label) for figure in figures)
    made = _table("KeyFigures", widths, KEY_FIGURES, told, ("noHBand", "noVBand"))
    for start in range(0, len(figures), columns):
        row = element("w:tr")
        row.append(_kept_whole())
        for figure, width in zip_longest(figures[start : start + columns], widths):
            row.append(_key_figure(figure, width))
        made.append(row)
    return made


def _key_figure(figure: KeyFigure | None, width: int) -> BaseOxmlElement:
    """Return the cell of a figure, or an empty one at the end of a row."""
    cell = _cell(width)
    if figure is None:
        cell.append(_paragraph("", "KeyLabel"))
        return cell
    if figure.value:
        cell.append(_paragraph(figure.value, "KeyValue"))
    cell.append(_paragraph(figure.label, "KeyLabel"))
    if figure.detail:
        cell.append(_paragraph(figure.detail, "KeyDetail"))
    return cell


def _table(
    style: str, widths: Sequence[int], caption: str, description: str, looks: Sequence[str]
) -> BaseOxmlElement:
    table, properties, grid = element("w:tbl"), element("w:tblPr"), element("w:tblGrid")
    mask = sum(_LOOKS[name] for name in looks)
    look = element("w:tblLook", val=f"{mask:04X}", **{name: int(name in looks) for name in _LOOKS})
    for part in (
        element("w:tblStyle", val=style),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        look,
        element("w:tblCaption", val=one_line(caption)),
        element("w:tblDescription", val=description),
    ):
        properties.append(part)
    for width in widths:
        grid.append(element("w:gridCol", w=width))
    table.append(properties)
    table.append(grid)
    return table


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> BaseOxmlElement:
    row = element("w:tr")
    row.append(_kept_whole())
    for text, column, width in zip(cells, columns, widths, strict=True):
        cell = _cell(width)
        cell.append(_paragraph(text, "Cell", right=column.align == "right"))
        row.append(cell)
    return row


def _kept_whole() -> BaseOxmlElement:
    """Return the properties of a row that no page break cuts."""
    properties = element("w:trPr")
    properties.append(element("w:cantSplit"))
    return properties


def _cell(width: int) -> BaseOxmlElement:
    cell, properties = element("w:tc"), element("w:tcPr")
    properties.append(element("w:tcW", w=width, type="dxa"))
    cell.append(properties)
    return cell


def _paragraph(text: str, style: str, *, right: bool = False) -> BaseOxmlElement:
    paragraph, properties = element("w:p"), element("w:pPr")
    properties.append(element("w:pStyle", val=style))
    if right:
        properties.append(element("w:jc", val="right"))
    paragraph.append(properties)
    run = paragraph.add_r()
    run.text = clean(text)
    return paragraph
