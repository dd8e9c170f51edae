"""A table of figures that is only read, as tall as its lines, each line explained where it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableWidget, QTableWidgetItem

from nrdesk.core.formatting import NBSP
from nrdesk.ui import theme
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.plain_delegate import MARGIN, Index, PlainDelegate

_ROW = 38
"""Height of a line, in pixels for normal text."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line: its name, its figures, and what explains them."""

    cells: tuple[str, ...]
    explain: Callable[[], object] | None = None


class FigureCells(PlainDelegate):
    """Asks for the room of its margins too, so that no figure is cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        words = view.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(words + 2 * theme.px(MARGIN) + 2, super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.row() < index.model().rowCount() - 1:
            rect: QRect = cast(Any, option).rect
            painter.setPen(QColor(theme.tokens().line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class FigureTable(QTableWidget):
    """The first column names the line and takes the room; the figures stand at the right."""

    def __init__(self, name: str, headers: Sequence[str], *, most: int = 0) -> None:
        """Make an empty table.

        Args:
            name: accessible name.
            headers: titles of the columns.
            most: most lines seen at once, beyond which the table scrolls; 0 for all of them.
        """
        super().__init__(0, len(headers) + 1)
        self._most = most
        self.setHorizontalHeaderLabels([*headers, ""])
        self.setItemDelegate(FigureCells(self))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        # Lines between the rows only, drawn by the cells: the frame closes the rest.
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if first := self.horizontalHeaderItem(0):
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_lines(self, lines: Sequence[TableLine]) -> None:
        """Show lines in place of the former ones."""
        # A line that goes leaves its button behind.
        self.setRowCount(0)
        self.setRowCount(len(lines))
        last = self.columnCount() - 1
        self.setColumnHidden(last, not any(line.explain for line in lines))
        for place, line in enumerate(lines):
            for column, cell in enumerate(line.cells):
                item = QTableWidgetItem(cell)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight)
                else:
                    # A long name may be shortened to leave the figures their room.
                    item.setToolTip(cell)
                self.setItem(place, column, item)
            if line.explain:
                link = button("Expliquer", kind="link", on_click=line.explain)
                link.setProperty("cell", "true")
                link.setAccessibleName(f"Expliquer{NBSP}: {line.cells[0]}")
                self.setCellWidget(place, last, link)
        policy = Qt.ScrollBarPolicy
        scrolls = self._seen() < len(lines)
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self._fit()

    def _seen(self) -> int:
        return min(self.rowCount(), self._most) if self._most else self.rowCount()

    def _fit(self) -> None:
        """Be as tall as the lines to be seen, and the bar that leads to the columns that have no room."""
        across = self.horizontalScrollBar()
        rest = across.sizeHint().height() if across.maximum() else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + theme.px(_ROW) * self._seen() + rest + 2 * self.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The header has its letters from now on.
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._fit()
