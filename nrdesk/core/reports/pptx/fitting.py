"""What fits on a slide: sizes of letters, and long lists and tables cut over several slides.

Texts are measured in Source Sans 3, then widened: a computer without that font shows another, often larger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from nrdesk.core.reports.content import Run, Table
from nrdesk.core.reports.pdf import fonts, typeset
from nrdesk.core.reports.pdf.theme import TextStyle
from nrdesk.core.reports.pptx.template import BODY, HEAD, Box
from nrdesk.core.reports.slides import Item
from nrdesk.core.richtext.characters import clean

T = TypeVar("T")

_WIDER = 1.12
"""Width of Arial, relative to Source Sans 3."""
_LEADING = 1.26
"""Height of a line, relative to the size of its letters."""
BEFORE = 9.0
"""Points between two items."""
INDENT = 22.5
"""Points that a bullet takes."""
TITLES, TEXTS, CELLS = (30, 26, 22), (24, 22, 20, 18), (18, 16, 14)
"""Sizes of letters in points, the best first; none is too small to be read from the back of a room."""
CELL_MARGIN = 7.2
_CELL_AIR = 9.0
_TITLE_LINES, _CELL_LINES = 2, 6
_NARROWEST = 0.2
"""Width of the narrowest letters, relative to their size: more of them than that fill no line."""
_LONGEST = 3_000
"""Characters that no slide holds, whatever they are."""


@lru_cache(maxsize=4096)
def lines(item: Item, size: float, width: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes at most in `width` points.

    Kept: a list over several slides measures its items and its title again for each of them.
    """
    style = TextStyle(size, size * _LEADING, bold=bold)
    return len(typeset.lay_out(_measured(item), style, width / _WIDER))


def height(items: Sequence[Item], size: float, width: float) -> float:
    """Return the height in points of the items of a list."""
    return sum(lines(item, size, width - INDENT) * size * _LEADING + BEFORE for item in items)


def title(text: str, suffix: str = "") -> tuple[str, int]:
    """Return a title as it can be shown, on two lines at most, and the size of its letters."""
    size = largest(text + suffix, TITLES, HEAD.width, _TITLE_LINES)
    return shortened(text, size, HEAD.width, _TITLE_LINES, bold=True, suffix=suffix), size


def largest(text: str, sizes: Sequence[int], width: float, most: int) -> int:
    """Return the first size in which a text in bold takes `most` lines at most, the last one if none does."""
    text = text[:_LONGEST]
    return next((size for size in sizes if lines((Run(text),), size, width, bold=True) <= most), sizes[-1])


def shortened(
    text: str, size: float, width: float, most: int, *, bold: bool = False, suffix: str = ""
) -> str:
    """Return a text and its suffix on `most` lines at most; the text ends with "…" when it had to be cut."""
    text = clean(text).strip()

    def fits(shown: str) -> bool:
        return lines((Run(shown + suffix),), size, width, bold=bold) <= most

    longest = int(most * width / (size * _NARROWEST)) + 1
    if len(text) <= longest and fits(text):
        return text + suffix
    text = text[:longest]
    return f"{text[: _cut(text, lambda end: fits(f'{text[:end].rstrip()}…'))].rstrip()}…{suffix}"


def pages(
    items: Sequence[Item], box: Box = BODY, *, taken: float = 0.0
) -> tuple[int, list[tuple[Item, ...]]]:
    """Return the size of the letters of a list, and its items slide by slide.

    Args:
        items: the items.
        box: where they stand.
        taken: points that something else takes at its top, on each slide.
    """
    room = box.height - taken
    for size in TEXTS:
        if height(items, size, box.width) <= room:
            return size, [tuple(items)]
    size = TEXTS[-1]
    whole = [part for item in items for part in _parts(item, size, box.width, room)]
    return size, _gathered(whole, lambda item: height((item,), size, box.width), room)


def column_widths(table: Table) -> list[float]:
    """Return the widths in points of the columns of a table."""
    weights = sum(column.weight for column in table.columns)
    return [BODY.width * column.weight / weights for column in table.columns]


def row_heights(table: Table, size: float) -> list[float]:
    """Return the heights in points of the rows of a table, that of titles first."""
    rooms = [width - 2 * CELL_MARGIN for width in column_widths(table)]
    last = [] if table.total is None else [_row_height(table.total, rooms, size, bold=True)]
    heads = _row_height(_heads(table), rooms, size, bold=True)
    return [heads, *(_row_height(row, rooms, size) for row in table.rows), *last]


def table_pages(table: Table) -> tuple[int, list[Table]]:
    """Return the size of the letters of a table, and the table slide by slide, each with its titles."""
    for size in CELLS:
        if sum(row_heights(table, size)) <= BODY.height:
            return size, [table]
    size = CELLS[-1]
    rooms = [width - 2 * CELL_MARGIN for width in column_widths(table)]
    last = [] if table.total is None else [table.total]
    heads, *rows = (
        tuple(shortened(cell, size, room, _CELL_LINES) for cell, room in zip(row, rooms, strict=True))
        for row in (_heads(table), *table.rows, *last)
    )
    columns = tuple(replace(each, label=head) for each, head in zip(table.columns, heads, strict=True))
    left = BODY.height - _row_height(heads, rooms, size, bold=True)
    groups = _gathered(rows, lambda row: _row_height(row, rooms, size), left)
    parts = [replace(table, columns=columns, rows=group, total=None) for group in groups]
    if last:
        parts[-1] = replace(parts[-1], rows=parts[-1].rows[:-1], total=parts[-1].rows[-1])
    return size, parts


def _heads(table: Table) -> tuple[str, ...]:
    return tuple(column.label for column in table.columns)


def _row_height(row: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    most = max(lines((Run(cell),), size, room, bold=bold) for cell, room in zip(row, widths, strict=True))
    return most * size * _LEADING + _CELL_AIR


def _measured(item: Item) -> list[Run]:
    """Return runs as they will be shown; what the font does not draw is often as wide as it is high."""
    return [replace(run, text=clean(run.text).replace(fonts.MISSING, "W"), href="") for run in item]


def _parts(item: Item, size: float, width: float, room: float) -> Iterator[Item]:
    """Yield an item whole, or in pieces that each fit on a slide."""
    if height((item,), size, width) <= room:
        yield item
        return
    text = clean("".join(run.text for run in item))

    def fits(length: int) -> bool:
        return height(((Run(text[:length]),),), size, width) <= room

    while text:
        end = _cut(text, fits)
        yield (Run(text[:end].strip()),)
        text = text[end:].strip()


def _cut(text: str, fits: Callable[[int], bool]) -> int:
    """Return how many characters of a text fit, up to the end of a word when that is not far."""
    low, high = 1, min(len(text), _LONGEST)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", 0, low + 1)
    return space if low < len(text) and space > low // 2 else low


def _gathered(things: Sequence[T], tall: Callable[[T], float], room: float) -> list[tuple[T, ...]]:
    """Return things slide by slide: as few slides as can be, filled alike."""
    heights = [tall(thing) for thing in things]
    count = len(_filled(heights, room))
    low, high = sum(heights) / count, room
    for _ in range(12):  # the least room that needs no slide more
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    bounds = _filled(heights, high)
    return [tuple(things[start:end]) for start, end in bounds]


def _filled(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Return the first and the last rank of what each slide holds."""
    bounds, start, used = [], 0, 0.0
    for rank, each in enumerate(heights):
        if rank > start and used + each > room:
            bounds.append((start, rank))
            start, used = rank, 0.0
        used += each
    return [*bounds, (start, len(heights))]
