"""What the trainer prints without any document open: the guide, the sheets of the tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.documents.exporting import FORMATS
from nrdesk.ui.widgets.messages import say

if TYPE_CHECKING:
    # Storage and the fonts of documents are imported when one is written.
    from nrdesk.core.reports.content import Report

WHO = "Formation au numérique responsable"
"""Said on the cover in place of a collectivité: the trainer has no document open."""


def write_guide(parent: QWidget, suffix: str) -> None:
    """Ask where, and write the trainer's guide; returns before it is written."""

    def report() -> Report:
        from nrdesk.core.reports import trainer_guide

        return trainer_guide.report(WHO, dt.date.today())

    _write(parent, "Guide du formateur", suffix, report)


def write_sheet(parent: QWidget, commune: str, name: str, suffix: str) -> None:
    """Ask where, and write the sheet of a commune, without an answer; returns before it is written.

    Args:
        parent: the widget that asks.
        commune: key of the commune.
        name: name of the commune, for the file.
        suffix: "pdf" or "docx".
    """

    def report() -> Report:
        from nrdesk.core.reports import exercise_sheet

        return exercise_sheet.report(commune, WHO, dt.date.today())

    _write(parent, f"Énoncés des exercices - {name}", suffix, report)


def save_bytes(parent: QWidget, title: str, suffix: str, content: Callable[[Progress], bytes]) -> None:
    """Ask where, and write a file; returns before it is written.

    Args:
        parent: the widget that asks.
        title: name proposed for the file, in French.
        suffix: format: "pdf", "xlsx"…
        content: makes the file, away from the window.
    """
    path = file_to_write(parent, f"Enregistrer «\u00a0{title}\u00a0»", title, f".{suffix}", _kinds(suffix))
    if path is None or (path.exists() and not confirm_replacing(parent, path)):
        return

    def job(progress: Progress) -> Path:
        from nrdesk.core.reports import save

        return save(content(progress), path)

    tasks.run(parent, f"Écriture de «\u00a0{title}\u00a0»", job, partial(_tell, parent))


def _write(parent: QWidget, title: str, suffix: str, report: Callable[[], Report]) -> None:
    def content(progress: Progress) -> bytes:
        from nrdesk.core.reports import docx, pdf

        render = pdf.render if suffix == "pdf" else docx.render
        return render(report(), progress)

    save_bytes(parent, title, suffix, content)


def _kinds(suffix: str) -> str:
    return f"{FORMATS.get(suffix, suffix)} (*.{suffix})"


def _tell(parent: QWidget, path: Path) -> None:
    show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
    say(parent, f"Le document est enregistré\u00a0: {path}", "ok", ("Ouvrir", show))
