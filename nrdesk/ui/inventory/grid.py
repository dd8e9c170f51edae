"""The grid: a table that one drives as a spreadsheet.

Keys: arrows move, Enter goes down, typing replaces, F2 edits, Tab goes to the next cell while typing and
leaves the grid otherwise (so that a keyboard user is never trapped in it), Ctrl+Enter fills the selection,
Ctrl+D copies down, Ctrl+C/X/V exchange with spreadsheets, Delete empties, Shift+Space takes the whole line,
Ctrl+- deletes the lines selected, Ctrl++ adds one, Ctrl+M edits the selected lines together, Ctrl+Shift+M
takes them out of the park.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from nrdesk.ui import theme
from nrdesk.ui.inventory.column_menu import ColumnMenu
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.delegate import CellDelegate
from nrdesk.ui.inventory.frozen import COLUMN as FROZEN
from nrdesk.ui.inventory.frozen import FrozenColumn
from nrdesk.ui.inventory.gestures import Gestures
from nrdesk.ui.inventory.model import Index, InventoryModel

Hint = QAbstractItemView.ScrollHint

_WIDEST = 220
"""Greatest width given to a column, in pixels for normal text."""
_ROOM = 24
"""Added to a text on either side, and for the mark of the sort."""
_YIELDING = frozenset(("category", "brand", "model", "site", "service", "operating_system", "comment"))
"""Columns whose texts may be cut to fit the window; their tooltip says the rest."""
_SAMPLES = dict.fromkeys(("purchased", "warranty_until", "retired"), "05/03/2028")
"""What a column that may still be empty has room for."""
_MEASURED = 60
"""Lines that the width of a column is measured on."""
_ROW_HEIGHT = 34
_TYPING = (
    QAbstractItemView.EditTrigger.AnyKeyPressed,
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.DoubleClicked,
)
"""How a person asks to type in a cell."""


class InventoryGrid(QTableView):
    """Shows and edits the inventory."""

    current_changed = Signal(object)
    """Identifier of the line of the current cell, or None."""
    explain_wanted = Signal()
    """The person asks how the figure of the current line was worked out."""

    def __init__(self, model: InventoryModel) -> None:
        super().__init__()
        self._model = model
        self._line: str | None = None
        self._column = FROZEN
        self._entry_column: int | None = None
        self._widths_chosen = False
        self.setModel(model)
        self.gestures = Gestures(self, model)
        self._delegate = CellDelegate(self)
        self._delegate.finished.connect(self._move)
        self._delegate.fill_selection.connect(self.gestures.type_everywhere)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.frozen = FrozenColumn(self, model, self._delegate)
        model.modelReset.connect(self._find_line_again)
        self._keys = self._key_table()

    def _set_up(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setAccessibleName("Inventaire")
        self.setAccessibleDescription(
            "Flèches pour se déplacer, F2 pour modifier, Tab pour sortir de la grille, Maj+F10 pour le menu."
        )
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda point: self.column_menu().popup(header.mapToGlobal(point))
        )
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._note_resizing)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    @property
    def line(self) -> str | None:
        """Identifier of the line of the current cell."""
        return self._line

    def show_usual_columns(self) -> None:
        """Hide the columns that are not essential, and give the others their widths."""
        for position, column in enumerate(COLUMNS):
            self.setColumnHidden(position, not column.usual)
        self._fit_columns()

    def reveal(self, identifier: str, column: int) -> bool:
        """Go to a cell; return False when its line is not among those shown."""
        row = self._model.lines.row_of(identifier)
        if row is None:
            return False
        self.setColumnHidden(column, False)
        self.setCurrentIndex(self._model.index(row, column))
        self.setFocus()
        return True

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        return ColumnMenu(self, self._show_column)

    def cell_menu(self) -> QMenu:
        """Return the menu of the selected cells."""
        gestures = self.gestures
        locked = self._model.session.locked
        menu = QMenu(self)
        menu.setToolTipsVisible(True)

        def add(text: str, keys: str, do: Callable[[], object], *, writes: bool = True) -> None:
            action = menu.addAction(text, do)
            action.setShortcut(QKeySequence(keys))
            if writes and locked:
                action.setEnabled(False)
                action.setToolTip(locked)

        add("Copier", "Ctrl+C", gestures.copy, writes=False)
        add("Couper", "Ctrl+X", gestures.cut)
        add("Coller", "Ctrl+V", gestures.paste)
        add("Recopier vers le bas", "Ctrl+D", gestures.fill_down)
        add("Effacer les cellules", "Del", gestures.clear)
        menu.addSeparator()
        add("Modifier la sélection…", "Ctrl+M", gestures.edit_selection)
        add("Sortir du parc…", "Ctrl+Shift+M", gestures.leave_park)
        add("Remettre dans le parc", "", gestures.come_back)
        menu.addSeparator()
        add("Ajouter une ligne", "Ctrl++", gestures.add_line)
        add("Dupliquer les lignes", "Ctrl+Shift+D", gestures.duplicate)
        add("Supprimer les lignes", "Ctrl+-", gestures.delete_lines)
        menu.addSeparator()
        add("Expliquer ce chiffre", "Ctrl+E", self.explain_wanted.emit, writes=False)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = event.keyCombination().toCombined()
        do = self._keys.get(QKeySequence(combination & ~Qt.KeyboardModifier.KeypadModifier.value).toString())
        if do is None:
            super().keyPressEvent(event)
        else:
            do()
            event.accept()

    def edit(self, index: Index, *how: Any) -> Any:  # noqa: ANN401 -- two signatures in Qt
        opened = super().edit(index, *how)
        if how and how[0] in _TYPING and self._model.session.locked:
            self.gestures.refused()
        if index.isValid() and index.column() == FROZEN and self.state() == self.State.EditingState:
            self.horizontalScrollBar().setValue(0)
        return opened

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        covered = self.frozen.covered
        if index.column() == FROZEN and covered:
            # Already in sight: only the row has to be.
            super().scrollTo(index.sibling(index.row(), self.columnAt(covered + 1)), hint)
            return
        super().scrollTo(index, hint)
        if (hidden := self.frozen.covered - self.columnViewportPosition(index.column())) > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid():
            return
        self._line, self._column = self._model.lines.shown[current.row()], current.column()
        self.current_changed.emit(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self._widths_chosen:
            self._fit_columns()
        self.frozen.place()

    def _key_table(self) -> dict[str, Callable[[], object]]:
        gestures = self.gestures
        return {
            "Return": lambda: self._move(1, 0),
            "Enter": lambda: self._move(1, 0),
            "Shift+Return": lambda: self._move(-1, 0),
            "Shift+Enter": lambda: self._move(-1, 0),
            "Ctrl+C": gestures.copy,
            "Ctrl+X": gestures.cut,
            "Ctrl+V": gestures.paste,
            "Ctrl+D": gestures.fill_down,
            "Ctrl+Shift+D": gestures.duplicate,
            "Ctrl++": gestures.add_line,
            "Ctrl+-": gestures.delete_lines,
            "Ctrl+E": self.explain_wanted.emit,
            "Ctrl+M": gestures.edit_selection,
            "Ctrl+Shift+M": gestures.leave_park,
            "Del": gestures.clear,
            "Backspace": gestures.clear,
            "Shift+Space": self._select_lines,
            "Alt+Down": lambda: self.edit(self.currentIndex()),
        }

    def _select_lines(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.selectionModel().selection(), flags.Select | flags.Rows)

    def _move(self, rows: int, columns: int) -> None:
        """Go to a neighbour; Enter after a run of Tabs comes back under the first cell typed, as in Excel."""
        current = self.currentIndex()
        column = current.column()
        if columns:
            if self._entry_column is None:
                self._entry_column = column
            step = column + columns
            while 0 <= step < len(COLUMNS) and self.isColumnHidden(step):
                step += columns
            target = self._model.index(current.row(), step)
        else:
            back = column if self._entry_column is None else self._entry_column
            target = self._model.index(current.row() + rows, back)
            self._entry_column = None
        if target.isValid():
            self.setCurrentIndex(target)

    def _find_line_again(self) -> None:
        """Keep the current line current when the rows were rearranged."""
        row = self._model.lines.row_of(self._line) if self._line else None
        if row is None:
            row = 0
            self._line = None
        if self._model.lines:
            self.setCurrentIndex(self._model.index(row, self._column))
        else:
            self.current_changed.emit(None)

    def _show_column(self, column: int, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        if not self._widths_chosen:
            self._fit_columns()

    def _note_resizing(self) -> None:
        """Remember that the person sets the widths: the window no longer does."""
        if QGuiApplication.mouseButtons() and self.horizontalHeader().underMouse():
            self._widths_chosen = True

    def _fit_columns(self) -> None:
        """Give each column the width of what it holds; the long texts yield first in a narrow window."""
        widths = {position: self._natural_width(position) for position in range(len(COLUMNS))}
        shown = [position for position in widths if not self.isColumnHidden(position)]
        excess = sum(widths[position] for position in shown) - self.viewport().width()
        room = {p: max(0, widths[p] - self._title_width(p)) for p in shown if COLUMNS[p].name in _YIELDING}
        # Where cutting them all would not be enough, one scrolls: better read whole texts.
        if 0 < excess <= (spare := sum(room.values())):
            for position, share in room.items():
                widths[position] -= min(share, math.ceil(excess * share / spare))
        for position, width in widths.items():
            self.setColumnWidth(position, width)

    def _natural_width(self, column: int) -> int:
        rows = range(min(_MEASURED, len(self._model.lines)))
        texts = (self._model.cell(row, column).text.partition("\n")[0] for row in rows)
        sample = _SAMPLES.get(COLUMNS[column].name, "")
        widest = max(map(self.fontMetrics().horizontalAdvance, (*texts, sample)))
        return min(max(widest + theme.px(_ROOM), self._title_width(column)), theme.px(_WIDEST))

    def _title_width(self, column: int) -> int:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(COLUMNS[column].label) + theme.px(_ROOM)

    def _open_menu(self, point: QPoint) -> None:
        self.cell_menu().popup(self.viewport().mapToGlobal(point))
