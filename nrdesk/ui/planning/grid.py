"""The table of the plan, driven as a spreadsheet.

Keys: arrows move, typing replaces, F2 edits, Tab goes to the next cell while typing and leaves the table
otherwise, Enter opens the sheet of the action, Ctrl+D copies down, Ctrl+C and Ctrl+V exchange with
spreadsheets, Delete empties, Ctrl++ adds an action, Ctrl+Shift+D duplicates one, Ctrl+- deletes them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.ui import errors, theme
from nrdesk.ui.inventory import clipboard
from nrdesk.ui.inventory.column_menu import ColumnMenu
from nrdesk.ui.planning.grid_delegate import GridDelegate
from nrdesk.ui.planning.grid_model import Entry, GridModel, Index

_ROW, _ROOM = 36, 24
_WIDEST = {"title": 420, "objective_id": 210, "owner": 190}
_WIDEST_OTHERS = 200
_YIELDING = ("objective_id", "title", "owner")
"""Columns whose texts may be cut to fit the window; their tooltip says the rest."""
_LEAST = 110
_TYPING = (QAbstractItemView.EditTrigger.AnyKeyPressed, QAbstractItemView.EditTrigger.EditKeyPressed)


class ActionGrid(QTableView):
    """Shows and edits the actions."""

    opened = Signal(str)
    """The sheet of an action is asked for, by its identifier."""
    add_wanted = Signal()
    duplicate_wanted = Signal(str)
    delete_wanted = Signal(list)
    """Identifiers of the actions of the selected rows."""

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._model = model
        self._current = ""
        self._widths_chosen = self._columns_chosen = False
        self.setModel(model)
        delegate = GridDelegate(self)
        delegate.finished.connect(self._move)
        self.setItemDelegate(delegate)
        self._set_up()
        model.modelReset.connect(self._come_back)
        self._keys: dict[str, Callable[[], object]] = {
            "Return": self.open_current,
            "Enter": self.open_current,
            "Ctrl+C": self.copy,
            "Ctrl+V": self.paste,
            "Ctrl+D": self.fill_down,
            "Del": self.empty_cells,
            "Backspace": self.empty_cells,
            "Ins": self.add_wanted.emit,
            "Ctrl++": self.add_wanted.emit,
            "Ctrl+Shift+D": self._duplicate,
            "Ctrl+-": self._delete,
            "Alt+Down": lambda: self.edit(self.currentIndex()),
        }

    def _set_up(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setAccessibleName("Actions du plan")
        self.setAccessibleDescription(
            "Flèches pour se déplacer, Entrée pour la fiche, F2 pour modifier la case, Tab pour sortir."
        )
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(_ROW))
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda point: self.column_menu().popup(header.mapToGlobal(point))
        )
        header.sectionResized.connect(self._note_resizing)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(lambda _: self.open_current())

    @property
    def chosen(self) -> list[str]:
        """Identifiers of the actions of the selected cells, from top to bottom."""
        rows = sorted({index.row() for index in self._cells()})
        return [self._model.action(row).id for row in rows]

    def show_usual_columns(self) -> None:
        """Hide the columns that are not usual, once, and give the others their widths."""
        if not self._columns_chosen:
            self._columns_chosen = True
            for place, column in enumerate(self._model.columns):
                self.setColumnHidden(place, not column.usual)
        self._fit_columns()

    def select(self, action_id: str) -> bool:
        """Make an action current; return whether it is shown."""
        row = self._model.row_of(action_id)
        if row is None:
            return False
        self.setCurrentIndex(self._model.index(row, max(self.currentIndex().column(), 0)))
        return True

    def open_current(self) -> None:
        """Ask for the sheet of the current action."""
        if (index := self.currentIndex()).isValid():
            self.opened.emit(self._model.action(index.row()).id)

    def copy(self) -> None:
        """Copy the selected cells for a spreadsheet."""
        rows, places = self._block()
        if rows:
            block = [[self._model.text(row, place) for place in places] for row in rows]
            QGuiApplication.clipboard().setText(clipboard.render(block))

    def paste(self) -> None:
        """Write the clipboard from the current cell on; a single cell goes into the whole selection."""
        block = clipboard.parse(QGuiApplication.clipboard().text())
        current = self.currentIndex()
        if not block or not current.isValid():
            return
        if len(block) == len(block[0]) == 1:
            cells = [(index.row(), index.column(), block[0][0]) for index in self._cells()]
        else:
            places = self._places()
            start = places.index(current.column())
            cells = [
                (current.row() + down, place, text)
                for down, line in enumerate(block)
                for place, text in zip(places[start:], line, strict=False)
                if current.row() + down < self._model.rowCount()
            ]
        self._write(cells, f"Coller {count(len(cells), 'case')} dans le plan")

    def fill_down(self) -> None:
        """Copy the first selected row into those under it."""
        rows, places = self._block()
        cells = [(row, place, self._model.text(rows[0], place)) for row in rows[1:] for place in places]
        self._write(cells, f"Recopier {count(len(cells), 'case')} vers le bas")

    def empty_cells(self) -> None:
        """Empty the selected cells."""
        cells = [(index.row(), index.column(), "") for index in self._cells()]
        self._write(cells, f"Effacer {count(len(cells), 'case')} du plan")

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        return ColumnMenu(self, self._show_column, self._model.columns)

    def cell_menu(self) -> QMenu:
        """Return the menu of the selected cells."""
        menu = QMenu(self)
        writes = bool(self.editTriggers())
        for words, keys, do, changes in (
            ("Ouvrir la fiche", "Return", self.open_current, False),
            ("Copier", "Ctrl+C", self.copy, False),
            ("Coller", "Ctrl+V", self.paste, True),
            ("Recopier vers le bas", "Ctrl+D", self.fill_down, True),
            ("Effacer les cases", "Del", self.empty_cells, True),
            ("Ajouter une action", "Ctrl++", self.add_wanted.emit, True),
            ("Dupliquer l’action", "Ctrl+Shift+D", self._duplicate, True),
            ("Supprimer les actions", "Ctrl+-", self._delete, True),
        ):
            action = menu.addAction(words, do)
            action.setShortcut(QKeySequence(keys))
            action.setEnabled(writes or not changes)
        return menu

    def lock(self) -> None:
        """Let it be read only."""
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = event.keyCombination().toCombined()
        do = self._keys.get(QKeySequence(combination & ~Qt.KeyboardModifier.KeypadModifier.value).toString())
        if do is None:
            super().keyPressEvent(event)
        else:
            do()
            event.accept()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._current = self._model.action(current.row()).id

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self._widths_chosen:
            self._fit_columns()

    def _write(self, cells: Sequence[tuple[int, int, str]], label: str) -> None:
        if not cells or not self.editTriggers():
            return
        entries = [Entry(self._model.action(row).id, place, words) for row, place, words in cells]
        try:
            self._model.write(entries, label if len(entries) > 1 else "")
        except UserError as error:
            errors.show_error(self, error)

    def _block(self) -> tuple[list[int], list[int]]:
        """Return the rows and the columns of the selection."""
        chosen = self._cells()
        rows, places = {index.row() for index in chosen}, {index.column() for index in chosen}
        return sorted(rows), [place for place in self._places() if place in places]

    def _cells(self) -> list[QModelIndex]:
        """Return the selected cells, or the current one."""
        current = self.currentIndex()
        return self.selectedIndexes() or ([current] if current.isValid() else [])

    def _places(self) -> list[int]:
        return [place for place in range(len(self._model.columns)) if not self.isColumnHidden(place)]

    def _duplicate(self) -> None:
        if (index := self.currentIndex()).isValid():
            self.duplicate_wanted.emit(self._model.action(index.row()).id)

    def _delete(self) -> None:
        if self.chosen:
            self.delete_wanted.emit(self.chosen)

    def _move(self, rows: int, across: int) -> None:
        current, places = self.currentIndex(), self._places()
        column = current.column()
        if across and column in places:
            step = places.index(column) + across
            column = places[step] if 0 <= step < len(places) else column
        target = self._model.index(current.row() + rows, column)
        if target.isValid():
            self.setCurrentIndex(target)

    def _come_back(self) -> None:
        """Keep the current action current when the rows were rearranged."""
        if self._model.rowCount() and not self.select(self._current):
            self.setCurrentIndex(self._model.index(0, 0))

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)
        if not self._widths_chosen:
            self._fit_columns()

    def _note_resizing(self) -> None:
        if QGuiApplication.mouseButtons() and self.horizontalHeader().underMouse():
            self._widths_chosen = True

    def _fit_columns(self) -> None:
        """Give each column the width of what it holds; the long texts yield first in a narrow window."""
        places = self._places()
        widths = {place: self._natural_width(place) for place in places}
        excess = sum(widths.values()) - self.viewport().width()
        room = {
            place: max(0, widths[place] - max(self._title_width(place), theme.px(_LEAST)))
            for place in places
            if self._model.columns[place].name in _YIELDING
        }
        if 0 < excess <= (spare := sum(room.values())):
            for place, share in room.items():
                widths[place] -= min(share, math.ceil(excess * share / spare))
        elif excess < 0 and 0 in widths:
            widths[0] -= excess
        for place, width in widths.items():
            self.setColumnWidth(place, width)

    def _natural_width(self, place: int) -> int:
        name = self._model.columns[place].name
        rows = range(min(60, self._model.rowCount()))
        texts = (str(self._model.index(row, place).data() or "").partition("\n")[0] for row in rows)
        widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + theme.px(_ROOM)
        most = theme.px(_WIDEST.get(name, _WIDEST_OTHERS))
        return max(min(widest, most), self._title_width(place))

    def _title_width(self, place: int) -> int:
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(self._model.columns[place].label) + theme.px(_ROOM)

    def _open_menu(self, point: QPoint) -> None:
        self.cell_menu().popup(self.viewport().mapToGlobal(point))
