"""The grid of the matrix: arrows to move, 0 to 3 to say how much, a click to go through them."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from nrdesk.core.errors import UserError
from nrdesk.ui import errors, theme
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step03_policies.matrix_model import AXES, Index, MatrixModel

_STRONGEST = 3
_ROW, _TITLES = 44, 190
"""Height of a document and width of its title, in pixels for normal text."""
_NARROW_TITLES = 120
"""The same on a narrow page."""
_MOST_ROWS = 12
_AROUND = 8
_KEYS = {
    Qt.Key.Key_0: 0,
    Qt.Key.Key_1: 1,
    Qt.Key.Key_2: 2,
    Qt.Key.Key_3: 3,
    Qt.Key.Key_Delete: 0,
    Qt.Key.Key_Backspace: 0,
    # The row of figures of a French keyboard, without Shift.
    Qt.Key.Key_Agrave: 0,
    Qt.Key.Key_Ampersand: 1,
    Qt.Key.Key_Eacute: 2,
    Qt.Key.Key_QuoteDbl: 3,
}
_NEXT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MatrixGrid(QTableView):
    """Documents × axes."""

    def __init__(self, session: Session, model: MatrixModel) -> None:
        super().__init__()
        self._model, self._locked = model, session.document.read_only
        self._pressed = QModelIndex()
        self.setModel(model)
        self.setItemDelegate(StrengthDelegate(self))
        self.setAccessibleName("Documents et axes")
        self.setAccessibleDescription("Flèches pour se déplacer, 0 à 3 pour dire la force du lien")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(self._narrowest_column())
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        model.modelReset.connect(self._fit)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, unless the grid has something to scroll.
        if self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and key in _KEYS:
            self._write(_KEYS[key])
        elif plain and key in _NEXT:
            self._advance()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        released = self.indexAt(event.position().toPoint())
        alone = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if alone and released.isValid() and released == self._pressed:
            self._advance()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focus_row(self, row: int) -> None:
        """Make the first cell of a document the current one."""
        self.setCurrentIndex(self._model.index(row, 0))

    def _advance(self) -> None:
        """Give the selected cells the strength that follows that of the current one."""
        current = self.currentIndex()
        if current.isValid():
            strength = self._model.strength(current.row(), current.column())
            self._write((strength + 1) % (_STRONGEST + 1))

    def _write(self, strength: int) -> None:
        if self._locked:
            return
        current = self.currentIndex()
        cells = self.selectedIndexes() or ([current] if current.isValid() else [])
        try:
            self._model.write(cells, strength)
        except UserError as error:
            errors.show_error(self, error)

    def _fit(self) -> None:
        """Give the headers the room of their words, and the grid that of its rows."""
        down, across = self.verticalHeader(), self.horizontalHeader()
        narrow = self.width() < theme.px(_TITLES) + len(AXES) * self._narrowest_column()
        down.setFixedWidth(theme.px(_NARROW_TITLES if narrow else _TITLES))
        for row in range(self._model.rowCount()):
            down.resizeSection(row, self._row_height(row))
        across.setFixedHeight(self._header_height())
        rows = sum(down.sectionSize(row) for row in range(min(self._model.rowCount(), _MOST_ROWS)))
        bar = self.horizontalScrollBar().sizeHint().height() if narrow else 0
        self.setFixedHeight(across.height() + rows + bar + 2 * self.frameWidth() + 2)

    def _row_height(self, row: int) -> int:
        title = str(self._model.headerData(row, Qt.Orientation.Vertical))
        return max(theme.px(_ROW), self._height(title, self.verticalHeader().width()))

    def _header_height(self) -> int:
        width = max(self._narrowest_column(), self.columnWidth(0))
        return max(self._height(axis.label, width) for axis in AXES)

    def _narrowest_column(self) -> int:
        """Return the room of the longest word of the axes, which does not wrap."""
        words = [word for axis in AXES for word in axis.label.split()]
        return max(map(self._bold().horizontalAdvance, words)) + 2 * theme.px(_AROUND) + 4

    def _height(self, words: str, width: int) -> int:
        """Return the height of words that wrap in a header of this width."""
        inner = QRect(0, 0, width - 2 * theme.px(_AROUND) - 2, 10_000)
        used = self._bold().boundingRect(inner, int(Qt.TextFlag.TextWordWrap), words)
        return used.height() + 2 * theme.px(_AROUND)

    def _bold(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)


class StrengthDelegate(QStyledItemDelegate):
    """Paints a strength: its number, and as many dots."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        rect = cast(QRect, view.rect)
        tokens = theme.tokens()
        strength = cast(MatrixModel, index.model()).strength(index.row(), index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        painter.setPen(QColor(tokens.text if strength else tokens.muted))
        number, step = str(strength), theme.px(12)
        width = view.fontMetrics.horizontalAdvance(number)
        left = rect.center().x() - (width + strength * step) // 2
        painter.drawText(
            QRect(left, rect.top(), width + 2, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), number
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        for dot in range(strength):
            x = left + width + step * (dot + 0.75)
            painter.drawEllipse(QPointF(x, rect.center().y() + 1), theme.px(4), theme.px(4))
        if view.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(_ROW), theme.px(_ROW))
