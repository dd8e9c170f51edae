"""The versions of the strategy: kept, compared, brought back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core import dates, roadmap
from nrdesk.core.errors import UserError
from nrdesk.core.model import StrategyVersion
from nrdesk.core.roadmap import KeptChapter
from nrdesk.ui import errors, theme
from nrdesk.ui.records.editors import LineEditor
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.roadmap.differences_view import DifferencesView
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column, row

_TODAY = "le texte d’aujourd’hui"
_ROOM = 640


def when_of(version: StrategyVersion) -> str:
    """Return when a version was made, on the clock of this computer: "22 novembre 2026 à 9 h 05"."""
    made = dt.datetime.fromisoformat(version.made_at).astimezone()
    return f"{dates.in_letters(made.date())} à {made.hour}\u00a0h\u00a0{made.minute:02}"


def details_of(version: StrategyVersion) -> str:
    """Return what a line says of a version."""
    return f"{when_of(version)} · adoptée, scellée" if version.sealed else when_of(version)


class VersionsDialog(QDialog):
    """The list of versions, and what changed from one to another."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._owner = session, parent
        self.setWindowTitle("Versions de la feuille de route")
        self.setModal(True)
        self.resize(QSize(theme.px(980), theme.px(640)).boundedTo(self.screen().availableSize() * 0.95))
        locked = session.document.read_only
        self.name = LineEditor()
        self.name.setAccessibleName("Nom de la version à garder")
        self.name.setPlaceholderText("avant relecture du bureau")
        self.keep_button = button("Garder une version", "save", "primary", on_click=self.keep)
        self.list = RecordList("Versions")
        self.list.take_room()
        self.list.chosen.connect(lambda _: self._compare())
        self._empty = text.muted(
            "Aucune version n’est gardée. Gardez-en une avant chaque relecture\u00a0: vous verrez ce qui a "
            "changé, et vous pourrez revenir en arrière."
        )
        self.other = QComboBox()
        self.other.setAccessibleName("Comparer avec")
        self.other.currentIndexChanged.connect(lambda _: self._compare())
        self.restore_button = button("Reprendre cette version", "undo-2", on_click=self.restore)
        self.delete_button = button("Supprimer", "trash-2", on_click=self.delete)
        self.differences = DifferencesView()
        for each in (self.name, self.keep_button):
            each.setEnabled(not locked)
        left = column(self._empty, self.list, flow(self.restore_button, self.delete_button), gap=8)
        right = column(
            flow(text.strong("Ce qui a changé jusqu’à", wrap=False), self.other), self.differences, gap=8
        )
        self._body = Beside((left, 2), (right, 3), room=_ROOM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text.label("Versions de la feuille de route", "title"))
        whole.addWidget(row(self.name, self.keep_button))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        whole.addWidget(area, 1)
        whole.addWidget(row(1, button("Fermer", on_click=self.accept)))
        self.name.setMinimumWidth(theme.px(220))
        self.differences.setMinimumHeight(theme.px(400))
        self.refresh()

    @property
    def version(self) -> StrategyVersion | None:
        """The version chosen."""
        return next((each for each in self._versions if each.id == self.list.current_id), None)

    def refresh(self) -> None:
        """Show what the document holds."""
        self._versions = roadmap.versions(self._session.document)
        self.list.show_lines([Line(each.id, each.name, details_of(each)) for each in self._versions])
        self._empty.setHidden(bool(self._versions))
        self.list.setVisible(bool(self._versions))
        chosen = self.other.currentData()
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(_TODAY, "")
        for each in self._versions:
            self.other.addItem(f"{each.name} ({when_of(each)})", each.id)
        self.other.setCurrentIndex(max(self.other.findData(chosen), 0))
        self.other.blockSignals(False)
        self._compare()

    def keep(self) -> None:
        """Keep the strategy as it is."""
        # The tables and charts of a document are drawn: only who keeps a version waits for that.
        from nrdesk.core.reports import versions

        if self._done(lambda: versions.save(self._session.document, self.name.text())):
            self.name.clear()
            self.refresh()
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> None:
        """Bring the chapters back as they were, and leave the dialog."""
        version = self.version
        if version and self._done(lambda: roadmap.restore(self._session.document, version)):
            self.accept()
            sentence = f"Les chapitres sont ceux de «\u00a0{version.name}\u00a0»."
            say_undoable(self._owner, self._session, sentence)

    def delete(self) -> None:
        """Delete the version chosen; it can be brought back by undo."""
        version = self.version
        if version and self._done(lambda: roadmap.delete_version(self._session.document, version)):
            self.refresh()

    def _compare(self) -> None:
        version, locked = self.version, self._session.document.read_only
        self.restore_button.setEnabled(version is not None and not locked)
        self.delete_button.setEnabled(version is not None and not locked and not version.sealed)
        self.differences.setEnabled(version is not None)
        if version is None:
            self.differences.clear()
            return
        try:
            before, after = roadmap.read(version).chapters, self._after()
        except UserError as error:
            self.differences.setPlainText(str(error))
            return
        self.differences.show_differences(roadmap.compare_chapters(before, after))

    def _after(self) -> tuple[KeptChapter, ...]:
        """Return the chapters to compare with."""
        chosen = self.other.currentData()
        if other := next((each for each in self._versions if each.id == chosen), None):
            return roadmap.read(other).chapters
        return roadmap.current(roadmap.chapters(self._session.document))

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            errors.show_error(self, error)
            return False
        return True
