"""How a cell is painted and edited: one call per cell, no style sheet in the way of scrolling."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory import editors
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.model import Cell, Index, InventoryModel

_MARGIN = 8
"""On either side of a text, in pixels for normal text: as in the header."""
_KEPT = 20_000
"""Texts whose fitting is remembered."""
_ON_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_TO_RIGHT = int(Qt.AlignmentFlag.AlignRight | _ON_ONE_LINE)
_TO_LEFT = int(Qt.AlignmentFlag.AlignLeft | _ON_ONE_LINE)
_SUGGESTED = frozenset(("brand", "model", "site", "service", "operating_system"))
"""Free fields that suggest what was already written in the column."""
_STEPS = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}
"""Where a key that ends the typing goes, in rows and columns; Enter goes down."""


class CellDelegate(QStyledItemDelegate):
    """Paints the cells and edits them as a spreadsheet does."""

    finished = Signal(int, int)
    """Typing was ended by a key that moves by so many rows and columns."""
    fill_selection = Signal(str)
    """Ctrl+Enter: this text goes into every selected cell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, int, int], str] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cast(InventoryModel, index.model()).cell(index.row(), index.column())
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        self.paint_cell(painter, view.rect, view.fontMetrics, view.state, cell, index.column())

    def paint_cell(
        self,
        painter: QPainter,
        rect: QRect,
        metrics: QFontMetrics,
        state: QStyle.StateFlag,
        cell: Cell,
        column: int,
    ) -> None:
        """Paint a cell: its text, red when it could not be read, amber when its line lacks a datum."""
        tokens = theme.tokens()
        which = COLUMNS[column]
        wrong = cell.tone == "bad"
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        elif wrong:
            painter.fillRect(rect, QColor(tokens.bad_soft))
        painter.setPen(QColor(getattr(tokens, cell.tone)))
        margin = theme.px(_MARGIN)
        inner = rect.adjusted(margin, 0, -margin, 0)
        text = self._fitted(cell.text, inner.width(), metrics)
        painter.drawText(inner, _TO_RIGHT if which.numeric else _TO_LEFT, text)
        if wrong:
            _outline(painter, rect, tokens.bad)
        if state & QStyle.StateFlag.State_HasFocus:
            _outline(painter, rect, tokens.accent)

    def _fitted(self, text: str, width: int, metrics: QFontMetrics) -> str:
        """Return a text on one line, cut to a width; measured once, for a screen is painted many times."""
        key = (text, width, metrics.height())
        fitted = self._known.get(key)
        if fitted is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            one_line = " ↵ ".join(text.split("\n"))
            fitted = self._known[key] = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, width)
        return fitted

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = cast(InventoryModel, index.model()).cell(index.row(), index.column()).text
        metrics: QFontMetrics = cast(Any, option).fontMetrics
        width = metrics.horizontalAdvance(text.partition("\n")[0])
        return QSize(width + 2 * theme.px(_MARGIN) + 2, metrics.height() + theme.px(14))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        lines = cast(InventoryModel, index.model()).lines
        editor = editors.make(column, lines.distinct(column.name) if column.name in _SUGGESTED else ())
        editor.setParent(parent)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        editors.fill(editor, str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        model.setData(index, editors.text(editor), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = cast(Any, option).rect.adjusted(-1, -1, 1, 1)
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), theme.px(190)))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            key = cast(QKeyEvent, event)
            if Qt.Key(key.key()) in editors.ENDING:
                self._end(editor, key)
                return True
        return super().eventFilter(editor, event)

    def _end(self, editor: QWidget, key: QKeyEvent) -> None:
        rows, across = _STEPS.get(Qt.Key(key.key()), (1, 0))
        if key.modifiers() & Qt.KeyboardModifier.ControlModifier and rows:
            typed = editors.text(editor)
            self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
            self.fill_selection.emit(typed)
            return
        if key.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            rows = -rows
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
        self.finished.emit(rows, across)


def _outline(painter: QPainter, rect: QRect, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
