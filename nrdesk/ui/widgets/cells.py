"""Layouts that choose their number of columns from their width, at once and for their height too.

A widget that rearranges itself when it is resized makes the page jump, one level of nesting at a time; a
layout that answers `heightForWidth` for the arrangement it will take does not.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an item goes on its line."""

    item: QLayoutItem
    left: int
    width: int

    @property
    def height(self) -> int:
        """Height of the item at this width."""
        if self.item.hasHeightForWidth():
            return self.item.heightForWidth(self.width)
        return self.item.sizeHint().height()


class CellsLayout(QLayout):
    """Lays out lines of cells; subclasses say which cells a width makes."""

    def __init__(self, gap: int) -> None:
        """Make an empty layout; `gap` is the pixels between two lines."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """Heights already asked for, by width: nested layouts ask for the same ones over and over."""
        self.setContentsMargins(QMargins())
        self.setSpacing(gap)

    def lines(self, width: int) -> list[list[Cell]]:
        """Return the lines of cells that `width` pixels make."""
        raise NotImplementedError

    @property
    def shown(self) -> list[QLayoutItem]:
        """The items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self.lines(width)
            heights = sum(max(cell.height for cell in line) for line in lines)
            self._heights[width] = heights + self.spacing() * max(0, len(lines) - 1)
        return self._heights[width]

    def minimumSize(self) -> QSize:
        """Return the room of one column, so that a narrow page brings the layout to it."""
        return QSize(max((item.minimumSize().width() for item in self.shown), default=0), 0)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() for item in self.shown)
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self.lines(rect.width()):
            tallest = max(cell.height for cell in line)
            for cell in line:
                cell.item.setGeometry(self.area(cell, rect.left(), top, tallest))
            top += tallest + self.spacing()

    def area(self, cell: Cell, left: int, top: int, tallest: int) -> QRect:
        """Return the place of a cell on the line that begins there: the whole height of the line."""
        return QRect(left + cell.left, top, cell.width, tallest)
