"""Second stage of an import: which column of the file goes to which field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from nrdesk.core.exchange import Column, ColumnMapping, Source
from nrdesk.core.formatting import NBSP, count
from nrdesk.ui import theme
from nrdesk.ui.inventory.import_file import summary
from nrdesk.ui.inventory.import_kind import ImportKind
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.plain_delegate import PlainDelegate

_TITLES = ("Colonne du fichier", "Exemples", "Va dans", "Remarque")
_BOX, _REMARK = 2, 3
"""Places of the list of fields and of the remark."""
_SAMPLES = 3
_IGNORED = "— ne pas importer —"
_MAY_NAME_PERSONS = frozenset(("assigned_to", "recipient", "owner", "contributors"))
"""Fields that other people's files fill with names; a function says as much."""


class ColumnsStage(QWidget):
    """The columns of the file with samples, and the field of each, to correct if need be."""

    corrected = Signal(int, str)
    """A column, by its place in the file, was given to a field ("" for none)."""

    def __init__(self, kind: ImportKind) -> None:
        super().__init__()
        self._targets = kind.targets
        self._summary = text.body("")
        self._state = text.muted("")
        self.table = QTableWidget(0, len(_TITLES))
        self.table.setHorizontalHeaderLabels(list(_TITLES))
        self.table.setAccessibleName(f"Colonnes du fichier et {kind.fields}")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(46))
        self.table.setItemDelegate(PlainDelegate(self.table))
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        # Tab visits the lists, one per column of the file: the table itself is no stop.
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(theme.px(90))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for position, width in ((_BOX, 250), (_REMARK, 200)):
            header.setSectionResizeMode(position, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(position, theme.px(width))
        header.setSectionsClickable(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._summary)
        column.addWidget(self._state)
        column.addWidget(self.table, 1)

    def show_mapping(self, source: Source, mapping: ColumnMapping, *, remembered: bool) -> None:
        """Show what each column of the file is."""
        self._summary.setText(summary(source))
        self.table.setRowCount(len(mapping.columns))
        for place, column in enumerate(mapping.columns):
            for position, words in enumerate(
                (column.header or "(sans titre)", _samples(source, column.index))
            ):
                self.table.setItem(place, position, _item(words))
            self.table.setCellWidget(place, _BOX, self._box(column))
            self.table.setItem(place, _REMARK, _item(""))
        self.show_remarks(mapping, remembered=remembered)

    def show_remarks(self, mapping: ColumnMapping, *, remembered: bool) -> None:
        """Show again what each column became after a correction."""
        for place, column in enumerate(mapping.columns):
            box = self.box(place)
            box.setCurrentIndex(max(0, box.findData(column.field)))
            if item := self.table.item(place, _REMARK):
                item.setText(_remark(column, remembered=remembered))
        known = sum(1 for column in mapping.columns if column.field)
        left = count(len(mapping.columns) - known, "colonne laissée", "colonnes laissées")
        self._state.setText(f"{count(known, 'colonne reconnue', 'colonnes reconnues')}, {left} de côté.")

    def box(self, place: int) -> QComboBox:
        """Return the list of fields of a column of the file."""
        widget = self.table.cellWidget(place, _BOX)
        if not isinstance(widget, QComboBox):
            raise IndexError(place)
        return widget

    def _box(self, column: Column) -> QComboBox:
        box = _FieldBox()
        box.addItem(_IGNORED, "")
        for name, label in self._targets:
            box.addItem(label, name)
        box.setAccessibleName(f"Champ de la colonne «{NBSP}{column.header or column.index + 1}{NBSP}»")
        box.activated.connect(lambda: self.corrected.emit(column.index, box.currentData()))
        return box


class _FieldBox(QComboBox):
    """A list that the wheel does not change while one scrolls the table."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _item(words: str) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    item.setToolTip(words)
    return item


def _samples(source: Source, index: int) -> str:
    """Return the first different values of a column."""
    found: dict[str, None] = {}
    for row in source.rows[:200]:
        if value := " ".join(row.cells[index].split()):
            found[value] = None
        if len(found) == _SAMPLES:
            break
    return " · ".join(found)


def _remark(column: Column, *, remembered: bool) -> str:
    if column.field in _MAY_NAME_PERSONS:
        return "des noms de personnes\u00a0? gardez plutôt la fonction"
    if column.field:
        return "comme lors du dernier import" if remembered else "reconnue à son titre"
    return column.why
