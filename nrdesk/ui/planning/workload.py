"""The work of the plan: days asked of each person, month by month, beside what each can give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nrdesk.core import dates
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import count, trimmed
from nrdesk.core.model import Action, Contribution, Person
from nrdesk.core.plan import explained
from nrdesk.core.planning.workload import Workload, WorkloadRow, first_of, workload
from nrdesk.core.written.prose import capital
from nrdesk.ui import theme
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureCells, FigureTable, TableLine
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.plain_delegate import Index
from nrdesk.ui.widgets.remark import RemarkLine

_OVER = "▲"
"""Marks a month when too much is asked, besides its colour."""
_MOST_TOLD = 6
_NAMES = 150
"""Narrowest column of names, in pixels for normal text."""
_OVERLOADED = Qt.ItemDataRole.UserRole


class WorkloadView(QWidget):
    """A table of days, the overloads in sentences, what cannot be counted yet."""

    opened = Signal(str)
    """The sheet of an action is asked for, by its identifier."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make the view; `explain` shows the explanation of a figure."""
        super().__init__()
        self._session, self._explain = session, explain
        self.year = dt.date.today().year
        self._found: Workload | None = None
        self._titles: dict[str, str] = {}
        self._year_label = text.heading("")
        self.before = icon_button("chevron-left", "Année précédente", lambda: self.show_year(self.year - 1))
        self.after = icon_button("chevron-right", "Année suivante", lambda: self.show_year(self.year + 1))
        self.table = WorkTable(self._explain_month)
        self.empty = text.muted(
            "Personne n’est chargé cette année. Donnez à chaque action un responsable, ses jours par mois, "
            "un début et une durée\u00a0: la charge se calcule seule."
        )
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.add(row(self.before, self._year_label, self.after, gap=4))
        card.add(
            text.muted(
                "Jours demandés à chacun, mois par mois, après ceux qu’il peut donner. Triangle\u00a0: trop."
            )
        )
        card.add(self.table)
        card.add(self.empty)
        told = Card("Ce qu’il faut voir")
        told.add_layout(self._told)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(12)
        cards.addWidget(card)
        cards.addWidget(told)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        # It takes the room there is: its content is no reason for the page to scroll as well.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(theme.px(200))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(area)

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds: the whole plan, whatever the filters keep."""
        document = self._session.document
        actions = document.all(Action)
        self._titles = {action.id: action.title for action in actions}
        months = range(self.year * 12, self.year * 12 + 12)
        found = workload(actions, document.all(Contribution), document.all(Person), months)
        self._found = found
        self._year_label.setText(str(self.year))
        rows = [each for each in found.rows if any(month in months for month in each.parts)]
        self.table.show_work(rows, months, self._explain_year)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._tell(found, months)

    def _explain_month(self, work: WorkloadRow, month: int) -> None:
        self._explain(explained.work_of_month(work, month, self._titles))

    def _explain_year(self, work: WorkloadRow) -> None:
        self._explain(explained.work_of_year(work, self.year, self._titles))

    def _tell(self, found: Workload, months: range) -> None:
        """Say in sentences who is overloaded, then which actions the table leaves out."""
        clear(self._told)
        for each in found.overloaded:
            over = [month for month in each.overload if month in months]
            if over:
                self._told.addWidget(RemarkLine(False, _overload_told(each, over)))
        if not any(month in months for each in found.overloaded for month in each.overload):
            self._told.addWidget(RemarkLine(True, f"Personne n’est surchargé en {self.year}."))
        unknown = [each.who for each in found.rows if each.capacity is None]
        if unknown:
            names = ", ".join(map(capital, unknown[:_MOST_TOLD]))
            self._told.addWidget(
                text.muted(f"Temps donné inconnu\u00a0: {names}. Il se dit dans l’équipe, à l’étape 1.")
            )
        self._tell_actions("Sans date, donc non comptées", found.undated)
        self._tell_actions("Sans estimation de temps", found.unestimated)

    def _tell_actions(self, words: str, ids: Sequence[str]) -> None:
        if not ids:
            return
        self._told.addWidget(text.strong(f"{words}\u00a0: {count(len(ids), 'action')}"))
        for key in ids[:_MOST_TOLD]:
            title = self._titles[key] or UNNAMED
            link = button(title.replace("&", "&&"), kind="link", on_click=partial(self.opened.emit, key))
            self._told.addWidget(row(link))
        if len(ids) > _MOST_TOLD:
            self._told.addWidget(text.muted(f"et {count(len(ids) - _MOST_TOLD, 'autre')}."))


class WorkTable(FigureTable):
    """One row per person; Enter on a month explains it."""

    def __init__(self, explain: Callable[[WorkloadRow, int], object]) -> None:
        super().__init__("Charge par personne et par mois", ["Qui", "Donné", *dates.SHORT_MONTHS, "Total"])
        self.setItemDelegate(_WorkCells(self))
        self.setAccessibleDescription("Flèches pour se déplacer, Entrée pour expliquer un mois")
        self._explain_month = explain
        self._rows: Sequence[WorkloadRow] = ()
        self._months = range(0)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.cellDoubleClicked.connect(self._explain_cell)

    def show_work(
        self, rows: Sequence[WorkloadRow], months: range, explain_year: Callable[[WorkloadRow], object]
    ) -> None:
        """Show the work of people in these months."""
        self._rows, self._months = rows, months
        self.show_lines([TableLine(_cells(each, months), partial(explain_year, each)) for each in rows])
        for place, each in enumerate(rows):
            if name := self.item(place, 0):
                name.setToolTip(name.text())
            for month in each.overload:
                if month in months and (item := self.item(place, 2 + month - months.start)):
                    item.setData(_OVERLOADED, True)
                    item.setToolTip("Plus que le temps donné")
        self._fit_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    def _fit_names(self) -> None:
        """Give the names the room that the months leave, and enough to be read: the table then scrolls."""
        others = sum(self.columnWidth(place) for place in range(1, self.columnCount()))
        self.setColumnWidth(0, max(theme.px(_NAMES), self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explain_cell(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _explain_cell(self, place: int, column: int) -> None:
        month = column - 2
        if 0 <= place < len(self._rows) and 0 <= month < len(self._months):
            self._explain_month(self._rows[place], self._months[month])


class _WorkCells(FigureCells):
    """Fills the months when too much is asked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: Any = option  # the stubs of PySide6 ignore the fields of the option
        tokens = theme.tokens()
        if index.data(_OVERLOADED):
            painter.fillRect(view.rect, QColor(tokens.bad_soft))
        super().paint(painter, option, index)
        if view.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(view.rect.adjusted(1, 1, -1, -1))


def _cells(work: WorkloadRow, months: range) -> tuple[str, ...]:
    asked = work.days
    total = sum(asked.get(month, 0.0) for month in months)
    given = "?" if work.capacity is None else trimmed(work.capacity, 1)
    return (
        capital(work.who),
        given,
        *(_cell(work, asked.get(month), month) for month in months),
        trimmed(total, 1),
    )


def _cell(work: WorkloadRow, asked: float | None, month: int) -> str:
    if not asked:
        return ""
    return f"{_OVER}\u00a0{trimmed(asked, 1)}" if month in work.overload else trimmed(asked, 1)


def _overload_told(work: WorkloadRow, over: Sequence[int]) -> str:
    worst = max(over, key=lambda month: work.days[month])
    return (
        f"{capital(work.who)}\u00a0: trop de travail {_when(over)}. Au plus fort, "
        f"{explained.days(work.days[worst])} pour {explained.days(work.capacity or 0)} de temps donné."
    )


def _when(months: Sequence[int]) -> str:
    """Return months in words, those that follow each other together: "en mars, de mai à juillet"."""
    runs: list[list[int]] = []
    for month in months:
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_run(_name(run[0]), _name(run[-1]), next_to=len(run) == 2) for run in runs)


def _run(first: str, last: str, *, next_to: bool) -> str:
    if first == last:
        return f"en {first}"
    if next_to:
        return f"en {first} et {last}"
    return f"{'d’' if first[0] in 'ao' else 'de '}{first} à {last}"


def _name(month: int) -> str:
    return dates.MONTHS[first_of(month).month - 1]
