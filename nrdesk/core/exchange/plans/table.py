"""The table of a plan in somebody's file: the sheet that has it, and its row of titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.files import head, unavailable
from nrdesk.core.exchange.neutral import restored
from nrdesk.core.exchange.plans.columns import score
from nrdesk.core.exchange.readers import READERS, Reader
from nrdesk.core.exchange.source import Source, SourceRow, Table
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.written.words import quoted

KEPT = "Votre plan d’action n’a pas été modifié."
_LOOKED_AT = 40
"""Rows among which the titles are looked for."""
_MOST_SHEETS = 20
"""Sheets that are looked at: beyond, it is no plan."""


def read_plan(path: Path, progress: Progress = silent, *, sheet: str | None = None) -> Source:
    """Read a file and find the titles of its plan; nothing is interpreted yet.

    Args:
        path: a spreadsheet or a text table.
        progress: told at each sheet.
        sheet: the sheet to read; the likeliest when None.

    Raises:
        UserError: the file cannot be read, or holds no table.
        SurroundingsError: another program holds it.
    """
    try:
        reader, tables = _tables(path, sheet, progress)
    except UserError as error:
        raise type(error)(error.what, kept=KEPT, todo=error.todo) from error
    table = max(tables, key=_likeness)
    place = _titles(table.rows)
    if place is None:
        raise refusal(f"{quoted(path.name)} ne contient rien à lire.")
    return _source(path, reader, table, place)


def refusal(what: str, todo: str = "") -> UserError:
    """Return the error that refuses a file: the plan is as it was, and it says so."""
    return UserError(what, kept=KEPT, todo=todo)


def every_sheet(path: Path, names: Sequence[str]) -> Iterator[Table]:
    """Yield the sheets of these names that a spreadsheet has."""
    reader = next(reader for reader in READERS if reader.recognises(head(path)))
    for name in names:
        yield reader.read(path, name)


def _tables(path: Path, sheet: str | None, progress: Progress) -> tuple[Reader, list[Table]]:
    reader = next(reader for reader in READERS if reader.recognises(head(path)))
    try:
        first = reader.read(path, sheet)
        if sheet is not None or len(first.sheets) < 2:
            progress(1, 1)
            return reader, [first]
        tables = [first]
        names = first.sheets[:_MOST_SHEETS]
        for done, name in enumerate(names, start=1):
            if name != first.sheet:
                tables.append(reader.read(path, name))
            progress(done, len(names))
    except OSError as error:
        raise unavailable(path, error) from error
    return reader, tables


def _likeness(table: Table) -> tuple[int, int]:
    """Return how much a sheet looks like a plan: known titles, then rows."""
    return max(map(score, table.rows[:_LOOKED_AT]), default=0), len(table.rows)


def _titles(rows: Sequence[SourceRow]) -> int | None:
    """Return the place of the row of titles: the one with most known ones, else the first of two cells."""
    looked = range(min(_LOOKED_AT, len(rows)))
    best = max(looked, key=lambda place: (score(rows[place]), -place), default=None)
    if best is not None and score(rows[best]) >= 2:
        return best
    for least in (2, 1):
        for place, row in enumerate(rows):
            if sum(1 for cell in row.cells if cell.strip()) >= least:
                return place
    return None


def _source(path: Path, reader: Reader, table: Table, place: int) -> Source:
    titles, below = table.rows[place], table.rows[place + 1 :]
    if not any(not row.blank for row in below):
        raise refusal(
            f"{quoted(path.name)} ne contient que des titres{NBSP}: il n’y a aucune action à importer."
        )
    width = max(len(titles.cells), *(len(row.cells) for row in below))
    while width > 1 and not any(_said(row, width - 1) for row in table.rows[place:]):
        width -= 1
    # What our own CSV files neutralise is not part of their texts; a workbook holds its texts as they are.
    clean = restored if table.separator else str
    return Source(
        path,
        reader.label,
        table.encoding,
        table.separator,
        titles.number,
        _fitted(titles.cells, width),
        tuple(SourceRow(row.number, tuple(map(clean, _fitted(row.cells, width))), row.skip) for row in below),
        tuple(table.rows[:place]),
        table.sheets,
        table.sheet,
    )


def _said(row: SourceRow, column: int) -> bool:
    return len(row.cells) > column and bool(row.cells[column].strip())


def _fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return cells, as many as the table is wide."""
    return cells[:width] + ("",) * (width - len(cells))
