"""How a cell is painted and edited: one call per cell, no style sheet in the way of scrolling."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QStaticText, QTransform
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory import editors
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.model import Cell, Index, InventoryModel

_MARGIN = 8
"""On either side of a text, in pixels for normal text: as in the header."""
_KEPT = 20_000
"""Texts whose fitting is remembered."""
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_SUGGESTED = frozenset(
    (
        "brand",
        "model",
        "site",
        "service",
        "assigned_to",
        "supplier",
        "provided_by",
        "operating_system",
        "recipient",
    )
)
"""Free fields that suggest what was already written in the column."""
_STEPS = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}
"""Where a key that ends the typing goes, in rows and columns; Enter goes down."""


class _Fitted(NamedTuple):
    """A text cut to the width of its cell, laid out once: a screen is painted many times."""

    text: QStaticText
    width: int
    height: int


class CellDelegate(QStyledItemDelegate):
    """Paints the cells and edits them as a spreadsheet does."""

    finished = Signal(int, int)
    """Typing was ended by a key that moves by so many rows and columns."""
    fill_selection = Signal(str)
    """Ctrl+Enter: this text goes into every selected cell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, int, int], _Fitted] = {}

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
        flags = state.value  # a whole number: Python's flags are slow, and a screen has hundreds of cells
        wrong = cell.tone == "bad"
        if flags & _SELECTED:
            painter.fillRect(rect, _colour(tokens.accent_soft))
        elif wrong:
            painter.fillRect(rect, _colour(tokens.bad_soft))
        if cell.text:
            painter.setPen(_colour(getattr(tokens, cell.tone)))
            self._paint_text(painter, rect, metrics, cell.text, to_right=COLUMNS[column].numeric)
        if wrong:
            _outline(painter, rect, tokens.bad)
        if flags & _FOCUSED:
            _outline(painter, rect, tokens.accent)

    def _paint_text(
        self, painter: QPainter, rect: QRect, metrics: QFontMetrics, text: str, *, to_right: bool
    ) -> None:
        margin = theme.px(_MARGIN)
        room = rect.width() - 2 * margin
        key = (text, room, metrics.height())
        fitted = self._known.get(key)
        if fitted is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            fitted = self._known[key] = _fit(text, room, metrics, painter)
        x = rect.x() + margin + (room - fitted.width if to_right else 0)
        painter.drawStaticText(QPoint(x, rect.y() + (rect.height() - fitted.height) // 2), fitted.text)

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
    painter.setPen(QPen(_colour(colour), 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _fit(text: str, room: int, metrics: QFontMetrics, painter: QPainter) -> _Fitted:
    """Return a text on one line, cut to a width."""
    one_line = metrics.elidedText(" ↵ ".join(text.split("\n")), Qt.TextElideMode.ElideRight, room)
    laid_out = QStaticText(one_line)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), painter.font())
    return _Fitted(laid_out, metrics.horizontalAdvance(one_line), metrics.height())


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)
