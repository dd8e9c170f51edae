"""Documents that go out: looked at first, then exported where one chooses and offered to be opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import say

FORMATS = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "pptx": "PowerPoint",
    "csv": "CSV",
    "zip": "ZIP",
    "ics": "Agenda",
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
    name = f"{title.replace(' :', ',')} - {session.document.authority.name}"
    kinds = f"{FORMATS.get(suffix, suffix)} (*.{suffix})"
    path = file_to_write(parent, f"Exporter «\u00a0{title}\u00a0»", name, f".{suffix}", kinds)
    if path is None:
        return
    exists = path.exists()
    if exists and not confirm_replacing(parent, path):
        return

    _write(parent, session, key, title, path, partial(_tell, parent), overwrite=exists)


def preview_document(parent: QWidget, session: Session, key: str, title: str) -> None:
    """Show a document as PDF in the computer’s own viewer, without keeping it; returns before it is written.

    Args:
        parent: the widget that asks.
        session: the open document.
        key: key of the report.
        title: title of the report, in French.
    """
    _write(parent, session, key, title, session.scratch() / f"{key}.pdf", _open)


def _write(
    parent: QWidget,
    session: Session,
    key: str,
    title: str,
    path: Path,
    done: Callable[[Path], object],
    *,
    overwrite: bool = False,
) -> None:
    source = session.document.path

    def job(progress: Progress) -> Path:
        from nrdesk.core.document import Document
        from nrdesk.core.reports import export

        # A reader of its own: the document of the window stays in the main thread.
        with Document.open(source, read_only=True) as document:
            return export(document, key, path, overwrite=overwrite, progress=progress)

    tasks.run(parent, f"Écriture de «\u00a0{title}\u00a0»", job, done)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _tell(parent: QWidget, path: Path) -> None:
    say(parent, f"Le document est enregistré\u00a0: {path}", "ok", ("Ouvrir", partial(_open, path)))
