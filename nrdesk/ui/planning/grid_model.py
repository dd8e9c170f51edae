"""The actions of the plan as a Qt table: what each cell shows, why a text in it could not be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from nrdesk.core import dates
from nrdesk.core.fields import Unreadable, Value
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.plan.states import left_unread, together
from nrdesk.core.planning import schedule
from nrdesk.ui import theme
from nrdesk.ui.inventory.order import Key, arrange, collate
from nrdesk.ui.planning.grid_columns import Column, columns
from nrdesk.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
UNNAMED = "(sans nom)"
_KEPT = "Ce texte reste ici, sans être enregistré."
_IMPORTED = "Ce texte vient d’un fichier importé et n’a pas été compris\u00a0: remplacez-le."
_STATUS_ORDER = {status: rank for rank, status in enumerate(ActionStatus)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that goes into a cell."""

    action_id: str
    column: int
    text: str


class GridModel(QAbstractTableModel):
    """One row per action shown, one column per field."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.columns: tuple[Column, ...] = columns(session.document)
        self._actions: dict[str, Action] = {}
        self._shown: list[str] = []
        self._late: Mapping[str, str] = {}
        self._sorted: tuple[int, bool] | None = None

    @property
    def actions(self) -> list[Action]:
        """The actions shown, from top to bottom."""
        return [self._actions[id] for id in self._shown]

    def action(self, row: int) -> Action:
        """Return the action of a row."""
        return self._actions[self._shown[row]]

    def row_of(self, action_id: str) -> int | None:
        """Return the row of an action, None when it is not shown."""
        return self._shown.index(action_id) if action_id in self._shown else None

    def position(self, name: str) -> int:
        """Return the place of the column of a field, 0 when it has none."""
        return next((place for place, each in enumerate(self.columns) if each.name == name), 0)

    def show(self, actions: Sequence[Action], late: Mapping[str, str]) -> None:
        """Show these actions; `late` are those that are late, each with the reason."""
        fresh = {action.id: action for action in actions}
        order = self._arranged(fresh)
        found = columns(self._session.document)
        named = [(each.name, each.field.choices) for each in found]
        same = order == self._shown and named == [(each.name, each.field.choices) for each in self.columns]
        if not same:
            self.beginResetModel()
        self._actions, self._shown, self._late, self.columns = fresh, order, late, found
        if not same:
            self.endResetModel()
        elif order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, len(self.columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column < 0 gives back the order of the plan."""
        self._sorted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._shown = self._arranged(self._actions)
        self.endResetModel()

    def write(self, entries: Iterable[Entry], label: str = "") -> None:
        """Write texts into cells as one action; what cannot be read stays in its cell, in red.

        Raises:
            UserError: the document cannot be written.
        """
        changes: list[tuple[Entry, Value]] = []
        for entry in entries:
            field = self.columns[entry.column].field
            draft = (entry.action_id, field.name)
            try:
                value = field.read(entry.text)
            except Unreadable:
                self._session.drafts[draft] = entry.text
                continue
            self._session.drafts.pop(draft, None)
            action = self._actions[entry.action_id]
            if field.show(value) != field.text(action) or left_unread(action, field.name):
                changes.append((entry, value))
        if changes:
            with self._session.act(label or self._label(changes[0][0], len(changes))) as tx:
                for entry, value in changes:
                    name = self.columns[entry.column].name
                    beside = together(self._actions[entry.action_id], name, value)
                    tx.update(Action, entry.action_id, **{**beside, name: value})
            for entry, _ in changes:
                self._actions[entry.action_id] = self._session.document.get(Action, entry.action_id)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))

    def text(self, row: int, column: int) -> str:
        """Return the text that a cell is edited from: what was typed and not understood comes first."""
        action, field = self.action(row), self.columns[column].field
        draft = self._session.drafts.get((action.id, field.name))
        if draft is not None:
            return draft
        return left_unread(action, field.name) or field.text(action)

    def problem(self, row: int, column: int) -> str:
        """Return why the text of a cell could not be taken, "" when it could."""
        action, field = self.action(row), self.columns[column].field
        draft = self._session.drafts.get((action.id, field.name))
        if draft is not None:
            try:
                field.read(draft)
            except Unreadable as error:
                return f"{error}. {_KEPT}"
            return ""
        return _IMPORTED if left_unread(action, field.name) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self._session.document.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        self.write([Entry(self._shown[index.row()], index.column(), str(value))])
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return self._told(row, column)
            case Role.EditRole:
                return self.text(row, column)
            case Role.ToolTipRole:
                return self.problem(row, column) or self._hint(row, column) or self._told(row, column)
            case Role.AccessibleDescriptionRole:
                return ". ".join(filter(None, (self.problem(row, column), self._hint(row, column))))
            case Role.AccessibleTextRole:
                return f"{self.columns[column].label}\u00a0: {self._told(row, column) or 'vide'}"
            case Role.ForegroundRole:
                return QColor(getattr(theme.tokens(), self._tone(row, column)))
            case Role.TextAlignmentRole:
                side = Qt.AlignmentFlag
                return side.AlignRight if self.columns[column].numeric else side.AlignLeft
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.label
        if role == Role.ToolTipRole:
            return column.help or column.field.label
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _told(self, row: int, column: int) -> str:
        """Return what a cell shows: its text, or what is deduced when the field is empty."""
        action, field = self.action(row), self.columns[column].field
        written = self.text(row, column)
        match field.name:
            case "title":
                return written or UNNAMED
            case "status":
                return " · ".join((written, *self._alerts(action)))
            case "ends" if not written:
                deduced = schedule.span(action).ends
                return f"≈ {dates.short(deduced.isoformat()[:7])}" if deduced else ""
            case "progress" if written:
                return f"{written}\u00a0%"
            case "months" if written:
                return f"{written}\u00a0mois"
        return written

    def _alerts(self, action: Action) -> list[str]:
        late = ["en retard"] if action.id in self._late else []
        return ["bloquée", *late] if action.blocked else late

    def _hint(self, row: int, column: int) -> str:
        """Return what is worth knowing about a cell."""
        action, name = self.action(row), self.columns[column].name
        if name == "status" and action.blocked:
            return f"Bloquée\u00a0: {action.blocked_reason or 'raison non dite'}"
        if name == "status":
            return self._late.get(action.id, "")
        if name == "ends" and not action.ends and schedule.span(action).ends:
            return "Déduite du début et de la durée prévue"
        return ""

    def _tone(self, row: int, column: int) -> str:
        action, name = self.action(row), self.columns[column].name
        if self.problem(row, column):
            return "bad"
        if name == "status" and self._alerts(action):
            return "warn"
        if name == "ends" and not action.ends:
            return "muted"
        return "muted" if action.status is ActionStatus.DROPPED else "text"

    def _arranged(self, actions: dict[str, Action]) -> list[str]:
        order = sorted(actions, key=lambda id: actions[id].rank)
        if self._sorted is None:
            return order
        place, descending = self._sorted
        key = _sort_key(self.columns[place])
        return arrange(order, {id: key(actions[id]) for id in order}, descending=descending)

    def _label(self, entry: Entry, cells: int) -> str:
        if cells > 1:
            return f"Modifier {count(cells, 'case')} du plan"
        title = self._actions[entry.action_id].title
        named = f" ({title})" if title else ""
        return f"Modifier «\u00a0{self.columns[entry.column].field.label}\u00a0»{named}"


def _sort_key(column: Column) -> Callable[[Action], Key]:
    """Return what an action is sorted by in a column."""

    def key(action: Action) -> Key:
        if column.name == "status":
            return _STATUS_ORDER[action.status]
        if column.name in ("starts", "ends"):
            span = schedule.span(action)
            found = span.starts if column.name == "starts" else span.ends
            return found.isoformat() if found else None
        value = getattr(action, column.name)
        if isinstance(value, int | float) or value is None:
            return value
        return collate(column.field.show(value))

    return key
