"""The first column, kept in sight while the others scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QTableView, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory.delegate import CellDelegate
from nrdesk.ui.inventory.model import InventoryModel

COLUMN = 0
"""The number of the line, by which one recognises it."""


class FrozenColumn(QWidget):
    """A picture of the first column over the grid, shown only when the real one has scrolled away.

    It is not a second table: nothing in it takes the focus, a screen reader does not see it, and typing in
    one of its cells scrolls the real column back into sight.
    """

    def __init__(self, view: QTableView, model: InventoryModel, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self.hide()
        view.horizontalScrollBar().valueChanged.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.horizontalHeader().sectionResized.connect(self.place)
        view.selectionModel().selectionChanged.connect(self.update)
        model.dataChanged.connect(self.update)
        model.modelReset.connect(self.update)

    @property
    def covered(self) -> int:
        """Width that the column hides from the others, in pixels."""
        return self.width() if self.isVisible() else 0

    def place(self) -> None:
        """Cover the left of the grid when it has scrolled sideways."""
        scrolled = self._view.horizontalScrollBar().value() > 0 and not self._view.isColumnHidden(COLUMN)
        area = self._view.viewport().geometry()
        header = self._view.horizontalHeader().height()
        width = min(self._view.columnWidth(COLUMN), area.width() // 2)
        self.setGeometry(area.x(), area.y() - header, width, area.height() + header)
        self.setVisible(scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        header = self._view.horizontalHeader().height()
        painter.fillRect(self.rect(), QColor(tokens.surface))
        self._paint_header(painter, QRect(0, 0, self.width(), header))
        selection = self._view.selectionModel()
        row = self._view.rowAt(0)
        while 0 <= row < len(self._model.lines):
            top = self._view.rowViewportPosition(row) + header
            if top > self.height():
                break
            area = QRect(0, top, self.width() - 1, self._view.rowHeight(row) - 1)
            index = self._model.index(row, COLUMN)
            state = QStyle.StateFlag.State_Enabled
            if selection.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if self._view.currentIndex() == index and self._view.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            self._delegate.paint_cell(
                painter, area, self.fontMetrics(), state, self._model.cell(row, COLUMN), COLUMN
            )
            painter.setPen(QColor(tokens.line))
            painter.drawLine(0, area.bottom() + 1, self.width(), area.bottom() + 1)
            row += 1
        painter.setPen(QColor(tokens.border))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_under(event)
        if index.isValid():
            self._view.setFocus()
            self._view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._index_under(event)
        if index.isValid():
            self._view.edit(index)

    def _index_under(self, event: QMouseEvent) -> QModelIndex:
        y = round(event.position().y()) - self._view.horizontalHeader().height()
        row = self._view.rowAt(y)
        return self._model.index(row, COLUMN) if y >= 0 and row >= 0 else QModelIndex()

    def _paint_header(self, painter: QPainter, area: QRect) -> None:
        tokens = theme.tokens()
        painter.fillRect(area, QColor(tokens.sunken))
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        text = str(self._model.headerData(COLUMN, Qt.Orientation.Horizontal))
        painter.drawText(
            area.adjusted(10, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text
        )
        painter.setPen(QColor(tokens.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(self.font())
