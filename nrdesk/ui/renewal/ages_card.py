"""The ages of the park: bars of one family or of all, and the table of every family."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.inventory.renewal import BANDS, AgeRow, Renewal
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.plain_delegate import MARGIN, PlainDelegate

_ALL = "Toutes les familles"
_ROW = 38
_UNDATED = "sans date"


class AgesCard(Card):
    """How old the appliances are."""

    def __init__(self, go: Callable[[str, str], object]) -> None:
        """Make an empty card; `go` shows a page, by key, and a field of it."""
        super().__init__("L’âge des appareils")
        self._go = go
        self._renewal: Renewal | None = None
        self.group_box = QComboBox()
        self.group_box.setAccessibleName("Famille d’appareils")
        self.group_box.currentIndexChanged.connect(self._draw)
        self.bars = Bars()
        self._note = text.muted("")
        self.table = _empty_table()
        self.fold = Fold("Voir le tableau", opened=False)
        self.fold.add(self.table)
        self.add(row(text.strong("Famille", wrap=False), self.group_box, gap=12))
        for widget in (self.bars, self._note, self.fold):
            self.add(widget)

    def show_renewal(self, renewal: Renewal) -> None:
        """Show the ages of a park."""
        self._renewal = renewal
        names = [_ALL, *(each.group for each in renewal.ages)]
        if [self.group_box.itemText(rank) for rank in range(self.group_box.count())] != names:
            chosen = self.group_box.currentText()
            self.group_box.blockSignals(True)
            self.group_box.clear()
            self.group_box.addItems(names)
            self.group_box.setCurrentIndex(max(self.group_box.findText(chosen), 0))
            self.group_box.blockSignals(False)
        self._fill_table(renewal)
        self._draw()

    def _draw(self) -> None:
        if self._renewal is None:
            return
        chosen = self.group_box.currentText()
        rows = [each for each in self._renewal.ages if chosen in (_ALL, each.group)]
        counts = [sum(each.counts[rank] for each in rows) for rank in range(len(BANDS))]
        undated = sum(each.undated for each in rows)
        bars = [Bar(label, (float(n),), number(n)) for (_, label), n in zip(BANDS, counts, strict=True)]
        if undated:
            bars.append(Bar(_UNDATED, (float(undated),), number(undated)))
        self.bars.show_bars(f"{chosen}, selon leur âge", bars)
        known = count(sum(counts), "appareil daté", "appareils datés")
        lost = f", {count(undated, 'sans date d’achat', 'sans date d’achat')}" if undated else ""
        self._note.setText(f"{known}{lost}. L’âge va de l’achat à la date de l’inventaire.")

    def _fill_table(self, renewal: Renewal) -> None:
        self.table.setRowCount(len(renewal.ages))
        for place, each in enumerate(renewal.ages):
            for column, cell in enumerate(_cells(each)):
                item = QTableWidgetItem(cell)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight)
                self.table.setItem(place, column, item)
            link = button(
                "Voir le plus ancien", kind="link", on_click=partial(self._go, "inventory", each.oldest_id)
            )
            link.setAccessibleName(f"Voir le plus ancien dans l’inventaire{NBSP}: {each.group}")
            self.table.setCellWidget(place, len(BANDS) + 3, link)
        # Names of families are read whole: in large letters the table scrolls sideways instead.
        widest = max(
            (self.table.fontMetrics().horizontalAdvance(each.group) for each in renewal.ages), default=0
        )
        self.table.setColumnWidth(0, widest + theme.px(3 * MARGIN))
        header = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(header + theme.px(_ROW) * len(renewal.ages) + bar + 4)


def _cells(row: AgeRow) -> tuple[str, ...]:
    return (row.group, *map(number, row.counts), number(row.undated), number(row.total))


def _empty_table() -> QTableWidget:
    titles = ["Famille", *(label for _, label in BANDS), _UNDATED, "Total", ""]
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setItemDelegate(PlainDelegate(table))
    table.setAccessibleName(f"L’âge des appareils{NBSP}: tableau")
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    header.setSectionsClickable(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if first := table.horizontalHeaderItem(0):
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
