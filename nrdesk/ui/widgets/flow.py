"""A layout that goes to the next line when the width is short, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from nrdesk.ui.widgets.layout import GAP


class FlowLayout(QLayout):
    """Lays widgets out from left to right, then on the next line; they are centred on their line."""

    def __init__(self, gap: int = GAP, *, last_to_right: bool = False) -> None:
        """Make an empty layout.

        Args:
            gap: pixels between two widgets, and between two lines.
            last_to_right: put the last widget against the right edge.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._last_to_right = last_to_right
        self.setContentsMargins(QMargins())
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(max(h for _, _, h in line) for line in self._lines(width)) + self._gaps(width)

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(s.width() for s in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((s.height() for s in shown), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        last = self._items[-1] if self._items else None
        for line in self._lines(rect.width()):
            x, tallest = rect.x(), max(h for _, _, h in line)
            for item, width, height in line:
                if self._last_to_right and item is last:
                    x = rect.x() + rect.width() - width
                item.setGeometry(QRect(QPoint(x, y + (tallest - height) // 2), QSize(width, height)))
                x += width + self.spacing()
            y += tallest + self.spacing()

    def _gaps(self, width: int) -> int:
        return self.spacing() * max(0, len(self._lines(width)) - 1)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, int]]]:
        """Return the lines of (item, width, height) that fit in `width` pixels."""
        lines: list[list[tuple[QLayoutItem, int, int]]] = []
        left = -1
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = min(item.sizeHint().width(), width)
            height = item.heightForWidth(wanted) if item.hasHeightForWidth() else item.sizeHint().height()
            if wanted > left:
                lines.append([])
                left = width
            lines[-1].append((item, wanted, height))
            left -= wanted + self.spacing()
        return lines


def flow(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, on several lines where the width is short."""
    holder = QWidget()
    layout = FlowLayout()
    holder.setLayout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    return holder
