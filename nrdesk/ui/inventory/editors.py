"""The fields that open in a cell: a line that suggests what is already known, a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit, QListView, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory.columns import Column
from nrdesk.ui.inventory.order import fold

ENDING = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab))
"""Keys that end the typing in a cell."""
_FOLDED = Qt.ItemDataRole.UserRole


class Suggestions(QCompleter):
    """Texts that hold what is typed, accents and case aside.

    The list helps without deciding: Enter takes the text chosen with the arrows, or else what was typed.
    """

    def __init__(self, texts: Sequence[str], line: QLineEdit) -> None:
        super().__init__(line)
        model = QStandardItemModel(self)
        for text in texts:
            item = QStandardItem(text)
            item.setData(fold(text), _FOLDED)
            model.appendRow(item)
        self.setModel(model)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(8)
        self._line = line
        # Made here rather than by Qt, which would make it while `eventFilter` already needs it.
        self._popup = QListView()
        self._popup.setMinimumWidth(theme.px(200))
        self.setPopup(self._popup)
        line.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._popup and event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            if Qt.Key(key.key()) in ENDING:
                # One key ends the choice and the typing, where Qt would ask for two.
                chosen = self._popup.currentIndex()
                if chosen.isValid():
                    self._line.setText(str(chosen.data(Qt.ItemDataRole.DisplayRole)))
                self._popup.hide()
                QApplication.sendEvent(self._line, key)
                return True
        return super().eventFilter(watched, event)


class Choice(QComboBox):
    """A closed list in which one can also type: what is not in the list is kept, and shown in red."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(["", *choices])
        self.setMaxVisibleItems(14)
        self.setCompleter(None)  # type: ignore[arg-type]
        Suggestions(choices, cast(QLineEdit, self.lineEdit()))


def make(column: Column, known: Sequence[str]) -> QWidget:
    """Return the field that opens in a cell of a column; `known` are the texts to suggest."""
    field = column.field
    if field is None:
        raise ValueError(column.name)
    editor: QWidget
    if choices := field.choices:
        editor = Choice(choices)
    else:
        editor = line = QLineEdit()
        if column.numeric:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if known:
            Suggestions(known, line)
    editor.setAccessibleName(column.label)
    editor.setAccessibleDescription(field.help)
    return editor


def text(editor: QWidget) -> str:
    """Return what was typed in a field made by `make`."""
    return editor.currentText() if isinstance(editor, QComboBox) else cast(QLineEdit, editor).text()


def fill(editor: QWidget, shown: str) -> None:
    """Put the text of the cell in a field made by `make`, selected, ready to be replaced."""
    line = cast(QLineEdit, editor.lineEdit() if isinstance(editor, QComboBox) else editor)
    if isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findText(shown))
    line.setText(shown)
    line.selectAll()
