"""Third stage of an import: what becomes of each row, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core.exchange import Outcome, PlannedRow
from nrdesk.core.exchange.plans import PlannedAction
from nrdesk.core.formatting import number
from nrdesk.ui import theme
from nrdesk.ui.inventory.import_kind import Planned
from nrdesk.ui.inventory.model import Index, Role
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.plain_delegate import PlainDelegate

_TONES = {
    Outcome.IMPORTED: "ok",
    Outcome.DUPLICATE: "muted",
    Outcome.REJECTED: "bad",
    Outcome.IGNORED: "muted",
}
_NAMES = {
    None: ("ligne lue", "lignes lues"),
    Outcome.IMPORTED: ("importée", "importées"),
    Outcome.DUPLICATE: ("doublon", "doublons"),
    Outcome.REJECTED: ("rejetée", "rejetées"),
    Outcome.IGNORED: ("ignorée", "ignorées"),
}
_MEASURED = 60
"""Rows that the width of a column is measured on."""
_WIDEST, _WIDEST_CELL = 340, 180
"""Greatest widths of a reason and of a cell of the file, in pixels for normal text."""
_FIXED = ("Ligne", "Résultat", "Motif ou remarque")


class PlannedRows(QAbstractTableModel):
    """The rows of a plan, all or those of one outcome."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Planned | None = None
        self.rows: tuple[PlannedRow | PlannedAction, ...] = ()

    def show_rows(self, plan: Planned, outcome: Outcome | None) -> None:
        """Show the rows of an outcome, or all of them."""
        self.beginResetModel()
        self._plan = plan
        self.rows = tuple(row for row in plan.rows if outcome in (None, row.outcome))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() or self._plan is None else len(_FIXED) + len(self._plan.source.headers)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return _text(row, column)
        if role == Role.ForegroundRole and column < len(_FIXED):
            to_complete = row.outcome is Outcome.IMPORTED and column == 2
            return QColor(getattr(theme.tokens(), "warn" if to_complete else _TONES[row.outcome]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if role != Role.DisplayRole or orientation is Qt.Orientation.Vertical or self._plan is None:
            return None
        return _FIXED[section] if section < len(_FIXED) else self._plan.source.headers[section - len(_FIXED)]


class Tile(QToolButton):
    """A number and its name; choosing it shows the rows that it counts."""

    def __init__(self, outcome: Outcome | None) -> None:
        super().__init__()
        self.outcome = outcome
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._figure = text.label("0", "title", _TONES[outcome] if outcome else "", wrap=False)
        self._name = text.muted("", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        for label in (self._figure, self._name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)

    def show_count(self, n: int) -> None:
        """Show how many rows."""
        name = _NAMES[self.outcome][0 if n < 2 else 1]
        self._figure.setText(number(n))
        text.set_tone(self._figure, _TONES[self.outcome] if self.outcome and n else "")
        self._name.setText(name)
        self.setAccessibleName(f"{number(n)} {name}")
        self.setToolTip("Afficher ces lignes")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()


class PreviewStage(QWidget):
    """Four numbers that add up to what was read, and the rows behind each."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Planned | None = None
        self.model = PlannedRows()
        self.tiles = {outcome: Tile(outcome) for outcome in (None, *Outcome)}
        group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(4)
        for sign, tile in zip(("", "=", "+", "+", "+"), self.tiles.values(), strict=True):
            if sign:
                line.addWidget(text.label(sign, "heading", "muted", wrap=False))
            line.addWidget(tile)
            group.addButton(tile)
        line.addStretch(1)
        group.buttonClicked.connect(self._filter)
        self.advice = text.muted("")
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Lignes du fichier et ce qu’elles deviennent")
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setItemDelegate(PlainDelegate(self.table))
        self.table.setWordWrap(False)
        self.table.setCornerWidget(QWidget())
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(32))
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self.advice)
        column.addWidget(self.table, 1)

    def show_plan(self, plan: Planned) -> None:
        """Show what an import would do, from the rows that ask for attention."""
        self._plan = plan
        for outcome, tile in self.tiles.items():
            tile.show_count(plan.read if outcome is None else plan.counts[outcome])
        lacking = sum(1 for row in plan.rows if row.outcome is Outcome.IMPORTED and row.reason)
        self.advice.setText(" ".join(filter(None, (_advice(lacking, plan.rejected), plan.limits))))
        self.tiles[Outcome.REJECTED if plan.rejected else None].click()
        self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(_MEASURED)
        self.table.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            width = self.table.columnWidth(column) + theme.px(12)
            widest = theme.px(_WIDEST if column < len(_FIXED) else _WIDEST_CELL)
            self.table.setColumnWidth(column, min(width, widest))

    def _filter(self, tile: Tile) -> None:
        if self._plan is not None:
            self.model.show_rows(self._plan, tile.outcome)


def _advice(lacking: int, rejected: int) -> str:
    sentences = []
    if lacking:
        words = "lignes importées seront" if lacking > 1 else "ligne importée sera"
        sentences.append(f"{number(lacking)} {words} à compléter dans la grille.")
    if rejected:
        sentences.append("Enregistrez les rejets, corrigez-les dans un tableur et importez-les à leur tour.")
    return " ".join(sentences) or "Tout est compris : il n’y a rien à corriger."


def _text(row: PlannedRow | PlannedAction, column: int) -> str:
    if column >= len(_FIXED):
        return row.cells[column - len(_FIXED)] if column - len(_FIXED) < len(row.cells) else ""
    return (number(row.number), row.outcome.label, row.reason)[column]
