"""Spreadsheets (XLSX, ODS, XLS), read with calamine once their measure has been taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.exchange import header
from nrdesk.core.exchange.archives import damaged, locked
from nrdesk.core.exchange.cells import as_text
from nrdesk.core.exchange.files import head, refusal
from nrdesk.core.exchange.old_workbook import check_old_workbook
from nrdesk.core.exchange.open_document import check_open_document
from nrdesk.core.exchange.source import SourceRow, Table
from nrdesk.core.exchange.workbook import check_workbook
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: Path, sheet: str | None = None) -> Table:
    """Return a sheet of a spreadsheet: the one asked for, else the one most like an inventory.

    Raises:
        UserError: the file is damaged, under a password, dangerous, or has no such sheet.
    """
    from python_calamine import SheetTypeEnum

    workbook = _open(path)
    names = tuple(data.name for data in workbook.sheets_metadata if data.typ == SheetTypeEnum.WorkSheet)
    if sheet is not None and sheet not in names:
        raise refusal(f"{quoted(path.name)} n’a pas de feuille {quoted(sheet)}.")
    tables = (
        Table(_rows(path, workbook, name), sheet=name, sheets=names) for name in ([sheet] if sheet else names)
    )
    chosen = max(tables, key=_likeness, default=None)
    if chosen is None:
        raise refusal(f"{quoted(path.name)} ne contient aucune feuille de calcul.")
    return chosen


def _open(path: Path) -> CalamineWorkbook:
    """Return a workbook that will not take more memory than it should."""
    from python_calamine import CalamineWorkbook

    start = head(path)
    if start.startswith(OLE):
        check_old_workbook(path)
    elif b"opendocument.spreadsheet" in start[:200]:
        check_open_document(path)
    else:
        check_workbook(path)
    with _reading(path):
        return CalamineWorkbook.from_path(path)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what calamine raises into a sentence, including its own crashes on malformed files."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise locked(path) from error
    except CalamineError as error:
        raise damaged(path) from error
    except BaseException as error:
        # The panics of a Rust library derive from BaseException, and can only be told by their name.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path) from error


def _rows(path: Path, workbook: CalamineWorkbook, name: str) -> list[SourceRow]:
    """Return the rows of a sheet; an empty sheet has none."""
    with _reading(path):
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is None:
            return []
        return [
            SourceRow(number, tuple([cell if type(cell) is str else as_text(cell) for cell in row]))
            for number, row in enumerate(sheet.to_python(skip_empty_area=True), sheet.start[0] + 1)
        ]


def _likeness(table: Table) -> tuple[int, int]:
    """Return how much a sheet looks like an inventory: known titles, then rows."""
    return max((header.score(row) for row in table.rows[:40]), default=0), len(table.rows)
