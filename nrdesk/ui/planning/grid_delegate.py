"""How a cell of the plan is painted and typed in: as in the inventory, a key ends the typing and moves."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory import editors
from nrdesk.ui.planning.grid_model import GridModel
from nrdesk.ui.widgets.plain_delegate import Index, PlainDelegate

_STEPS = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}
_SUGGESTED = frozenset(("owner", "service", "structure", "elected_lead", "governance"))
"""Free fields that suggest what was already written in the column."""
_WIDEST = 190


class GridDelegate(PlainDelegate):
    """Paints the cells and edits them."""

    finished = Signal(int, int)
    """Typing was ended by a key that moves by so many rows and columns."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        model = cast(GridModel, index.model())
        wrong = bool(model.problem(index.row(), index.column()))
        if wrong:
            painter.fillRect(view.rect, QColor(theme.tokens().bad_soft))
        super().paint(painter, option, index)
        if wrong:
            _outline(painter, view.rect, theme.tokens().bad)
        if view.state & QStyle.StateFlag.State_HasFocus:
            _outline(painter, view.rect, theme.tokens().accent)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = cast(GridModel, index.model())
        column = model.columns[index.column()]
        editor: QWidget
        if column.field.choices:
            editor = editors.Choice([choice for choice in column.field.choices if choice])
        else:
            editor = line = QLineEdit()
            if column.name in _SUGGESTED:
                known = {column.field.text(action) for action in model.actions}
                editors.Suggestions(sorted(filter(None, known)), line)
        editor.setAccessibleName(column.field.label)
        editor.setAccessibleDescription(column.field.help)
        editor.setParent(parent)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        editors.fill(editor, str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, editors.text(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = cast(Any, option).rect.adjusted(-1, -1, 1, 1)
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), theme.px(_WIDEST)))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            key = cast(QKeyEvent, event)
            if Qt.Key(key.key()) in editors.ENDING:
                rows, across = _STEPS.get(Qt.Key(key.key()), (1, 0))
                if key.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    rows = -rows
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.NoHint)
                self.finished.emit(rows, across)
                return True
        return super().eventFilter(editor, event)


def _outline(painter: QPainter, rect: QRect, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
