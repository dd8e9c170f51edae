"""The archive: what goes in it, in which folder, and how it is written."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.handover import contents
from nrdesk.core.handover.names import safe, shelf, unique
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports import REPORTS
from nrdesk.core.reports.exporting import save_from
from nrdesk.core.reports.registry import ReportKind

if TYPE_CHECKING:
    from nrdesk.core.document import Document

SUMS = "EMPREINTES-SHA256.txt"
_PACKED = frozenset({"docx", "xlsx", "pptx", "zip", "pdf"})
"""Formats that are compressed already."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What an archive holds, and what it could not hold."""

    path: Path
    files: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]
    """Title of each document that cannot be made yet, and why."""


@dataclass
class _Parcel:
    """The files on their way to the archive."""

    files: dict[str, bytes] = field(default_factory=dict)
    missing: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, content: bytes) -> None:
        self.files[unique(name, self.files)] = content


def hand_over(
    document: Document, path: Path, *, overwrite: bool = False, progress: Progress = silent
) -> HandOver:
    """Write the archive of a document.

    Args:
        document: the document; it does not change.
        path: the archive, ".zip".
        overwrite: whether a file already there is replaced.
        progress: told how many documents were written; may cancel, and nothing is then written.

    Raises:
        UserError: the name does not end with ".zip", or a file is already there.
        SurroundingsError: the folder or the disk refuses it.
    """
    if path.suffix.lower() != ".zip":
        raise UserError("L’archive de remise s’écrit en .zip.", todo="Choisissez un nom qui finit par .zip.")
    if path.exists() and not overwrite:
        raise UserError(
            f"Le fichier «{NBSP}{path.name}{NBSP}» existe déjà.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom, ou demandez de le remplacer.",
        )
    parcel = _Parcel()
    parcel.put(f"{safe(document.authority.name)}.nrdesk", _copy(document))
    wanted = [(kind, suffix) for kind in REPORTS if shelf(kind.key) for suffix in kind.formats]
    for done, (kind, suffix) in enumerate(wanted):
        progress(done, len(wanted) + 1)
        _put_document(parcel, document, kind, suffix)
    for name, content in contents.proofs(document):
        parcel.put(name, content)
    for name, content in contents.sources(document):
        parcel.put(name, content)
    parcel.put("Journal.csv", contents.journal(document))
    parcel.put("LISEZ-MOI.txt", contents.read_me(document, parcel.files, parcel.missing))
    parcel.put(SUMS, _sums(parcel.files))
    progress(len(wanted), len(wanted) + 1)
    written = save_from(document, _archive(document, parcel.files), path)
    return HandOver(written, tuple(parcel.files), tuple(parcel.missing))


def _put_document(parcel: _Parcel, document: Document, kind: ReportKind, suffix: str) -> None:
    if any(title == kind.title for title, _ in parcel.missing):
        return
    try:
        content = kind.writers[suffix](document, silent)
    except UserError as reason:
        # Something to fill in first, or that cannot be computed: it never stops the other documents.
        parcel.missing.append((kind.title, str(reason)))
    else:
        parcel.put(f"Documents/{shelf(kind.key)}/{safe(kind.title)}.{suffix}", content)


def _copy(document: Document) -> bytes:
    """Return the document as a file of its own: a copy of a live file by its bytes could lose rows."""
    with tempfile.TemporaryDirectory(prefix="nrdesk-") as folder:
        target = Path(folder) / "copie.nrdesk"
        document.save_copy(target)
        return target.read_bytes()


def _sums(files: dict[str, bytes]) -> bytes:
    """Return the digest of each file, as `sha256sum -c` reads it."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return "".join(lines).encode()


def _archive(document: Document, files: dict[str, bytes]) -> bytes:
    moment = contents.last_change(document)
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in _in_order(files):
            # The date of the data rather than that of the export: the same data give the same archive.
            entry = ZipInfo(name, (moment.year, moment.month, moment.day, 0, 0, 0))
            packed = name.rsplit(".", 1)[-1] in _PACKED
            entry.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _in_order(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files, what is to be read first at the head."""
    yield from sorted(
        files.items(), key=lambda item: (not item[0].startswith("LISEZ"), "/" in item[0], item[0])
    )
