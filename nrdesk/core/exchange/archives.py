"""What an XLSX or ODS file is made of: an archive of XML parts, inflated here in bounded memory.

The library that reads spreadsheets trusts them: a few kilobytes may inflate to gigabytes. Every part is
therefore inflated here first, block by block, for `workbook` and `open_document` to measure.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from nrdesk.core.errors import UserError
from nrdesk.core.exchange.files import refusal, too_long, too_wide
from nrdesk.core.exchange.source import MOST_CELLS, MOST_COLUMNS
from nrdesk.core.formatting import NBSP
from nrdesk.core.written.words import quoted

_MOST_INFLATED = 150_000_000
"""Bytes of XML: twice those of 100 000 lines of 15 columns."""
_MOST_PARTS = 5_000
_BLOCK = 1 << 20
_LOCAL_HEADER = 30
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OVERLAP = 64


class Extent:
    """How far the sheets of a file extend: a cell makes its whole rectangle be allocated, blanks included."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before = self._rows = self._columns = 0

    def begin_sheet(self) -> None:
        """Measure another sheet."""
        self._before += self._rows * self._columns
        self._rows = self._columns = 0

    def reach(self, rows: int, columns: int) -> None:
        """Extend the sheet to a cell.

        Raises:
            UserError: the sheet has too many columns, or the file too many cells.
        """
        self._rows, self._columns = max(self._rows, rows), max(self._columns, columns)
        if self._columns > MOST_COLUMNS:
            raise too_wide(self._path, self._columns)
        if self._before + self._rows * self._columns > MOST_CELLS:
            raise too_long(self._path)


def parts_of(path: Path, main: str, extension: str) -> list[zipfile.ZipInfo]:
    """Return the parts of an archive that has the part that makes it a spreadsheet."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise damaged(path) from error
    names = {part.filename for part in parts}
    if main not in names:
        raise refusal(
            f"{quoted(path.name)} n’est pas un classeur {extension}.",
            "Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx, puis importez ce nouveau fichier.",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise locked(path)
    if (
        len(parts) > _MOST_PARTS
        or len(names) < len(parts)
        or sum(p.file_size for p in parts) > _MOST_INFLATED
    ):
        raise _bomb(path)
    return parts


def inflated(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the inflated bytes of a part, block by block.

    The size announced by the archive is checked, not believed: the reader of spreadsheets ignores it.
    """
    with path.open("rb") as file:
        file.seek(part.header_offset)
        local = file.read(_LOCAL_HEADER)
        if len(local) < _LOCAL_HEADER or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged(path)
        file.seek(int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:30], "little"), 1)
        inflate = zlib.decompressobj(-zlib.MAX_WBITS) if part.compress_type else None
        left, total, pending = part.compress_size, 0, b""
        while left or pending:
            if not pending:
                pending = file.read(min(left, _BLOCK))
                left = left - len(pending) if pending else 0
            try:
                block = inflate.decompress(pending, _BLOCK) if inflate else pending
            except zlib.error as error:
                raise damaged(path) from error
            pending = inflate.unconsumed_tail if inflate else b""
            total += len(block)
            if total > part.file_size:
                raise _bomb(path)
            yield block
        if total != part.file_size:
            raise damaged(path)


def overlapping(blocks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield (place, block), each block beginning with the end of the one before.

    Nothing that is sought is then cut in two, as long as it is shorter than the overlap.
    """
    tail, place = b"", 0
    for block in blocks:
        joined = tail + block
        yield place, joined
        tail = joined[-_OVERLAP:]
        place += len(joined) - len(tail)


def refuse_instructions(path: Path, block: bytes) -> None:
    """Raise when XML declares entities: no spreadsheet needs them, attacks do."""
    if _DOCTYPE.search(block):
        raise suspicious(path)


def damaged(path: Path) -> UserError:
    """Return the error of a spreadsheet that cannot be read to its end."""
    return refusal(
        f"{quoted(path.name)} est abîmé ou incomplet{NBSP}: il ne se lit pas comme un classeur.",
        "Ouvrez-le dans votre tableur, enregistrez-le sous un autre nom, puis importez ce nouveau fichier.",
    )


def locked(path: Path) -> UserError:
    """Return the error of a spreadsheet under a password."""
    return refusal(
        f"{quoted(path.name)} est protégé par un mot de passe.",
        "Enregistrez-en une copie sans mot de passe, puis importez cette copie.",
    )


def suspicious(path: Path) -> UserError:
    """Return the error of a file that tries to make its reader fetch or multiply things."""
    return refusal(
        f"{quoted(path.name)} contient des instructions qu’un inventaire n’a pas à contenir (entités XML).",
        "Demandez un nouvel export à la personne qui vous l’a transmis.",
    )


def _bomb(path: Path) -> UserError:
    """Return the error of an archive that would inflate out of proportion."""
    return refusal(
        f"{quoted(path.name)} est refusé{NBSP}: une fois décompressé, il prendrait une place démesurée.",
        "Demandez un nouvel export à la personne qui vous l’a transmis.",
    )
