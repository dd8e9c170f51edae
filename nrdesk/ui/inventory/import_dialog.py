"""An import: the file, its columns, what becomes of each row; then one action.

Reading and planning are jobs; only the last button writes, and it can be undone in one go.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.exchange import ColumnMapping, Source, write_rejects
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui import tasks, theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.errors import show_error
from nrdesk.ui.inventory.import_columns import ColumnsStage
from nrdesk.ui.inventory.import_file import FileStage
from nrdesk.ui.inventory.import_kind import INVENTORY, ImportKind, Planned
from nrdesk.ui.inventory.import_preview import PreviewStage
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.pill import Pill

_STAGES = ("Fichier", "Colonnes", "Aperçu")
_FILE, _COLUMNS, _PREVIEW = range(3)


class ImportDialog(QDialog):
    """Leads from a file to the lines of the document, without writing anything before the last step."""

    imported = Signal(str)
    """The lines are in the document: a sentence that says how many."""

    def __init__(
        self,
        session: Session,
        path: Path | None = None,
        parent: QWidget | None = None,
        *,
        kind: ImportKind = INVENTORY,
    ) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind
        self._path = path
        self._source: Source | None = None
        self._mapping: ColumnMapping | None = None
        self._remembered = False
        self.plan: Planned | None = None
        self.setWindowTitle(kind.title)
        self.setModal(True)
        self.resize(QSize(theme.px(1040), theme.px(660)).boundedTo(self.screen().availableSize() * 0.95))
        self.file_stage = FileStage(kind)
        self.columns_stage = ColumnsStage(kind)
        self.preview_stage = PreviewStage()
        self._stages = QStackedWidget()
        for stage in (self.file_stage, self.columns_stage, self.preview_stage):
            self._stages.addWidget(stage)
        self._marks = [Pill(f"{place}. {name}", "quiet") for place, name in enumerate(_STAGES, 1)]
        self.rejects_button = button("Enregistrer les rejets…", "save", on_click=self._choose_rejects)
        self.back_button = button("Retour", on_click=self._back)
        self.next_button = button("Continuer", kind="primary", on_click=self._next)
        self._lay_out()
        self.file_stage.chosen.connect(self.read)
        self.file_stage.sheet_chosen.connect(self._read_sheet)
        self.columns_stage.corrected.connect(self._correct)
        self._show(_FILE)

    def _lay_out(self) -> None:
        footer = QHBoxLayout()
        footer.setSpacing(8)
        footer.addWidget(button("Annuler", on_click=self.reject))
        footer.addStretch(1)
        for each in (self.rejects_button, self.back_button, self.next_button):
            footer.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(16)
        head = FlowLayout(gap=12, last_to_right=True)
        head.addWidget(text.label(self._kind.title, "title", wrap=False))
        head.addWidget(row(*self._marks))
        column.addLayout(head)
        column.addWidget(self._stages, 1)
        column.addLayout(footer)

    @property
    def stage(self) -> int:
        """Place of the stage shown: 0 the file, 1 the columns, 2 the preview."""
        return self._stages.currentIndex()

    def start(self) -> None:
        """Open the dialog, and read the file if there is already one."""
        self.open()
        if self._path is not None:
            self.read(self._path)

    def read(self, path: Path) -> None:
        """Read a file and show its columns, or first its sheets when there are several."""
        self._read(path, None)

    def _read_sheet(self, sheet: str) -> None:
        if self._source is not None:
            self._read(self._source.path, sheet)

    def _read(self, path: Path, sheet: str | None) -> None:
        tasks.run(
            self,
            f"Lecture de «{NBSP}{path.name}{NBSP}»",
            lambda progress: self._kind.read(path, progress, sheet),
            lambda source: self._take(source, stay=sheet is not None),
        )

    def _take(self, source: Source, *, stay: bool) -> None:
        self._source = source
        self._mapping, self._remembered = self._kind.recognise(self._session.document, source)
        self.file_stage.show_source(source)
        self.columns_stage.show_mapping(source, self._mapping, remembered=self._remembered)
        if self._kind.settled(source):
            self._plan_rows()
            return
        self._show(_FILE if stay or len(source.sheets) > 1 else _COLUMNS)

    def _correct(self, index: int, field: str) -> None:
        if self._mapping is not None:
            self._mapping = self._mapping.corrected(index, field)
            self.columns_stage.show_remarks(self._mapping, remembered=self._remembered)

    def _back(self) -> None:
        self._show(self.stage - 1)

    def _next(self) -> None:
        if self.stage == _FILE:
            self._show(_COLUMNS)
        elif self.stage == _COLUMNS:
            self._plan_rows()
        else:
            self._import()

    def _plan_rows(self) -> None:
        if self._source is None or self._mapping is None:
            return
        job = self._kind.prepare(self._session, self._source, self._mapping)
        tasks.run(self, f"Examen de {count(len(self._source.rows), 'ligne')}", job, self._preview)

    def _preview(self, plan: Planned) -> None:
        self.plan = plan
        self.preview_stage.show_plan(plan)
        self._show(_PREVIEW)

    def _import(self) -> None:
        if self.plan is None:
            return
        try:
            self._kind.apply(self._session.document, self.plan)
        except UserError as error:
            show_error(self, error)
            return
        self.accept()
        self.imported.emit(_sentence(self.plan))

    def _choose_rejects(self) -> None:
        if self.plan is None:
            return
        proposed = f"{self.plan.source.path.stem} - rejets.csv"
        path, _ = QFileDialog.getSaveFileName(self, "Enregistrer les rejets", proposed, "Tableau (*.csv)")
        if path:
            self.save_rejects(Path(path))

    def save_rejects(self, path: Path) -> None:
        """Write the rejected rows in a file that can be corrected and imported."""
        if self.plan is None:
            return
        try:
            write_rejects(self.plan, path)
        except UserError as error:
            show_error(self, error)
        else:
            sentence = f"Rejets enregistrés dans «{NBSP}{path.name}{NBSP}»."
            self.preview_stage.advice.setText(sentence)
            announce(self, sentence)

    def _show(self, stage: int) -> None:
        self._stages.setCurrentIndex(stage)
        for place, mark in enumerate(self._marks):
            mark.show_state(mark.text(), "accent" if place == stage else "quiet")
        self.back_button.setVisible(stage > _FILE)
        self.rejects_button.setVisible(stage == _PREVIEW and bool(self.plan and self.plan.rejected))
        self.next_button.setText("Continuer")
        self.next_button.setEnabled(self._source is not None)
        if stage == _PREVIEW and self.plan is not None:
            self.next_button.setText(f"Importer {count(self.plan.imported, 'ligne')}")
            self.next_button.setEnabled(self.plan.imported > 0)
        target = self.next_button if self.next_button.isEnabled() else self.file_stage.choose_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"Étape {stage + 1} sur {len(_STAGES)}{NBSP}: {_STAGES[stage]}")


def _sentence(plan: Planned) -> str:
    """Return « 60 lignes importées sur 65 lues : 2 doublons, 1 rejetée, 2 ignorées. »."""
    left = [
        count(plan.duplicates, "doublon"),
        count(plan.rejected, "rejetée"),
        count(plan.ignored, "ignorée"),
    ]
    imported = count(plan.imported, "ligne importée", "lignes importées")
    return f"{imported} sur {count(plan.read, 'lue')}{NBSP}: {', '.join(left)}."
