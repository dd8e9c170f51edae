"""Search over everything (Ctrl+K): type, go down, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core.formatting import count
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.session import Session
from nrdesk.ui.shell.searching import Found, search
from nrdesk.ui.widgets import text

_FOUND = Qt.ItemDataRole.UserRole
_ICONS = {
    "page": "layout-dashboard",
    "étape": "route",
    "mot": "book-open",
    "appareil": "monitor",
    "action": "list-checks",
    "objectif": "target",
    "indicateur": "refresh-cw",
    "personne": "users",
    "instance": "landmark",
    "acteur": "network",
    "politique": "file-text",
}


class Palette(QDialog):
    """A field and its answers."""

    chosen = Signal(object)
    """The `Found` that was chosen."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chercher")
        self._session = session
        self.field = QLineEdit()
        self.field.setPlaceholderText("Une page, une étape, un mot du glossaire, un appareil…")
        self.field.setAccessibleName("Chercher")
        self.field.setAccessibleDescription("Flèches pour parcourir les réponses, Entrée pour y aller")
        self.answers = QListWidget()
        self.answers.setAccessibleName("Réponses")
        self.answers.setWordWrap(True)
        self.answers.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = text.muted("Aucune réponse. Essayez avec moins de lettres.")
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.answers, 1)
        column.addWidget(text.muted("↑ ↓ parcourir\u2003Entrée ouvrir\u2003Échap fermer"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._choose)
        self.answers.itemActivated.connect(self._choose)
        self.answers.itemClicked.connect(self._choose)
        self.resize(min(theme.px(620), parent.width() - 32), min(theme.px(440), parent.height() - 32))
        self._search("")

    def _search(self, query: str) -> None:
        self.answers.clear()
        for found in search(self._session, query):
            self._add(found)
        n = self.answers.count()
        self._nothing.setVisible(n == 0)
        self.answers.setCurrentRow(0)
        if query:
            announce(self.answers, count(n, "réponse"))

    def _add(self, found: Found) -> None:
        item = QListWidgetItem(theme.icon(_ICONS[found.kind], "accent"), f"{found.title}\n{found.detail}")
        item.setData(_FOUND, found)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.kind}, {found.title}. {found.detail}")
        self.answers.addItem(item)

    def _choose(self, *_: object) -> None:
        if item := self.answers.currentItem():
            self.accept()
            self.chosen.emit(item.data(_FOUND))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            move = moves.get(Qt.Key(event.key()))
            if move and self.answers.count():
                there = self.answers.currentRow() + move
                self.answers.setCurrentRow(max(0, min(there, self.answers.count() - 1)))
                return True
        return super().eventFilter(watched, event)
