"""The collectivités of a portfolio as a Qt table: what each cell shows, and what it is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from nrdesk.core import dates
from nrdesk.core.formatting import number, percent
from nrdesk.core.portfolio import Summary, wording
from nrdesk.ui import theme
from nrdesk.ui.inventory.order import Key, arrange, collate

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    label: str
    help: str
    text: Callable[[Summary], str]
    key: Callable[[Summary], Key]
    numeric: bool = True
    tone: Callable[[Summary], str] = lambda each: "text"
    """Colour of the text, a token of the theme; words or figures carry the meaning."""


def _alert(number_of: int) -> str:
    return "warn" if number_of else "text"


COLUMNS = (
    Column("Collectivité", "", lambda each: each.name, lambda each: collate(each.name), numeric=False),
    Column(
        "Habitants",
        "Population municipale",
        lambda each: "" if each.population is None else number(each.population),
        lambda each: each.population,
    ),
    Column("Année", "Campagne la plus récente", wording.campaign, lambda each: each.year),
    Column(
        "Étapes",
        "Avancement\u00a0: moyenne des dix étapes",
        lambda each: percent(each.progress),
        lambda each: each.progress,
    ),
    Column(
        "Empreinte",
        "Du parc, en équivalent CO₂ par an",
        wording.footprint_short,
        lambda each: each.footprint,
    ),
    Column("Par agent", "kg éq. CO₂ par agent et par an", wording.per_agent, lambda each: each.per_agent),
    Column(
        "Par hab.",
        "kg éq. CO₂ par habitant et par an",
        wording.per_inhabitant,
        lambda each: each.per_inhabitant,
    ),
    Column(
        "Comptés",
        "Part des appareils que l’empreinte compte",
        lambda each: percent(each.coverage) if each.appliances else "",
        lambda each: each.coverage if each.appliances else None,
    ),
    Column(
        "À risque",
        "Obligations qui s’appliquent, ne sont pas dites tenues, et dont la date presse ou est passée",
        lambda each: str(len(each.risks)),
        lambda each: len(each.risks),
        tone=lambda each: _alert(len(each.risks)),
    ),
    Column(
        "Retards",
        "Actions en retard ou bloquées",
        lambda each: str(each.late + each.blocked),
        lambda each: each.late + each.blocked,
        tone=lambda each: _alert(each.late + each.blocked),
    ),
    Column(
        "Échéance",
        "Prochaine date, de la stratégie ou de la loi",
        lambda each: dates.short(each.next_due.on) if each.next_due else "",
        lambda each: each.next_due.on if each.next_due else None,
    ),
)


class PortfolioModel(QAbstractTableModel):
    """One row per collectivité shown."""

    def __init__(self) -> None:
        super().__init__()
        self._by_file: dict[str, Summary] = {}
        self._shown: list[str] = []
        self._sorted: tuple[int, bool] | None = None

    def show(self, summaries: Sequence[Summary]) -> None:
        """Show these collectivités, in the order that was asked for last."""
        self.beginResetModel()
        self._by_file = {each.file: each for each in summaries}
        self._shown = self._arranged()
        self.endResetModel()

    def summary(self, row: int) -> Summary:
        """Return the collectivité of a row."""
        return self._by_file[self._shown[row]]

    def row_of(self, file: str) -> int | None:
        """Return the row of a document, None when it is not shown."""
        return self._shown.index(file) if file in self._by_file else None

    @property
    def summaries(self) -> list[Summary]:
        """Those that are shown, from top to bottom."""
        return [self._by_file[file] for file in self._shown]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a column < 0 gives back the order of names."""
        self._sorted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary, column = self.summary(index.row()), COLUMNS[index.column()]
        match role:
            case Role.DisplayRole:
                return column.text(summary)
            case Role.ToolTipRole:
                return self._hint(summary, index.column())
            case Role.AccessibleTextRole:
                return f"{column.label}\u00a0: {column.text(summary) or 'vide'}"
            case Role.AccessibleDescriptionRole:
                return self._hint(summary, index.column())
            case Role.ForegroundRole:
                return QColor(getattr(theme.tokens(), column.tone(summary)))
            case Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        match role:
            case Role.DisplayRole:
                return column.label
            case Role.ToolTipRole:
                return column.help or column.label
            case Role.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _hint(self, summary: Summary, column: int) -> str:
        """Return what is worth knowing about a cell."""
        match COLUMNS[column].label:
            case "Collectivité":
                where = f" ({summary.department})" if summary.department else ""
                return f"{summary.name}{where}\u00a0: {summary.file}"
            case "Empreinte" | "Par agent" | "Par hab.":
                return " · ".join(filter(None, (wording.footprint_span(summary), wording.quality(summary))))
            case "À risque":
                return " · ".join(risk.title for risk in summary.risks)
            case "Échéance":
                return wording.next_due(summary)
        return COLUMNS[column].help

    def _arranged(self) -> list[str]:
        files = list(self._by_file)
        if self._sorted is None:
            return files
        place, descending = self._sorted
        keys = {file: COLUMNS[place].key(each) for file, each in self._by_file.items()}
        return arrange(files, keys, descending=descending)
