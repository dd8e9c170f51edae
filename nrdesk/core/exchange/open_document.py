"""What is checked of an ODS spreadsheet before it is opened: how far its cells really extend.

A cell or a row says how many times it is repeated: a few bytes may stand for billions of cells.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from nrdesk.core.exchange.archives import (
    Extent,
    damaged,
    inflated,
    locked,
    overlapping,
    parts_of,
    refuse_instructions,
)
from nrdesk.core.exchange.source import MOST_CELLS

_MANIFEST = "META-INF/manifest.xml"
_CONTENT = "content.xml"
_ENCRYPTED = b"manifest:encryption-data"


def check_open_document(path: Path) -> None:
    """Raise when an ODS file would take too much memory, is under a password, or is not one.

    Raises:
        UserError: says why in French.
    """
    for part in parts_of(path, _CONTENT, ".ods"):
        for _, block in overlapping(inflated(path, part)):
            refuse_instructions(path, block)
            if part.filename == _MANIFEST and _ENCRYPTED in block:
                raise locked(path)
        if part.filename == _CONTENT:
            measure = _Measure(path)
            parser = expat.ParserCreate()
            parser.StartElementHandler = measure.start
            parser.EndElementHandler = measure.end
            try:
                for block in inflated(path, part):
                    parser.Parse(block)
                parser.Parse(b"", True)
            except expat.ExpatError as error:
                raise damaged(path) from error


class _Measure:
    """The rows and columns that hold something, repetitions counted, sheet by sheet."""

    def __init__(self, path: Path) -> None:
        self._extent = Extent(path)
        self._rows = self._row_repeats = self._column = self._last_column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a cell, a row or a sheet into account."""
        if name == "table:table":
            self._extent.begin_sheet()
            self._rows = 0
        elif name == "table:table-row":
            self._row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self._column = self._last_column = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._column += _repeats(attributes, "table:number-columns-repeated")
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._last_column = self._column
        elif name == "text:p":
            self._last_column = self._column

    def end(self, name: str) -> None:
        """Measure the sheet up to the row that ends."""
        if name != "table:table-row":
            return
        self._rows += self._row_repeats
        if self._last_column:
            self._extent.reach(self._rows, self._last_column)


def _repeats(attributes: dict[str, str], name: str) -> int:
    """Return how many times a cell or a row is repeated."""
    value = attributes.get(name, "1")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else MOST_CELLS + 1
