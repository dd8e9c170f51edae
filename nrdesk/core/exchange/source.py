"""What a reader brings back: a table of texts, whose rows remember their place in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 100_000_000
"""Largest file that is opened."""
MOST_COLUMNS = 500
MOST_CELLS = 3_000_000
"""Largest table that is read: 100 000 lines of 30 columns."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the file, as it stands there."""

    number: int
    """Number of its first line in the file, from 1."""
    cells: tuple[str, ...]
    """Text of each cell; figures are written with a decimal comma, dates as 05/03/2018."""
    skip: str = ""
    """Why the reader itself sets the row aside, in French; empty otherwise."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing in any cell."""
        return not any(cell and not cell.isspace() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """What a reader found, before the row of titles is looked for."""

    rows: Sequence[SourceRow]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file read: its column titles and the rows under them."""

    path: Path
    reader: str
    """What kind of file it is, in French."""
    encoding: str
    """Encoding of a text file, as Python names it; empty for the others."""
    separator: str
    """Separator of a text file; empty for the others."""
    header_row: int
    """Number of the line of titles."""
    headers: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    """The rows under the titles, each with as many cells as there are titles."""
    above: tuple[SourceRow, ...]
    """The rows above the titles."""
    sheets: tuple[str, ...]
    """Every sheet of a spreadsheet that can be read instead of this one."""
    sheet: str
