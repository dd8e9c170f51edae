"""A consolidation, in two stages: which documents, what they come to; then one file is written.

Reading is a job, and so is writing; nothing is written before the last button.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nrdesk.core.consolidation import Consolidation
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks, theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.consolidation.files_stage import FilesStage
from nrdesk.ui.consolidation.preview_stage import PreviewStage
from nrdesk.ui.dialogs import file_to_write
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button

TITLE = "Consolider un EPCI et ses communes"
_FILES, _PREVIEW = range(2)


class ConsolidationDialog(QDialog):
    """Leads from documents to the one that gathers them."""

    written = Signal(object)
    """Path of the document that was written."""

    def __init__(self, paths: Iterable[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setModal(True)
        self.resize(QSize(theme.px(860), theme.px(620)).boundedTo(self.screen().availableSize() * 0.95))
        self.made: Consolidation | None = None
        self.files = FilesStage(paths)
        self.preview = PreviewStage()
        self._stages = QStackedWidget()
        self._stages.addWidget(self.files)
        self._stages.addWidget(self.preview)
        self.back_button = button("Retour", on_click=partial(self._show, _FILES))
        self.next_button = button("Continuer", kind="primary", on_click=self._read)
        self.write_button = button("Écrire la consolidation…", "save", "primary", self._choose)
        footer = QHBoxLayout()
        footer.setSpacing(8)
        footer.addWidget(button("Annuler", on_click=self.reject))
        footer.addStretch(1)
        for each in (self.back_button, self.next_button, self.write_button):
            footer.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        column.addWidget(text.label(TITLE, "title"))
        column.addWidget(self._stages, 1)
        column.addLayout(footer)
        self.files.changed.connect(self._allow)
        self._show(_FILES)

    def write(self, target: Path) -> None:
        """Write the consolidation that was prepared, and the sheets of its members when they are wanted."""
        made, wanted = self.made, self.preview.sheets_box.isChecked()
        assert made is not None

        def job(progress: Progress) -> Path:
            from nrdesk.core.document import Document, build
            from nrdesk.core.reports.consolidation import returned

            build(target, made.records)
            if wanted:
                folder = target.with_name(f"{target.stem} - retours")
                folder.mkdir(exist_ok=True)
                with Document.open(target, read_only=True) as document:
                    returned.write_all(document, folder, progress)
            return target

        tasks.run(self, "Écriture de la consolidation", job, self._end)

    def _allow(self) -> None:
        self.next_button.setEnabled(len(self.files.paths) > 1)

    def _read(self) -> None:
        paths = self.files.paths

        def job(progress: Progress) -> Consolidation:
            from nrdesk.core import consolidation

            return consolidation.prepared(consolidation.gather(paths, progress=progress))

        tasks.run(self, "Lecture des documents", job, self._take)

    def _take(self, made: Consolidation) -> None:
        self.made = made
        self.preview.show_journal(made.journal)
        self._show(_PREVIEW)
        announce(self.preview.area, f"Étape 2{NBSP}: ce qui sera écrit")

    def _show(self, stage: int) -> None:
        self._stages.setCurrentIndex(stage)
        self.back_button.setVisible(stage == _PREVIEW)
        self.next_button.setVisible(stage == _FILES)
        self.write_button.setVisible(stage == _PREVIEW)
        self._allow()
        (self.files.list if stage == _FILES else self.write_button).setFocus()

    def _choose(self) -> None:
        assert self.made is not None
        name = next(member.name for member in self.made.journal.members)
        if target := file_to_write(self, "Enregistrer la consolidation", f"Consolidation - {name}"):
            self.write(target)

    def _end(self, target: Path) -> None:
        self.accept()
        self.written.emit(target)
