"""Text tables (CSV, TSV): encoding and separator are found, not asked."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, TextIO

from nrdesk.core.exchange import header
from nrdesk.core.exchange.files import refusal, too_long, too_wide
from nrdesk.core.exchange.source import MOST_CELLS, MOST_COLUMNS, SourceRow, Table
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import quoted

_SAMPLE = 65_536
_LONGEST_LINE = 5_000_000
_SEPARATORS = (";", "\t", ",")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1a\x1b")
"""Control characters that a text does not hold."""


def read(path: Path) -> Table:
    """Return the table of a text file.

    Raises:
        UserError: the file is not text, or too large a table.
    """
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE)
        separator, hint = _separator(sample, whole=len(sample) < _SAMPLE)
        rows = _parsed(path, file, separator)
    return Table(rows[1:] if hint else rows, encoding, separator)


def _parsed(path: Path, file: TextIO, separator: str) -> list[SourceRow]:
    """Return the rows, quotation marks being taken for what they are.

    A stray one ("24 pouces) opens a cell that swallows the lines that follow: when the marks are not
    in order and a cell holds rows of the table, they are ordinary characters.
    """
    with suppress(csv.Error):
        return list(_rows(path, file, separator, strict=True))
    with suppress(csv.Error):
        rows = list(_rows(path, file, separator))
        width = max(len(row.cells) for row in rows)
        if not any(_swallowed(cell, separator, width) for row in rows for cell in row.cells if "\n" in cell):
            return rows
    try:
        return list(_rows(path, file, separator, quoting=csv.QUOTE_NONE))
    except csv.Error as error:
        raise refusal(
            f"{quoted(path.name)} n’est pas un tableau{NBSP}: une de ses cellules est démesurée."
        ) from error


def _swallowed(cell: str, separator: str, width: int) -> bool:
    """Return whether a cell of several lines is made of rows of the table."""
    return cell.count(separator) >= cell.count("\n") * max(2, width - 1)


def _rows(
    path: Path,
    file: TextIO,
    separator: str,
    *,
    strict: bool = False,
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL,
) -> Iterator[SourceRow]:
    """Yield the rows, numbered by the line on which they begin."""
    reader = csv.reader(_lines(path, file), delimiter=separator, strict=strict, quoting=quoting)
    cells = 0
    first_line = 1
    for row in reader:
        if len(row) > MOST_COLUMNS:
            raise too_wide(path, len(row))
        cells += len(row)
        if cells > MOST_CELLS:
            raise too_long(path)
        yield SourceRow(first_line, tuple(row))
        first_line = reader.line_num + 1


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    """Yield the lines of a text from its beginning, none of them out of proportion."""
    file.seek(0)
    while line := file.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise refusal(f"{quoted(path.name)} n’est pas un tableau{NBSP}: une de ses lignes est démesurée.")
        yield line


def _encoding(path: Path) -> str:
    """Return the encoding of a text: what its mark says, else UTF-8 when it fits, else Windows-1252.

    Raises:
        UserError: the bytes are not text.
    """
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
        for mark, name in _BOMS:
            if start.startswith(mark):
                return name
        if wide := _unmarked_utf16(start):
            return wide
        if any(byte in _BINARY for byte in start):
            raise refusal(
                f"{quoted(path.name)} n’est pas un tableau{NBSP}: son contenu n’est pas du texte.",
                "Choisissez un fichier CSV, Excel (.xlsx, .xls) ou LibreOffice (.ods).",
            )
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while block := file.read(1 << 20):
                if 0 in block:
                    raise refusal(f"{quoted(path.name)} contient des octets nuls{NBSP}: il est abîmé.")
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _unmarked_utf16(start: bytes) -> str | None:
    """Return the encoding of a UTF-16 text without its mark: every other byte of French is null."""
    even, odd = start[0:2000:2], start[1:2000:2]
    if len(odd) >= 4:
        if odd.count(0) > 0.8 * len(odd) and even.count(0) == 0:
            return "utf-16-le"
        if even.count(0) > 0.8 * len(even) and odd.count(0) == 0:
            return "utf-16-be"
    return None


def _separator(sample: str, *, whole: bool) -> tuple[str, bool]:
    """Return the separator, and whether the first line is there to say it ("sep=;", an Excel habit)."""
    first, _, _ = sample.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], True
    if not whole:
        # The last line may be cut.
        sample = sample.rpartition("\n")[0] or sample
    return max(_SEPARATORS, key=lambda separator: _likeliness(sample, separator)), False


def _likeliness(sample: str, separator: str) -> tuple[int, int]:
    """Return how well a separator cuts: known titles, then cells of the rows of the commonest width."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(io.StringIO(sample), delimiter=separator))
    titles = max((header.score(SourceRow(0, tuple(row))) for row in rows[:40]), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return titles, max(((width - 1) * times for width, times in widths.items()), default=0)


def write(path: Path, rows: Iterable[Iterable[str]]) -> None:
    """Write rows as the CSV that French spreadsheets open with a double click: UTF-8 with its mark, `;`."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
