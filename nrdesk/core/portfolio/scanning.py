"""Reading a folder of documents: every file has its summary, or is named with what prevents reading it.

Documents are opened for reading only: none is changed, locked, migrated nor backed up. A few are read at a
time, so that a file which another program holds, or a slow network share, does not make the others wait.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from nrdesk.core.document import DamagedDocument, DocumentTooNew, ForeignDocument, holder_of
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.portfolio import kept as cache
from nrdesk.core.portfolio.kept import Kept, KeptSummary, Stamp
from nrdesk.core.portfolio.portfolio import Failure, FailureKind, Portfolio
from nrdesk.core.portfolio.reading import summarise
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.written.words import normal

_log = logging.getLogger(__name__)

SUFFIX = ".nrdesk"
_BACKUPS = ".sauvegardes"
"""End of the name of the folders of backups (`core.document.backups`)."""
_AT_ONCE = 4
"""Files read at a time: Python computes one at a time, the others wait for a disk or a lock."""

_KINDS: tuple[tuple[type[UserError], FailureKind], ...] = (
    (DocumentTooNew, FailureKind.NEWER),
    (ForeignDocument, FailureKind.FOREIGN),
    (DamagedDocument, FailureKind.DAMAGED),
    (SurroundingsError, FailureKind.BUSY),
)


def scan(folder: Path, *, today: dt.date | None = None, progress: Progress = silent) -> Portfolio:
    """Read every document of a folder and of those inside it; backups are left out.

    Args:
        folder: the folder.
        today: the day on which dates are looked at, today by default.
        progress: told how many files are read; may cancel it.

    Raises:
        UserError: the folder is not there or cannot be read.
        Cancelled: the user cancelled.
    """
    folder, today = folder.absolute(), today or dt.date.today()
    files = documents(folder)
    known = cache.load(folder, today)
    found: dict[str, Summary] = {}
    failures: list[Failure] = []
    stamps = {file: cache.stamp_of(folder / file) for file in files}
    unchanged = {file: each for file in files if (each := known.summary(file, stamps[file]))}
    pool = ThreadPoolExecutor(_AT_ONCE, "portefeuille")
    try:
        jobs = [pool.submit(_read, folder, file, today) for file in files if file not in unchanged]
        progress(len(unchanged), len(files))
        for done, job in enumerate(as_completed(jobs), start=len(unchanged) + 1):
            read = job.result()
            if isinstance(read, Summary):
                found[read.file] = read
            else:
                failures.append(read)
            progress(done, len(files))
    finally:
        # Cancelled: those under way end, the others never begin.
        pool.shutdown(cancel_futures=True)
    found |= unchanged
    _keep(folder, today, known, found, stamps)
    summaries = [replace(each, opened_by=_opened_by(folder / each.file)) for each in found.values()]
    return Portfolio(
        folder,
        today,
        tuple(sorted(summaries, key=lambda each: (normal(each.name), each.file))),
        tuple(sorted(failures, key=lambda each: each.file)),
        reused=len(unchanged),
    )


def documents(folder: Path) -> list[str]:
    """Return the documents of a folder and of those inside it, as paths from it, without the backups.

    Raises:
        UserError: the folder is not there or cannot be read.
    """
    if not folder.is_dir():
        raise UserError(
            f"Le dossier «{NBSP}{folder}{NBSP}» n’existe pas.",
            todo="Vérifiez son nom, ou branchez le disque qui le contient.",
        )
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise SurroundingsError(
            f"Le dossier «{NBSP}{folder}{NBSP}» ne peut pas être lu{NBSP}: {error.strerror}."
        ) from error
    return sorted(path.relative_to(folder).as_posix() for path in _walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(_BACKUPS)]
        for name in files:
            # What begins with a dot is being written.
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                yield Path(where, name)


def _read(folder: Path, file: str, today: dt.date) -> Summary | Failure:
    try:
        return summarise(folder / file, file, today)
    except UserError as error:
        kind = next((kind for cause, kind in _KINDS if isinstance(error, cause)), FailureKind.REFUSED)
        return Failure(file, kind, error.what, error.todo)
    except OSError as error:
        return Failure(file, FailureKind.BUSY, f"L’ordinateur a refusé{NBSP}: {error.strerror or error}.")
    except Exception as error:
        # One file that nobody foresaw must not hide four hundred and ninety-nine others.
        _log.exception("The summary of a document failed")
        what = f"nrdesk n’a pas su lire ce fichier ({type(error).__name__}{NBSP}: {error})."
        return Failure(file, FailureKind.UNEXPECTED, what, "Ouvrez-le pour en savoir plus.")


def _keep(
    folder: Path, today: dt.date, known: Kept, found: dict[str, Summary], stamps: dict[str, Stamp | None]
) -> None:
    """Keep what was read, unless nothing new was."""
    files = {
        file: KeptSummary(stamp, summary)
        for file, summary in found.items()
        # The stamp is from before the reading: a file that changes meanwhile is read again.
        if (stamp := stamps[file])
    }
    if files != known.files:
        cache.keep(folder, today, files)


def _opened_by(path: Path) -> str:
    holder = holder_of(path)
    if holder is None:
        return ""
    who = f"{holder.user} sur " if holder.user else ""
    return f"{who}le poste {holder.machine}"
