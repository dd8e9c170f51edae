"""The inventory as a Qt table: one row per line shown, one column per field."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Authority, Campaign, Equipment, FactorFile, FrozenMethod, Setting, Site
from nrdesk.ui.inventory import columns, edits
from nrdesk.ui.inventory.columns import COLUMNS
from nrdesk.ui.inventory.figures import Figures
from nrdesk.ui.inventory.lines import KEPT, Lines
from nrdesk.ui.session import Session

if TYPE_CHECKING:
    from nrdesk.core.document import Changed

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_OTHERS = frozenset(kind.TABLE for kind in (Campaign, Authority, Setting, Site, FrozenMethod, FactorFile))
"""What the figures of the lines depend on besides the lines."""
_READABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable
_TEXTS = frozenset(
    (
        Role.DisplayRole,
        Role.EditRole,
        Role.ToolTipRole,
        Role.AccessibleTextRole,
        Role.AccessibleDescriptionRole,
    )
)


class Cell(NamedTuple):
    """What the delegate paints."""

    text: str
    problem: str | None
    """Why the text is shown in red, or what the line lacks."""
    tone: str
    """Name of the colour of the text, among the tokens of the theme."""


class InventoryModel(QAbstractTableModel):
    """Reads and writes the inventory of the current campaign through the session."""

    changed = Signal()
    """The rows shown, or what they say, may no longer be the same."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.figures = Figures(session)
        self.lines = Lines(session, self.figures)
        self._cells: dict[str, tuple[Cell, ...]] = {}
        session.changed.connect(self._on_changed)
        self._allow_typing()
        self._right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell shows, worked out once for the whole row: a screen holds hundreds of cells."""
        identifier = self.lines.shown[row]
        cells = self._cells.get(identifier)
        if cells is None:
            if len(self._cells) > KEPT:
                self._cells.clear()
            cells = self._cells[identifier] = self._row(self.lines[row])
        return cells[column]

    def _row(self, line: Equipment) -> tuple[Cell, ...]:
        figure = self.figures.of(line)
        tone = "text" if figure.in_park else "muted"
        if not figure.complete:
            tone = "warn"
        cells = []
        for column in COLUMNS:
            reason = columns.reason(column, line, figure)
            own = tone
            if reason is not None and column.field is not None:
                own = "warn" if column.name in columns.EXIT and not line.unread else "bad"
            cells.append(Cell(columns.text(column, line, figure), reason, own))
        return tuple(cells)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return self._right if COLUMNS[index.column()].numeric else None
        if role not in _TEXTS:
            return None
        cell = self.cell(index.row(), index.column())
        if role == Role.ToolTipRole:
            return cell.problem or (cell.text if len(cell.text) > 24 or "\n" in cell.text else None)
        if role == Role.AccessibleTextRole:
            return cell.text or "vide"
        if role == Role.AccessibleDescriptionRole:
            place = (
                f"{COLUMNS[index.column()].label}, {self.headerData(index.row(), Qt.Orientation.Vertical)}"
            )
            return f"{place}. {cell.problem}" if cell.problem else place
        return cell.text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            # Hidden on screen, read aloud: the number of the line is the header of its row.
            if role in (Role.DisplayRole, Role.AccessibleTextRole) and section < len(self.lines):
                return self.lines[section].number or f"ligne {section + 1}"
            return None
        column = COLUMNS[section]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return column.label
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return column.help
        if role == Role.TextAlignmentRole:
            return (
                self._right if column.numeric else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def editable(self, column: int) -> bool:
        """Return whether a column can be typed in."""
        return COLUMNS[column].field is not None and not self.session.locked

    def _allow_typing(self) -> None:
        """Work out again which columns can be typed in: the campaign may have been frozen."""
        self._flags = [_EDITABLE if self.editable(c) else _READABLE for c in range(len(COLUMNS))]

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Write one cell; an unchanged text writes nothing."""
        if role != Role.EditRole or not index.isValid() or not self.editable(index.column()):
            return False
        column = COLUMNS[index.column()]
        edit = edits.rewrite([self.lines[index.row()]], [{column.name: str(value)}])
        return self.write(edit, f"Modifier «{NBSP}{column.label}{NBSP}»")

    def write(self, edit: edits.Edit, label: str) -> bool:
        """Write lines as one action; return False when there is nothing to write."""
        if not edit.replaced and not edit.added:
            return False
        with self.session.act(label) as tx:
            self.lines.keep_in_sight(line.id for line in edit.added)
            if edit.replaced:
                tx.replace(edit.replaced)
            if edit.added:
                tx.add_all(edit.added)
        return True

    def delete(self, lines: Sequence[Equipment], label: str) -> None:
        """Delete lines as one action."""
        with self.session.act(label) as tx:
            tx.delete(Equipment, [line.id for line in lines])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 comes back to the order of creation."""
        wanted = None if column < 0 else (COLUMNS[column].name, order == Qt.SortOrder.DescendingOrder)
        if wanted != self.lines.sort:
            self.lines.arrange(sort=wanted)
            self._reset()

    def choose(self, *, wanted: str, incomplete_only: bool, with_retired: bool) -> None:
        """Show the lines that hold every word wanted, only the incomplete ones, also the retired ones."""
        before = self.lines.shown
        self.lines.choose(wanted=wanted, incomplete_only=incomplete_only, with_retired=with_retired)
        if self.lines.shown != before:
            self._reset()

    def refresh(self, changed: Collection[str] | None = None) -> None:
        """Read again the lines that changed, when they alone did, or everything."""
        if changed is None:
            self.figures.forget()
            self._cells.clear()
            self._allow_typing()
        else:
            for identifier in changed:
                self._cells.pop(identifier, None)
        before = self.lines.shown
        self.lines.refresh(changed)
        if self.lines.shown != before:
            self._reset()
        elif before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(COLUMNS) - 1))
        self.changed.emit()

    def _on_changed(self, changed: Changed) -> None:
        if not changed.tables.isdisjoint(_OTHERS):
            self.refresh()
        elif lines := changed.rows.get(Equipment.TABLE):
            self.refresh(lines)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()
        self.changed.emit()
