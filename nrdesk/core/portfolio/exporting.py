"""What goes out of a portfolio: its table, the place of one collectivité, a document for each of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.errors import NotReadyError, UserError
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Cancelled, Progress, silent
from nrdesk.core.portfolio.portfolio import Portfolio
from nrdesk.core.portfolio.summary import Summary
from nrdesk.core.reports import export, save
from nrdesk.core.reports.content import Report

_log = logging.getLogger(__name__)

_FORBIDDEN = '<>:"/\\|?*'
_LONGEST = 80
"""Characters of the name of a collectivité in that of a file."""


@dataclass
class Batch:
    """What exporting a document for each of several collectivités came to."""

    written: list[Path] = field(default_factory=list)
    not_ready: dict[str, str] = field(default_factory=dict)
    """Name of the document file -> what is missing first, in French."""
    failed: dict[str, str] = field(default_factory=dict)
    """Name of the document file -> what went wrong, in French."""
    stopped: bool = False
    """Whether the user stopped before the end; what is written is whole."""


def write(
    portfolio: Portfolio,
    path: Path,
    *,
    chosen: Sequence[Summary] | None = None,
    named: bool = True,
    overwrite: bool = False,
    progress: Progress = silent,
) -> Path:
    """Write the portfolio, in the format that the extension of `path` says; return the path.

    Args:
        portfolio: the folder as it was read.
        path: the file to write: .xlsx, .pdf or .docx.
        chosen: those of its summaries to tell of, all by default.
        named: False to name nobody.
        overwrite: whether a file already there is replaced.
        progress: told how far the work is; may cancel it, and nothing is then written.

    Raises:
        UserError: no such format, or a file is already there.
        SurroundingsError: the folder or the disk refused.
    """
    kept = portfolio.summaries if chosen is None else tuple(chosen)

    def workbook() -> bytes:
        from nrdesk.core.portfolio import workbook

        return workbook.render(portfolio, kept, named=named)

    def report() -> Report:
        from nrdesk.core.portfolio import report

        return report.build(portfolio, kept, named=named)

    return _save(path, {".xlsx": workbook, **_texts(report, progress)}, overwrite=overwrite)


def write_position(
    portfolio: Portfolio,
    summary: Summary,
    path: Path,
    *,
    overwrite: bool = False,
    progress: Progress = silent,
) -> Path:
    """Write where one collectivité stands among comparable ones, without naming them; return the path.

    Raises:
        UserError: no such format (.pdf or .docx), or a file is already there.
        SurroundingsError: the folder or the disk refused.
    """

    def report() -> Report:
        from nrdesk.core.portfolio import report

        return report.build_position(portfolio, summary)

    return _save(path, _texts(report, progress), overwrite=overwrite)


def export_each(
    portfolio: Portfolio,
    chosen: Sequence[Summary],
    key: str,
    extension: str,
    folder: Path,
    *,
    overwrite: bool = False,
    progress: Progress = silent,
) -> Batch:
    """Write a document for each of several collectivités; one that cannot be written never stops the rest.

    Args:
        portfolio: the folder as it was read.
        chosen: the collectivités.
        key: name of one of `reports.REPORTS`.
        extension: format, without its dot.
        folder: where the files go, made if it is not there.
        overwrite: whether files already there are replaced.
        progress: told how many are done; when it cancels, what was written stays and the batch says so.

    Raises:
        SurroundingsError: the folder cannot be made.
    """
    batch = Batch()
    _make(folder)
    names = file_names(chosen, key, extension)
    try:
        for done, summary in enumerate(chosen):
            progress(done, len(chosen))
            _export_one(batch, portfolio.path(summary), summary.file, key, folder / names[done], overwrite)
        progress(len(chosen), len(chosen))
    except Cancelled:
        batch.stopped = True
    return batch


def file_names(chosen: Sequence[Summary], key: str, extension: str) -> list[str]:
    """Return the name of the file of each collectivité, no two the same: "bilan-annuel - Abrest.pdf"."""
    taken: set[str] = set()
    names = []
    for summary in chosen:
        safe = "".join("-" if letter in _FORBIDDEN or letter < " " else letter for letter in summary.name)
        base = f"{key} - {safe[:_LONGEST].strip(' .')}"
        name, rank = f"{base}.{extension}", 1
        while name.casefold() in taken:
            rank += 1
            name = f"{base} ({rank}).{extension}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _export_one(batch: Batch, source: Path, file: str, key: str, target: Path, overwrite: bool) -> None:
    try:
        with Document.open(source, read_only=True) as document:
            batch.written.append(export(document, key, target, overwrite=overwrite))
    except NotReadyError as missing:
        batch.not_ready[file] = missing.what
    except UserError as error:
        batch.failed[file] = str(error)
    except Exception as error:
        # Nobody foresaw it: the documents of the other collectivités are written all the same.
        _log.exception("A document of a portfolio could not be written")
        batch.failed[file] = f"Problème imprévu ({type(error).__name__}{NBSP}: {error})."


def _make(folder: Path) -> None:
    from nrdesk.core.document.faults import explain_os

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os(error, folder) from error


def _texts(build: Callable[[], Report], progress: Progress) -> dict[str, Callable[[], bytes]]:
    """Return the writers of a content tree, by extension."""

    def pdf() -> bytes:
        from nrdesk.core.reports import pdf

        return pdf.render(build(), progress)

    def docx() -> bytes:
        from nrdesk.core.reports import docx

        return docx.render(build(), progress)

    return {".pdf": pdf, ".docx": docx}


def _save(path: Path, writers: dict[str, Callable[[], bytes]], *, overwrite: bool) -> Path:
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise UserError(
            f"«{NBSP}{path.name}{NBSP}» n’a pas un format possible ici.",
            kept="Rien n’a été écrit.",
            todo=f"Formats disponibles{NBSP}: {', '.join(writers)}.",
        )
    if path.exists() and not overwrite:
        raise UserError(
            f"Le fichier «{NBSP}{path.name}{NBSP}» existe déjà.",
            kept="Rien n’a été modifié.",
            todo="Choisissez un autre nom, ou demandez de le remplacer.",
        )
    return save(writer(), path)
