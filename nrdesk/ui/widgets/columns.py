"""Widgets in as many equal columns as the width allows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nrdesk.ui import theme
from nrdesk.ui.widgets.cells import Cell, CellsLayout


class Columns(QWidget):
    """Lays widgets out from left to right, then on the next line, aligned in columns."""

    def __init__(self, *widgets: QWidget, narrowest: int, most: int, gap: int = 8) -> None:
        """Make the columns.

        Args:
            widgets: what they hold.
            narrowest: narrowest column, in pixels for normal text.
            most: most columns.
            gap: pixels between two columns and between two lines.
        """
        super().__init__()
        self._layout = _EqualColumns(narrowest, most, gap)
        self.setLayout(self._layout)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Add a widget after the others."""
        self._layout.addWidget(widget)


class _EqualColumns(CellsLayout):
    def __init__(self, narrowest: int, most: int, gap: int) -> None:
        super().__init__(gap)
        self._narrowest, self._most = narrowest, most

    def lines(self, width: int) -> list[list[Cell]]:
        gap = self.spacing()
        columns = max(1, min(self._most, (width + gap) // (theme.px(self._narrowest) + gap)))
        each = (width - gap * (columns - 1)) // columns
        cells = [Cell(item, rank % columns * (each + gap), each) for rank, item in enumerate(self.shown)]
        return [cells[start : start + columns] for start in range(0, len(cells), columns)]
