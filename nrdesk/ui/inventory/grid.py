"""The grid: a table that one drives as a spreadsheet.

Keys: arrows move, Enter goes down, typing replaces, F2 edits, Tab goes to the next cell while typing and
leaves the grid otherwise (so that a keyboard user is never trapped in it), Ctrl+Enter fills the selection,
Ctrl+D copies down, Ctrl+C/X/V exchange with spreadsheets, Delete empties, Shift+Space takes the whole line,
Ctrl+- deletes the lines selected, Ctrl++ adds one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from nrdesk.ui import theme
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.delegate import CellDelegate
from nrdesk.ui.inventory.frozen import COLUMN as FROZEN
from nrdesk.ui.inventory.frozen import FrozenColumn
from nrdesk.ui.inventory.gestures import Gestures
from nrdesk.ui.inventory.model import Index, InventoryModel

Hint = QAbstractItemView.ScrollHint

_WIDEST = 280
_MEASURED = 60
"""Lines that the width of a column is measured on."""
_ROW_HEIGHT = 34


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
        self.setModel(model)
        self.gestures = Gestures(self, model)
        self._delegate = CellDelegate(self)
        self._delegate.finished.connect(self._move)
        self._delegate.fill_selection.connect(self.gestures.type_everywhere)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._frozen = FrozenColumn(self, model, self._delegate)
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
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def fit_columns(self) -> None:
        """Give each column the width of its title and of what the first lines hold."""
        header = self.horizontalHeader()
        metrics = self.fontMetrics()
        for position in range(len(COLUMNS)):
            texts = (self._model.cell(row, position).text for row in self._first_rows())
            widest = max((metrics.horizontalAdvance(text.partition("\n")[0]) for text in texts), default=0)
            width = max(widest + 24, header.sectionSizeHint(position) + 8)
            self.setColumnWidth(position, min(width, theme.px(_WIDEST)))

    def show_usual_columns(self) -> None:
        """Hide the columns that are neither usual nor used in the first lines."""
        for position, column in enumerate(COLUMNS):
            self.setColumnHidden(position, not column.usual and not self._is_used(position))

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
        menu = QMenu(self)
        for position, column in enumerate(COLUMNS):
            if position == FROZEN:
                continue
            action = menu.addAction(column.label)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(position))
            action.toggled.connect(lambda on, position=position: self.setColumnHidden(position, not on))
        return menu

    def cell_menu(self) -> QMenu:
        """Return the menu of the selected cells."""
        gestures = self.gestures
        writable = not self._model.session.document.read_only
        menu = QMenu(self)

        def add(text: str, keys: str, do: Callable[[], object], *, writes: bool = True) -> None:
            action = menu.addAction(text, do)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(writable or not writes)

        add("Copier", "Ctrl+C", gestures.copy, writes=False)
        add("Couper", "Ctrl+X", gestures.cut)
        add("Coller", "Ctrl+V", gestures.paste)
        add("Recopier vers le bas", "Ctrl+D", gestures.fill_down)
        add("Effacer les cellules", "Del", gestures.clear)
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
        if index.isValid() and index.column() == FROZEN:
            self.horizontalScrollBar().setValue(0)
        return super().edit(index, *how)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == FROZEN:
            bar.setValue(before)
        elif (hidden := self._frozen.covered - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - hidden)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid():
            return
        self._line, self._column = self._model.lines.shown[current.row()], current.column()
        self.current_changed.emit(self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._frozen.place()

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

    def _first_rows(self) -> range:
        return range(min(_MEASURED, len(self._model.lines)))

    def _is_used(self, column: int) -> bool:
        return any(self._model.cell(row, column).text for row in self._first_rows())

    def _open_menu(self, point: QPoint) -> None:
        self.cell_menu().popup(self.viewport().mapToGlobal(point))
