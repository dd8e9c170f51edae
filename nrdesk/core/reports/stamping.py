"""The stamp EXERCICE: on all that goes out of a document of training mode, and on nothing else.

What is drawn from a content tree bears it through `Meta.exercise`, which `look.dressed` sets. The other files
are stamped here once they are written, whatever wrote them: `ReportKind` sends every one of them this way, so
that a new document cannot forget it. A CSV has no room for it, since other programs read it column by column:
its name bears it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nrdesk.core import training
from nrdesk.core.written.prose import french

if TYPE_CHECKING:
    from nrdesk.core.document import Document

STAMP = "EXERCICE"
_NOTE = french("Document d’entraînement : toutes les données sont inventées, rien n’est à transmettre.")
_IN_NAME = frozenset({"csv"})
"""Formats that only their name can tell apart."""
_TITLED = re.compile(rb"^(NAME|X-WR-CALNAME|SUMMARY):", re.MULTILINE)
_FOLDED = re.compile(rb"\r\n[ \t]")


def stamped(document: Document, suffix: str, content: bytes) -> bytes:
    """Return a file with the stamp when the document is an exercise, as it is otherwise.

    Args:
        document: where the file comes from.
        suffix: its extension, without the dot.
        content: what was written.
    """
    return stamp(suffix, content) if training.is_exercise(document) else content


def stamp(suffix: str, content: bytes) -> bytes:
    """Return a file with the stamp, for what is drawn from several documents of which one is an exercise."""
    write = _STAMPS.get(suffix)
    return write(content) if write else content


def named(document: Document, path: Path) -> Path:
    """Return where a file of an exercise goes: its name bears the stamp when nothing in it can."""
    suffix = path.suffix.removeprefix(".").lower()
    if suffix not in _IN_NAME or STAMP in path.name or not training.is_exercise(document):
        return path
    return path.with_name(f"{STAMP} - {path.name}")


def _workbook(content: bytes) -> bytes:
    """Stamp every sheet at the head of its pages, the properties, and a sheet of its own, the last one.

    The cells are left alone: a program that reads the first sheet finds it as it would be.
    """
    from openpyxl import load_workbook

    from nrdesk.core.reports import xlsx

    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        sheet.oddHeader.center.text = STAMP
    note = book.create_sheet(STAMP)
    note["A1"], note["A2"] = STAMP, _NOTE
    note.column_dimensions["A"].width = len(_NOTE)
    return xlsx.saved(book, title=f"{STAMP} - {book.properties.title}", date=book.properties.created.date())


def _calendar(content: bytes) -> bytes:
    """Stamp the name of the calendar and the title of each event, which is all that an agenda shows."""
    from nrdesk.core.calendar import folded

    whole = _FOLDED.sub(b"", content)
    lines = _TITLED.sub(rb"\1:" + f"{STAMP} - ".encode(), whole).decode().split("\r\n")
    return b"".join(folded(line) for line in lines if line)


def _archive(content: bytes) -> bytes:
    """Add a file that says it beside the others, whose names other programs expect."""
    buffer = io.BytesIO(content)
    with ZipFile(buffer, "a", ZIP_DEFLATED) as archive:
        first = archive.infolist()[0]
        archive.writestr(ZipInfo(f"{STAMP}.txt", first.date_time), f"{STAMP}\r\n{_NOTE}\r\n")
    return buffer.getvalue()


_STAMPS: Mapping[str, Callable[[bytes], bytes]] = {"xlsx": _workbook, "ics": _calendar, "zip": _archive}
