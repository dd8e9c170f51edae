"""What is checked of an XLSX workbook before it is opened: how far its cells extend, how much text they hold.

One cell at the far end of a sheet makes calamine allocate the whole sheet; and as cells share their texts,
a long text of which thousands of cells say the number becomes thousands of long texts.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from nrdesk.core.exchange.archives import Extent, inflated, overlapping, parts_of, refuse_instructions
from nrdesk.core.exchange.files import too_long

_MOST_SHARED = 100_000_000
"""Bytes of shared texts, as many times as cells say them."""
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]+)([0-9]+)["']""")
_VALUE = re.compile(rb"v[^<>]*>\s*([0-9]{1,9})\s*<")
_SHARED_TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")
_SHARED_TEXTS = "xl/sharedstrings.xml"


def check_workbook(path: Path) -> None:
    """Raise when an XLSX file would take too much memory, or is not one.

    Raises:
        UserError: says why in French.
    """
    parts = parts_of(path, "xl/workbook.xml", ".xlsx")
    extent = Extent(path)
    cells = sum(_cells(path, part, extent) for part in parts)
    texts = next((part for part in parts if _plain_name(part) == _SHARED_TEXTS), None)
    lengths = _lengths(path, texts) if texts else []
    if max(lengths, default=0) * cells > _MOST_SHARED:
        _check_shared(path, parts, lengths)


def _cells(path: Path, part: zipfile.ZipInfo, extent: Extent) -> int:
    """Return how many cells a part has, once sure that they are neither too many nor too far apart.

    Every part is looked into: nothing obliges a sheet to be where sheets usually are.
    """
    cells = 0
    extent.begin_sheet()
    for _, block in overlapping(inflated(path, part)):
        refuse_instructions(path, block)
        found = _CELL.findall(block)
        cells += len(found)
        columns = max(map(_column, {letters for letters, _ in found}), default=0)
        rows = max(map(int, {row[:9] for _, row in found}), default=0)
        extent.reach(rows, columns)
    return cells


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters: A is 1, XFD is 16 384."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - 64
    return number


def _plain_name(part: zipfile.ZipInfo) -> str:
    """Return the name of a part as calamine compares it."""
    return part.filename.replace("\\", "/").lower()


def _lengths(path: Path, part: zipfile.ZipInfo) -> list[int]:
    """Return the length of each shared text, its markup included."""
    places: set[int] = set()
    end = 0
    for place, block in overlapping(inflated(path, part)):
        places.update(place + found.start() for found in _SHARED_TEXT.finditer(block))
        end = place + len(block)
    return [after - before for before, after in pairwise([*sorted(places), end])]


def _check_shared(path: Path, parts: Iterable[zipfile.ZipInfo], lengths: list[int]) -> None:
    """Raise when the shared texts, as many times as they are said, would take too much memory.

    Any whole number is counted as the number of a text: a price weighs little, and none escapes.
    """
    total = 0
    for part in parts:
        for _, block in overlapping(inflated(path, part)):
            total += sum(lengths[n] for n in map(int, _VALUE.findall(block)) if n < len(lengths))
            if total > _MOST_SHARED:
                raise too_long(path)
