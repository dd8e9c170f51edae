"""A layout that goes to the next line when the width is short, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from nrdesk.ui.widgets.cells import Cell, CellsLayout
from nrdesk.ui.widgets.layout import GAP


class FlowLayout(CellsLayout):
    """Lays widgets out from left to right, then on the next line; they are centred on their line."""

    def __init__(self, gap: int = GAP, *, last_to_right: bool = False) -> None:
        """Make an empty layout.

        Args:
            gap: pixels between two widgets, and between two lines.
            last_to_right: put the last widget against the right edge.
        """
        super().__init__(gap)
        self._last_to_right = last_to_right

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.shown]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self.shown]
        width = sum(s.width() for s in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def lines(self, width: int) -> list[list[Cell]]:
        lines: list[list[Cell]] = []
        left = width
        for item in self.shown:
            wanted = min(_natural_width(item), width)
            if not lines or left + wanted > width:
                lines.append([])
                left = 0
            to_right = self._last_to_right and item is self._items[-1]
            lines[-1].append(Cell(item, width - wanted if to_right else left, wanted))
            left += wanted + self.spacing()
        return lines

    def area(self, cell: Cell, left: int, top: int, tallest: int) -> QRect:
        return QRect(left + cell.left, top + (tallest - cell.height) // 2, cell.width, cell.height)


def _natural_width(item: QLayoutItem) -> int:
    """Return the width that an item asks for; a text that wraps asks for less than its one line takes."""
    label = item.widget()
    if isinstance(label, QLabel) and label.wordWrap() and label.textFormat() is Qt.TextFormat.PlainText:
        around = label.contentsMargins()
        words = label.fontMetrics().size(0, label.text()).width()
        # One pixel more: the layout of the text rounds up.
        return words + around.left() + around.right() + 2 * label.margin() + 1
    return item.sizeHint().width()


def flow(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, on several lines where the width is short."""
    holder = QWidget()
    layout = FlowLayout()
    holder.setLayout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
