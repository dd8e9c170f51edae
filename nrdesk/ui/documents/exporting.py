"""Documents that go out: looked at first, then exported where one chooses and offered to be opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.errors import show_error
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import say

if TYPE_CHECKING:
    # Storage is imported when a document is written, not with the pages that offer to.
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign
    from nrdesk.core.reports.registry import Writer

FORMATS = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "pptx": "PowerPoint",
    "csv": "CSV",
    "zip": "ZIP",
    "ics": "Agenda",
    "eml": "Courriel",
    "html": "Page web",
    "txt": "Texte",
}
"""Format -> word on its button."""


def available(key: str) -> tuple[str, ...]:
    """Return the formats in which a document can be exported today, none for one still to come."""
    # The list of reports is only read when a page that shows it opens.
    from nrdesk.core.reports import REPORTS

    return next((report.formats for report in REPORTS if report.key == key), ())


def export_document(parent: QWidget, session: Session, key: str, title: str, suffix: str) -> None:
    """Ask where, export, and offer to open the result; returns before the export is done.

    Args:
        parent: the widget that asks.
        session: the open document.
        key: key of the report.
        title: title of the report, in French.
        suffix: format: "pdf", "xlsx"…
    """
    campaign = _earlier(session, key)
    if path := _ask(parent, session, f"{title} {campaign.year}" if campaign else title, suffix):
        write = partial(_export, key, path, path.exists(), campaign)
        _write(parent, session, title, write, partial(_tell, parent))


def export_written(parent: QWidget, session: Session, title: str, suffix: str, write: Writer) -> None:
    """Do as `export_document` for a document about one record, that no list holds.

    Args:
        parent: the widget that asks.
        session: the open document.
        title: title of the document, in French.
        suffix: its only format: "pdf", "ics"…
        write: returns the content of the file; called in another thread.
    """
    path = _ask(parent, session, title, suffix)
    if path is None:
        return
    if path.suffix.lower() != f".{suffix}":
        show_error(parent, UserError(f"Ce document ne s’écrit qu’en .{suffix}.", todo="Gardez cette fin."))
        return
    _write(parent, session, title, partial(_save, write, path), partial(_tell, parent))


def preview_document(parent: QWidget, session: Session, key: str, title: str) -> None:
    """Show a document as PDF in the computer’s own viewer, without keeping it; returns before it is written.

    Args:
        parent: the widget that asks.
        session: the open document.
        key: key of the report.
        title: title of the report, in French.
    """
    path = session.scratch() / f"{key}.pdf"
    _write(parent, session, title, partial(_export, key, path, False, _earlier(session, key)), _open)


def _earlier(session: Session, key: str) -> Campaign | None:
    """Return the campaign on screen for a document of one year, None when it is the latest one."""
    from nrdesk.core.reports import REPORTS

    shown = session.campaign
    of_year = any(report.of_year for report in REPORTS if report.key == key)
    return shown if of_year and shown.id != session.document.campaign.id else None


def _ask(parent: QWidget, session: Session, title: str, suffix: str) -> Path | None:
    """Ask where to write a document, and whether what is there is replaced; return None to write nothing."""
    name = f"{title.replace(' :', ',')} - {session.document.authority.name}"
    kinds = f"{FORMATS.get(suffix, suffix)} (*.{suffix})"
    path = file_to_write(parent, f"Exporter «\u00a0{title}\u00a0»", name, f".{suffix}", kinds)
    if path is not None:
        path = _named(session, path)
    if path is not None and path.exists() and not confirm_replacing(parent, path):
        return None
    return path


def _named(session: Session, path: Path) -> Path:
    from nrdesk.core.reports import stamping

    return stamping.named(session.document, path)


def _write(
    parent: QWidget,
    session: Session,
    title: str,
    write: Callable[[Document, Progress], Path],
    done: Callable[[Path], object],
) -> None:
    source = session.document.path

    def job(progress: Progress) -> Path:
        from nrdesk.core.document import Document

        # A reader of its own: the document of the window stays in the main thread.
        with Document.open(source, read_only=True) as document:
            return write(document, progress)

    tasks.run(parent, f"Écriture de «\u00a0{title}\u00a0»", job, done)


def _export(
    key: str,
    path: Path,
    overwrite: bool,
    campaign: Campaign | None,
    document: Document,
    progress: Progress,
) -> Path:
    from nrdesk.core.reports import export

    return export(document, key, path, overwrite=overwrite, progress=progress, campaign=campaign)


def _save(write: Writer, path: Path, document: Document, progress: Progress) -> Path:
    from nrdesk.core.reports import save_from

    return save_from(document, write(document, progress), path)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _tell(parent: QWidget, path: Path) -> None:
    say(parent, f"Le document est enregistré\u00a0: {path}", "ok", ("Ouvrir", partial(_open, path)))
