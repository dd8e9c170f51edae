"""Writes a document to a file: whole or not at all, and never over another without being told to."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports.registry import REPORTS, ReportKind, Writer

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign

_KEPT = "Rien n’a été modifié."
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def export(
    document: Document,
    key: str,
    path: Path,
    *,
    overwrite: bool = False,
    progress: Progress = silent,
    campaign: Campaign | None = None,
) -> Path:
    """Write a document to `path`, in the format that its extension says.

    Args:
        document: where the data are read.
        key: name of one of `REPORTS`.
        path: the file to write.
        overwrite: whether a file already there is replaced.
        progress: told how far the work is; may cancel it, and nothing is then written.
        campaign: the one that a document of a year tells; the latest one when None.

    Returns:
        The path of the file written: the name of a CSV says when it comes from an exercise.

    Raises:
        UserError: no such document or format, or a file is already there.
        SurroundingsError: the file is open elsewhere, the folder is not there or refuses, the disk is full.
    """
    # Imported here: the window lists the documents at start-up.
    from nrdesk.core.reports import stamping

    path = stamping.named(document, Path(path))
    kind = _kind(key)
    write = _writer(kind, path)
    if path.exists() and not overwrite:
        raise UserError(
            f"Le fichier «{NBSP}{path.name}{NBSP}» existe déjà.",
            kept=_KEPT,
            todo="Choisissez un autre nom, ou demandez de le remplacer.",
        )
    year = {"campaign": campaign} if campaign and kind.of_year else {}
    return save(write(document, progress, **year), path)


def save_from(document: Document, content: bytes, path: Path) -> Path:
    """Do as `save` for what was drawn from a document by another way than `export`: an exercise says so.

    Raises:
        SurroundingsError: as `save`.
    """
    from nrdesk.core.reports import stamping

    suffix = path.suffix.removeprefix(".").lower()
    return save(stamping.stamped(document, suffix, content), stamping.named(document, path))


def save(content: bytes, path: Path) -> Path:
    """Write a file whole or not at all, in the place of the one that is there if any; return its path.

    Raises:
        SurroundingsError: the file is open elsewhere, the folder is not there or refuses, the disk is full.
    """
    with _told(path):
        _replace(path, content)
    return path


def _kind(key: str) -> ReportKind:
    for kind in REPORTS:
        if kind.key == key:
            return kind
    raise UserError(
        f"Aucun document ne s’appelle «{NBSP}{key}{NBSP}».",
        todo=f"Documents disponibles{NBSP}: {', '.join(kind.key for kind in REPORTS)}.",
    )


def _writer(kind: ReportKind, path: Path) -> Writer:
    extension = path.suffix.removeprefix(".").lower()
    if extension in kind.writers:
        return kind.writers[extension]
    raise UserError(
        f"Le document «{NBSP}{kind.key}{NBSP}» ne s’écrit pas au format «{NBSP}{path.suffix}{NBSP}»."
        if path.suffix
        else f"Le nom «{NBSP}{path.name}{NBSP}» ne dit pas le format.",
        todo=f"Formats disponibles{NBSP}: {', '.join(f'.{known}' for known in kind.formats)}.",
    )


def _replace(path: Path, content: bytes) -> None:
    """Write beside the target, then take its place in one step."""
    beside = path.with_name(f"~{path.stem[:40]}-{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the machine refuses into a sentence."""
    try:
        yield
    except PermissionError as error:
        if path.exists():
            raise SurroundingsError(
                f"Impossible de remplacer «{NBSP}{path.name}{NBSP}»{NBSP}: il est ouvert dans Word ou Excel, "
                "ou protégé.",
                kept=_KEPT,
                todo="Fermez-le, puis recommencez.",
            ) from error
        raise SurroundingsError(
            f"Le dossier «{NBSP}{path.parent}{NBSP}» refuse l’écriture.", todo="Choisissez un autre dossier."
        ) from error
    except FileNotFoundError as error:
        raise SurroundingsError(
            f"Le dossier «{NBSP}{path.parent}{NBSP}» n’existe pas.", todo="Choisissez un autre dossier."
        ) from error
    except OSError as error:
        what = "Le disque est plein" if error.errno in _FULL else f"L’écriture a échoué ({error.strerror})"
        raise SurroundingsError(
            f"{what}{NBSP}: «{NBSP}{path.name}{NBSP}» n’est pas écrit.",
            kept=_KEPT,
            todo="Libérez de la place ou choisissez un autre disque, puis recommencez.",
        ) from error
