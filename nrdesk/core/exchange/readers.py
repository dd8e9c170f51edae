"""The kinds of files that can be imported, and the one way to read any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nrdesk.core.exchange import agents, header, spreadsheets, text_files
from nrdesk.core.exchange.files import head, refusal, unavailable
from nrdesk.core.exchange.neutral import REASON, restored
from nrdesk.core.exchange.source import Source, SourceRow, Table
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reference import interchange
from nrdesk.core.written.words import quoted


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: how it is recognised by its first bytes, how it is read."""

    label: str
    extensions: tuple[str, ...]
    """For the dialog that chooses a file; the content alone decides."""
    recognises: Callable[[bytes], bool]
    read: Callable[[Path, str | None], Table]


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    """Return a test on the first visible bytes of a file."""
    return lambda start: start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(marks)


READERS: tuple[Reader, ...] = (
    Reader(
        "Classeur (Excel ou LibreOffice)",
        ("xlsx", "xlsm", "ods", "xls"),
        lambda start: start.startswith((spreadsheets.ZIP, spreadsheets.OLE)),
        spreadsheets.read,
    ),
    Reader(
        "Inventaire d’un poste (XML)", ("xml", "ocs"), _starts(b"<"), lambda path, _: agents.read_xml(path)
    ),
    Reader(
        "Inventaire d’un poste (JSON)", ("json",), _starts(b"{", b"["), lambda path, _: agents.read_json(path)
    ),
    Reader(
        "Tableau en texte (CSV)", ("csv", "tsv", "txt"), lambda _: True, lambda path, _: text_files.read(path)
    ),
)
"""Every reader, the first that recognises a file reads it; the last one takes what remains."""


def read_source(path: Path, progress: Progress = silent, *, sheet: str | None = None) -> Source:
    """Read a file and find its titles; nothing is interpreted yet.

    Args:
        path: any file that one of `READERS` reads.
        progress: told when the file is read.
        sheet: the sheet to read of a spreadsheet; the likeliest when None.

    Raises:
        UserError: the file cannot be read, or holds no table.
        SurroundingsError: another program holds it.
    """
    start = head(path)
    reader = next(reader for reader in READERS if reader.recognises(start))
    progress(0, 2)
    try:
        table = reader.read(path, sheet)
    except OSError as error:
        raise unavailable(path, error) from error
    progress(1, 2)
    source = _source(path, reader.label, table)
    progress(2, 2)
    return source


def _source(path: Path, label: str, table: Table) -> Source:
    """Return a table cut at its row of titles, its rows all as long as it is wide."""
    try:
        place = header.find(table.rows)
    except ValueError:
        raise refusal(f"{quoted(path.name)} ne contient rien à lire.") from None
    titles = table.rows[place]
    below = table.rows[place + 1 :]
    width = max(len(titles.cells), max((len(row.cells) for row in below), default=0))
    while width > 1 and not _any_in_column(table.rows[place:], width - 1):
        width -= 1
    if not any(not row.blank for row in below):
        raise refusal(
            f"{quoted(path.name)} ne contient que des titres{NBSP}: il n’y a aucune ligne à importer.",
        )
    headers = _fitted(titles.cells, width)
    formats = interchange.recognised(headers)
    # The apostrophes that we put in our own files are not part of their texts.
    clean = restored if formats or REASON in headers else str
    return Source(
        path,
        f"Inventaire {' ou '.join(found.label for found in formats)}" if formats else label,
        table.encoding,
        table.separator,
        titles.number,
        headers,
        tuple(
            row
            if len(row.cells) == width and clean is str
            else SourceRow(row.number, tuple(map(clean, _fitted(row.cells, width))), row.skip)
            for row in below
        ),
        tuple(table.rows[:place]),
        table.sheets,
        table.sheet,
    )


def _any_in_column(rows: Sequence[SourceRow], column: int) -> bool:
    """Return whether a column has anything in it."""
    return any(len(row.cells) > column and row.cells[column].strip() for row in rows)


def _fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return cells, as many as the table is wide."""
    return cells[:width] + ("",) * (width - len(cells))
