"""The menu that chooses the columns: it stays open while one ticks several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTableView

from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.frozen import COLUMN as FROZEN

_TICK = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Choosable(Protocol):
    """A column as the menu tells it."""

    @property
    def label(self) -> str:
        """Its title."""

    @property
    def help(self) -> str:
        """A sentence about it."""

    @property
    def usual(self) -> bool:
        """Whether it shows when nothing was chosen."""


class ColumnMenu(QMenu):
    """One entry per column of a view, and two that choose for all."""

    def __init__(
        self,
        view: QTableView,
        show_column: Callable[[int, bool], object],
        columns: Sequence[Choosable] = COLUMNS,
    ) -> None:
        """Make the menu.

        Args:
            view: the grid.
            show_column: shows or hides the column at a place.
            columns: those of the grid; the first one always shows.
        """
        super().__init__(view)
        self.setToolTipsVisible(True)
        self._boxes = {}
        for position, column in enumerate(columns):
            if position == FROZEN:
                continue
            action = self.addAction(column.label)
            action.setToolTip(column.help)
            action.setCheckable(True)
            action.setChecked(not view.isColumnHidden(position))
            action.toggled.connect(partial(show_column, position))
            self._boxes[position] = action
        self.addSeparator()
        usual = [position for position, column in enumerate(columns) if column.usual]
        self.addAction("Colonnes essentielles", partial(self._tick, usual))
        self.addAction("Toutes les colonnes", partial(self._tick, range(len(columns))))

    def _tick(self, shown: Iterable[int]) -> None:
        shown = set(shown)
        for position, action in self._boxes.items():
            action.setChecked(position in shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable() and Qt.Key(event.key()) in _TICK:
            action.toggle()
            event.accept()
        else:
            super().keyPressEvent(event)
