"""A table of figures that is only read, as tall as its lines, each line explained where it can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
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
                link.setAccessibleName(f"Expliquer{NBSP}: {line.cells[0]}")
                self.setCellWidget(place, last, link)
        seen = min(len(lines), self._most) if self._most else len(lines)
        scrolls = seen < len(lines)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + theme.px(_ROW) * seen + 4)
