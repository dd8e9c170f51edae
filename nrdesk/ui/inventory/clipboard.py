"""Blocks of cells as spreadsheets put them on the clipboard: lines of cells separated by tabs.

Excel and LibreOffice enclose in double quotes the cells that hold a tab, an end of line or a quote, and
double the quotes inside. A quote that closes nothing is an ordinary character (`24" Iiyama`): unlike the
`csv` module, which would swallow the rest of the clipboard, it is kept as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
_TO_QUOTE = re.compile(r'[\t\n"]')


def parse(text: str) -> list[list[str]]:
    """Return the cells of a block, every row as wide as the widest; an empty text gives no row."""
    if not text:
        return []
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    position = 0
    while True:
        cell = _CELL.match(text, position)
        if cell is None:  # the second branch matches anything
            raise AssertionError(text)
        quoted, plain = cell.groups()
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        position = cell.end()
        if position == len(text):
            break
        if text[position] == "\n":
            rows.append([])
        position += 1
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def render(rows: Iterable[Sequence[str]]) -> str:
    """Return a block as spreadsheets expect it; `parse` gives it back."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _TO_QUOTE.search(cell) else cell
