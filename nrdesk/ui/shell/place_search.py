"""Finding a collectivité in the national directory, as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nrdesk.core.formatting import count
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.form import FormRow

if TYPE_CHECKING:
    from nrdesk.core.reference.directory import Place

_PAUSE_MS = 120
"""Pause in the typing after which the directory is searched."""
_MOST = 8


class PlaceSearch(QWidget):
    """A field and the places that it designates."""

    chosen = Signal(object)
    """The `Place` that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Par exemple\u00a0: Crémieu, ou 38460")
        self.field.textChanged.connect(lambda: self._pause.start())
        self.field.installEventFilter(self)
        self.answers = QListWidget()
        self.answers.setAccessibleName("Collectivités trouvées")
        self.answers.setWordWrap(True)
        self.answers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.answers.itemClicked.connect(self._choose)
        self.answers.itemActivated.connect(self._choose)
        self.answers.hide()
        self._nothing = text.muted(
            "Aucune collectivité trouvée. Vérifiez l’orthographe, ou essayez le code postal."
        )
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = "&Quelle est votre collectivité\u00a0?"
        advice = "Commune, communauté, métropole\u00a0: tapez le début du nom, ou le code postal."
        for widget in (FormRow(label, self.field, help=advice), self.answers, self._nothing):
            column.addWidget(widget)

    def _search(self) -> None:
        from nrdesk.core.reference import directory

        query = self.field.text().strip()
        places = directory.search(query, _MOST) if query else []
        self.answers.clear()
        for place in places:
            item = QListWidgetItem(f"{place.label}\n{about(place)}")
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.answers.addItem(item)
        self.answers.setCurrentRow(0)
        self.answers.setVisible(bool(places))
        self._nothing.setVisible(bool(query) and not places)
        lines = sum(self.answers.sizeHintForRow(index) for index in range(len(places)))
        self.answers.setFixedHeight(min(lines, theme.px(320)) + 12)
        if query:
            announce(self.answers, count(len(places), "collectivité trouvée", "collectivités trouvées"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if move and self.answers.count():
                there = self.answers.currentRow() + move
                self.answers.setCurrentRow(max(0, min(there, self.answers.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self._pause.stop()
                    self._search()
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, *_: object) -> None:
        if item := self.answers.currentItem():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def about(place: Place) -> str:
    """Return what tells a place apart from its namesakes."""
    kind = place.kind.label
    parts = [kind[0].upper() + kind[1:]]
    if place.population_municipal is not None:
        parts.append(count(place.population_municipal, "habitant"))
    if place.postcodes:
        parts.append(place.postcodes[0])
    return " · ".join(parts)
