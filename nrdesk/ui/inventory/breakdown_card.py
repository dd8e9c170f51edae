"""Where the footprint comes from: bars, and the table of the same figures, each of them explained."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from nrdesk.core.footprint import Split
from nrdesk.core.formatting import NBSP, rounded
from nrdesk.core.model.factors import Criterion
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.plain_delegate import PlainDelegate

_SHOWN = 8
_ROW = 38
_STAGES = ("Fabrication", "Usage")


class BreakdownCard(Card):
    """One breakdown of a criterion: by family of appliances, by site."""

    def __init__(self, title: str, of_what: str, explain: Callable[[str], object]) -> None:
        """Make an empty card.

        Args:
            title: title of the card.
            of_what: title of the first column of the table: "Famille", "Lieu".
            explain: called with the name of a group whose figure has to be explained.
        """
        self._unit = text.muted("", wrap=False)
        super().__init__(title, self._unit)
        self._title = title
        self._explain = explain
        self.bars = Bars(_STAGES)
        self.add(self.bars)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels([of_what, *_STAGES, "Total", ""])
        self.table.setItemDelegate(PlainDelegate(self.table))
        self.table.setAccessibleName(f"{title}{NBSP}: tableau")
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if first := self.table.horizontalHeaderItem(0):
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.fold = Fold("Voir le tableau", opened=False)
        self.fold.add(self.table)
        self.add(self.fold)

    def show_groups(self, criterion: Criterion, groups: Mapping[str, Split]) -> None:
        """Show what each group weighs, the heaviest first; beyond a few, bars add the others up."""
        ordered = sorted(groups.items(), key=lambda item: -item[1].total)
        self._unit.setText(f"{criterion.unit_text} par{NBSP}an")
        shown = [
            Bar(name or "(sans lieu)", (s.manufacture, s.use), _amount(s.total))
            for name, s in ordered[:_SHOWN]
        ]
        if rest := [split for _, split in ordered[_SHOWN:]]:
            made, used = sum(s.manufacture for s in rest), sum(s.use for s in rest)
            shown.append(Bar(f"{len(rest)} autres", (made, used), _amount(made + used)))
        self.bars.show_bars(f"{self._title}, en {criterion.unit_text} par an", shown)
        self._fill_table(ordered)

    def _fill_table(self, ordered: list[tuple[str, Split]]) -> None:
        self.table.setRowCount(len(ordered))
        for place, (name, split) in enumerate(ordered):
            words = name or "(sans lieu)"
            figures = (split.manufacture, split.use, split.total)
            for column, cell in enumerate((words, *map(_amount, figures))):
                item = QTableWidgetItem(cell)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight)
                self.table.setItem(place, column, item)
            link = button("Expliquer", kind="link", on_click=partial(self._explain, name))
            link.setAccessibleName(f"Expliquer{NBSP}: {words}")
            self.table.setCellWidget(place, 4, link)
        height = self.table.horizontalHeader().sizeHint().height() + theme.px(_ROW) * len(ordered) + 4
        self.table.setFixedHeight(height)


def _amount(value: float) -> str:
    """Return a figure of a part with two significant figures: its range allows no more."""
    return rounded(value, value / 2, value * 3 / 2)
