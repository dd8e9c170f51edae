"""Writes sheets as an XLSX workbook: typed cells, frozen titles, filters, lists to choose from.

Texts stay texts: a value that starts with "=" is never a formula. The same sheets give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a format of its own, where a column mixes them."""

    value: float
    number_format: str
    """In Excel's codes; each program shows it in its own language."""


Cell: TypeAlias = str | int | float | dt.date | Number | None

LISTS = "Listes"
"""Hidden sheet with the choices of the lists: a list in the cell itself is limited to 255 characters."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not allow."""
_TITLE = Font(bold=True, color="FFFFFFFF")
_TITLE_GROUND = PatternFill("solid", fgColor="FF0B5E8A")
_TOTAL = Font(bold=True)
_LINE_HEIGHT, _TALLEST = 15.0, 405.0
"""Heights in points of a line of text and of the tallest row that Excel accepts."""
_PAGES_WIDE = 3
"""Landscape pages across which a table is printed: on one, its text would be too small to read."""
_ROOM_TO_TYPE = 2_000
"""Rows below the last one that offer the lists too."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    width: float = 14
    """In characters."""
    choices: tuple[str, ...] = ()
    """Proposed in a list; another text is accepted with a warning."""
    help: str = ""
    """Shown when a cell with choices is selected."""
    number_format: str = ""
    """Format of numbers and dates, in Excel's codes; each program shows it in its own language."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: titles, then rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_table: bool = True
    """Whether it has frozen titles and filters; otherwise it is a page to read."""
    total: tuple[Cell, ...] | None = None
    """Last row, set apart: filters leave it where it is."""
    wraps: bool = False
    """Whether long texts are folded in their cell; always so in a page to read."""


def workbook(sheets: Sequence[Sheet], *, title: str, date: dt.date) -> bytes:
    """Return the workbook as a file.

    Args:
        sheets: In order.
        title: Title in the properties of the file.
        date: Date of the data, written as that of the file.
    """
    book = Workbook(write_only=True)
    lists = [column for sheet in sheets for column in sheet.columns if column.choices]
    for sheet in sheets:
        _write(book, sheet, lists)
    if lists:
        _write_lists(book, lists)
    return saved(book, title=title, date=date)


def saved(book: Workbook, *, title: str, date: dt.date) -> bytes:
    """Return a workbook as a file that bears the date of its data."""
    book.properties.title = clean(title)
    book.properties.creator = "nrdesk"
    book.properties.language = "fr-FR"
    book.properties.created = book.properties.modified = dt.datetime.combine(date, dt.time())
    buffer = io.BytesIO()
    ExcelWriter(book, _Archive(buffer, date)).save()
    return buffer.getvalue()


def clean(text: str) -> str:
    """Return a text without the characters that a workbook cannot hold."""
    return _ILLEGAL.sub("", text)


def _write(book: Workbook, sheet: Sheet, lists: Sequence[Column]) -> None:
    page = book.create_sheet(sheet.title)
    # On paper, a wide table takes a few readable pages side by side, each with titles and numbers.
    page.page_setup.orientation = "landscape" if sheet.is_table else "portrait"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth = _PAGES_WIDE if sheet.is_table else 1
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"
    if sheet.is_table:
        page.print_title_cols = "A:A"
    for rank, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(rank)].width = column.width
        if column.choices:
            page.data_validations.append(_list(column, rank, lists.index(column) + 1, len(sheet.rows)))
    if sheet.is_table:
        page.freeze_panes = "B2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.append([_title(page, column.title) for column in sheet.columns])
    for rank, row in enumerate(sheet.rows, start=2):
        if sheet.wraps or not sheet.is_table:
            page.row_dimensions[rank].height = _height(sheet.columns, row)
        page.append(list(_cells(page, sheet, row)))
    if sheet.total is not None:
        page.append([_set_apart(page, cell) for cell in _cells(page, sheet, sheet.total)])


def _height(columns: Sequence[Column], row: tuple[Cell, ...]) -> float:
    """Return the height in points of a row whose texts are folded: LibreOffice does not work it out."""
    folded = (
        sum(max(1, len(textwrap.wrap(line, max(1, int(column.width) - 1)))) for line in text.split("\n"))
        for column, text in zip(columns, row, strict=True)
        if isinstance(text, str)
    )
    return min(_LINE_HEIGHT * max(folded, default=1), _TALLEST)


def _cells(page: Any, sheet: Sheet, row: tuple[Cell, ...]) -> Iterator[Any]:  # noqa: ANN401 -- openpyxl has no types
    wrap = sheet.wraps or not sheet.is_table
    for column, value in zip(sheet.columns, row, strict=True):
        if isinstance(value, str):
            yield _text(page, value, wrap=wrap) if value else None
        elif isinstance(value, Number):
            yield _number(page, value.value, value.number_format, top=wrap)
        elif value is None or not column.number_format:
            yield value
        else:
            yield _number(page, value, column.number_format, top=wrap)


def _number(page: Any, value: float | dt.date, number_format: str, *, top: bool) -> Any:  # noqa: ANN401
    cell = WriteOnlyCell(page, value)
    cell.number_format = number_format
    if top:
        cell.alignment = Alignment(vertical="top")
    return cell


def _set_apart(page: Any, cell: Any) -> Any:  # noqa: ANN401
    """Return a cell of a row of totals."""
    if cell is None:
        return None
    if not hasattr(cell, "font"):
        cell = WriteOnlyCell(page, cell)
    cell.font = _TOTAL
    return cell


def _text(page: Any, value: str, *, wrap: bool) -> Any:  # noqa: ANN401
    cell = WriteOnlyCell(page, clean(value))
    cell.data_type = "s"  # not a formula, not an error value, whatever it looks like
    if wrap or "\n" in value:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _title(page: Any, text: str) -> Any:  # noqa: ANN401
    cell = _text(page, text, wrap=True)
    cell.font, cell.fill = _TITLE, _TITLE_GROUND
    return cell


def _list(column: Column, rank: int, list_rank: int, rows: int) -> DataValidation:
    source = get_column_letter(list_rank)
    validation = DataValidation(
        "list",
        formula1=f"{LISTS}!${source}$2:${source}${len(column.choices) + 1}",
        allow_blank=True,
        errorStyle="warning",
        errorTitle=column.title[:32],
        error="Cette valeur n’est pas dans la liste. La garder\u00a0?",
        promptTitle=column.title[:32],
        prompt=column.help[:255],
        showErrorMessage=True,
        showInputMessage=bool(column.help),
    )
    letter = get_column_letter(rank)
    validation.add(f"{letter}2:{letter}{rows + 1 + _ROOM_TO_TYPE}")
    return validation


def _write_lists(book: Workbook, lists: Sequence[Column]) -> None:
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    page.append([_title(page, column.title) for column in lists])
    for rank in range(max(len(column.choices) for column in lists)):
        choices = (column.choices[rank] if rank < len(column.choices) else "" for column in lists)
        page.append([_text(page, choice, wrap=False) if choice else None for choice in choices])


class _Archive(ZipFile):
    """A ZIP file whose members all bear the date of the data, so that the same data give the same bytes."""

    def __init__(self, buffer: io.BytesIO, date: dt.date) -> None:
        super().__init__(buffer, "w", ZIP_DEFLATED)
        self._date = (max(date.year, 1980), date.month, date.day, 0, 0, 0)

    def writestr(self, name: str, data: str | bytes) -> None:  # type: ignore[override] # all that openpyxl uses
        """Add a member from its content."""
        info = ZipInfo(name, self._date)
        info.compress_type = ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override] # all that openpyxl uses
        """Add a member from a file."""
        self.writestr(arcname, Path(filename).read_bytes())
