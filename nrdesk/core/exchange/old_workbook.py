"""What is checked of an XLS workbook before it is opened: how far its cells really extend.

An XLS file is a compound file ([MS-CFB]) whose "Workbook" stream is a run of records ([MS-XLS] 2.1.4):
a type, a length, the data. The records of cells begin with their row and column.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from nrdesk.core.exchange.archives import Extent, damaged, locked

_END = 0xFFFF_FFFA
"""Sector numbers from here on mean an end or a hole."""
_ENTRY = 128
_CELLS = frozenset((0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0207, 0x027E))
"""Formula, rich string, shared string, number, label, boolean, string result, RK number."""
_SEVERAL_NUMBERS = 0x00BD
_DIMENSIONS = 0x0200
_BEGINNING = 0x0809
_PASSWORD = 0x002F


def check_old_workbook(path: Path) -> None:
    """Raise when an XLS file would take too much memory, is under a password, or is not one.

    Raises:
        UserError: says why in French.
    """
    try:
        streams = _CompoundFile(path.read_bytes())
        if streams.has("EncryptedPackage"):
            raise locked(path)
        workbook = streams.read("Workbook")
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise damaged(path) from error
    extent = Extent(path)
    for kind, data in _records(workbook):
        if kind == _PASSWORD:
            raise locked(path)
        if kind == _BEGINNING:
            extent.begin_sheet()
        extent.reach(*_corner(kind, data))


def _corner(kind: int, data: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet must have for a record to fit in."""
    if kind in _CELLS and len(data) >= 4:
        row, column = struct.unpack_from("<HH", data)
        return row + 1, column + 1
    if kind == _SEVERAL_NUMBERS and len(data) >= 6:
        return struct.unpack_from("<H", data)[0] + 1, struct.unpack("<H", data[-2:])[0] + 1
    if kind == _DIMENSIONS and len(data) >= 12:
        _, rows, _, columns = struct.unpack_from("<IIHH", data)
        return rows, columns
    return 0, 0


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the (type, data) of the records of a stream, up to the first that is cut."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


class _CompoundFile:
    """The streams of a compound file, by name."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._size = 1 << struct.unpack_from("<H", content, 30)[0]
        if self._size not in (512, 4096):
            raise ValueError("sector size")
        (directory,) = struct.unpack_from("<I", content, 48)
        (self._shortest,) = struct.unpack_from("<I", content, 56)
        self._next = self._allocation()
        entries = self._chain(directory)
        self._entries: dict[str, tuple[int, int]] = {
            _name(entries, place): struct.unpack_from("<IQ", entries, place + 116)
            for place in range(0, len(entries) - _ENTRY + 1, _ENTRY)
        }

    def has(self, name: str) -> bool:
        """Return whether there is a stream of this name."""
        return name in self._entries

    def read(self, name: str) -> bytes:
        """Return the content of a stream.

        Raises:
            KeyError: there is none of this name.
            ValueError: it is so short that it is kept apart; spreadsheets fill theirs up to avoid it.
        """
        first, length = self._entries[name]
        if length < self._shortest:
            raise ValueError("short stream")
        return self._chain(first)[:length]

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _links(first, self._next))

    def _allocation(self) -> tuple[int, ...]:
        """Return the table that says, for each sector, which one follows it."""
        listed = list(struct.unpack_from("<109I", self._content, 76))
        (more,) = struct.unpack_from("<I", self._content, 68)
        for _ in range(len(self._content) // self._size):
            if more >= _END:
                break
            *further, more = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            listed += further
        table = b"".join(self._sector(number) for number in listed if number < _END)
        return struct.unpack(f"<{len(table) // 4}I", table)


def _name(entries: bytes, place: int) -> str:
    """Return the name of the directory entry that begins at `place`."""
    (length,) = struct.unpack_from("<H", entries, place + 64)
    return entries[place : place + min(64, length) - 2].decode("utf-16-le", "replace") if length > 2 else ""


def _links(first: int, following: tuple[int, ...]) -> Iterator[int]:
    """Yield the sectors of a chain, which is never longer than the table."""
    for _ in range(len(following)):
        if first >= _END:
            return
        yield first
        first = following[first]
