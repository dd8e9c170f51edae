"""Columns side by side that take the whole height, one under the other when the page is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.cells import Cell, CellsLayout

_NARROWEST, _GAP = 210, 12
"""Narrowest column, in pixels for normal text, and pixels between two columns."""


class BoardColumns(QWidget):
    """Holds the columns of the board."""

    def __init__(self, *columns: QWidget) -> None:
        super().__init__()
        layout = _Across(_GAP)
        for column in columns:
            layout.addWidget(column)
        self.setLayout(layout)


class _Across(CellsLayout):
    def lines(self, width: int) -> list[list[Cell]]:
        items = self.shown
        gap = self.spacing()
        if width < len(items) * theme.px(_NARROWEST) + gap * (len(items) - 1):
            return [[Cell(item, 0, width)] for item in items]
        each = (width - gap * (len(items) - 1)) // max(1, len(items))
        return [[Cell(item, rank * (each + gap), each) for rank, item in enumerate(items)]]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        lines = self.lines(rect.width())
        spare = max(0, rect.height() - self.heightForWidth(rect.width())) // max(1, len(lines))
        top = rect.top()
        for line in lines:
            height = max(cell.height for cell in line) + spare
            for cell in line:
                cell.item.setGeometry(QRect(rect.left() + cell.left, top, cell.width, height))
            top += height + self.spacing()
