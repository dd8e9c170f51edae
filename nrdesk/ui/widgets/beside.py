"""Widgets side by side where there is room, one under the other elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.cells import Cell, CellsLayout


class Beside(QWidget):
    """A line that becomes a column when it is narrow."""

    def __init__(self, *widgets: tuple[QWidget, int], room: int, gap: int = 20) -> None:
        """Make the line.

        Args:
            widgets: each widget, with its share of the width, 0 for the width that it asks for.
            room: width from which they stand side by side, in pixels for normal text.
            gap: pixels between two of them.
        """
        super().__init__()
        layout = _LineOrColumn([share for _, share in widgets], room, gap)
        self.setLayout(layout)
        for widget, _ in widgets:
            layout.addWidget(widget)


class _LineOrColumn(CellsLayout):
    """One line of cells, or one cell per line."""

    def __init__(self, shares: list[int], room: int, gap: int) -> None:
        super().__init__(gap)
        self._shares, self._room = shares, room

    def lines(self, width: int) -> list[list[Cell]]:
        if width < theme.px(self._room):
            return [[Cell(item, 0, width)] for item in self.shown]
        pairs = [
            (item, share) for item, share in zip(self._items, self._shares, strict=True) if not item.isEmpty()
        ]
        asked = sum(item.sizeHint().width() for item, share in pairs if not share)
        room = width - self.spacing() * (len(pairs) - 1) - asked
        total = sum(share for _, share in pairs)
        line, left = [], 0
        for item, share in pairs:
            line.append(Cell(item, left, room * share // total if share else item.sizeHint().width()))
            left += line[-1].width + self.spacing()
        return [line] if line else []
