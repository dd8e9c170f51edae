"""What goes out of the portfolio: asked where, written away from the window, then told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.jobs import Progress
from nrdesk.core.portfolio import Portfolio, Summary
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import confirm_replacing, documents_folder, file_to_write
from nrdesk.ui.portfolio.batch_dialog import BatchDialog
from nrdesk.ui.widgets.messages import report, say

_TABLE = "Classeur Excel (*.xlsx);;PDF (*.pdf);;Word (*.docx)"
_SHEET = "PDF (*.pdf);;Word (*.docx)"


def folder_to_read(parent: QWidget, start: Path | None) -> Path | None:
    """Return the folder chosen by the user, None when there is none."""
    title = "Choisir un dossier de documents nrdesk"
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start or documents_folder()))
    return Path(chosen) if chosen else None


def export_table(parent: QWidget, portfolio: Portfolio, chosen: Sequence[Summary], *, named: bool) -> None:
    """Ask where, and write the table of the collectivités shown."""
    title = "Portefeuille" if named else "Portefeuille anonyme"

    def job(path: Path, progress: Progress) -> Path:
        from nrdesk.core.portfolio.exporting import write

        return write(portfolio, path, chosen=chosen, named=named, overwrite=True, progress=progress)

    _ask_and_write(parent, title, title, ".xlsx", _TABLE, job)


def export_position(parent: QWidget, portfolio: Portfolio, summary: Summary) -> None:
    """Ask where, and write the place of a collectivité among comparable ones, which are not named."""

    def job(path: Path, progress: Progress) -> Path:
        from nrdesk.core.portfolio.exporting import write_position

        return write_position(portfolio, summary, path, overwrite=True, progress=progress)

    name = f"Comparaison anonyme - {summary.name}"
    _ask_and_write(parent, "Comparaison anonyme", name, ".pdf", _SHEET, job)


def export_each(parent: QWidget, portfolio: Portfolio, chosen: Sequence[Summary]) -> None:
    """Ask which document and where, and write it for every collectivité shown."""
    dialog = BatchDialog(parent, len(chosen))
    dialog.accepted.connect(lambda: _write_each(parent, portfolio, chosen, dialog))
    dialog.open()


def _write_each(
    parent: QWidget, portfolio: Portfolio, chosen: Sequence[Summary], dialog: BatchDialog
) -> None:
    from nrdesk.core.portfolio.exporting import Batch
    from nrdesk.core.portfolio.exporting import export_each as write_all

    folder = QFileDialog.getExistingDirectory(parent, "Où écrire les documents", str(documents_folder()))
    if not folder:
        return
    key, extension = dialog.chosen

    def job(progress: Progress) -> Batch:
        return write_all(portfolio, chosen, key, extension, Path(folder), progress=progress)

    title = f"Écriture de {count(len(chosen), 'document')}"
    tasks.run(parent, title, job, lambda batch: _tell_batch(parent, batch, Path(folder)))


def _tell_batch(parent: QWidget, batch: object, folder: Path) -> None:
    from nrdesk.core.portfolio.exporting import Batch

    assert isinstance(batch, Batch)
    written = count(len(batch.written), "document écrit", "documents écrits")
    others = len(batch.not_ready) + len(batch.failed)
    stopped = " Arrêté à votre demande." if batch.stopped else ""
    if not others:
        say(parent, f"{written} dans {folder}.{stopped}", "ok", ("Ouvrir le dossier", partial(_show, folder)))
        return
    missing = count(others, "n’a pas pu être écrit", "n’ont pas pu être écrits")
    reasons = {**batch.not_ready, **batch.failed}
    details = "\n".join(f"{file}\u00a0: {why}" for file, why in reasons.items())
    report(parent, "Un document pour chacune", f"{written} dans {folder}. {missing}.{stopped}", details)


def _ask_and_write(
    parent: QWidget,
    title: str,
    name: str,
    suffix: str,
    kinds: str,
    write: Callable[[Path, Progress], Path],
) -> None:
    path = file_to_write(parent, f"Exporter «\u00a0{title}\u00a0»", name, suffix, kinds)
    if path is None or (path.exists() and not confirm_replacing(parent, path)):
        return
    tasks.run(parent, f"Écriture de «\u00a0{title}\u00a0»", partial(write, path), partial(_tell, parent))


def _tell(parent: QWidget, path: Path) -> None:
    say(parent, f"Le document est enregistré\u00a0: {path}", "ok", ("Ouvrir", partial(_show, path)))


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
