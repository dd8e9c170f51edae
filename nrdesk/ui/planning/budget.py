"""The money of the plan: what each year asks, and what each action costs and brings back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, BudgetLine
from nrdesk.core.plan import explained
from nrdesk.core.plan.explained import euros
from nrdesk.core.planning.budget import Budget, Money, budget
from nrdesk.ui import theme
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.page import page_of

_COLUMNS = (
    "Investissement",
    "Fonctionnement",
    "Économies",
    "Aides acquises",
    "Reste à payer",
    "Aides espérées",
)
_MOST_TOLD = 6


class BudgetView(QWidget):
    """Years, then actions."""

    opened = Signal(str)
    """The sheet of an action is asked for, by its identifier."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make the view; `explain` shows the explanation of a figure."""
        super().__init__()
        self._session, self._explain = session, explain
        self._actions: Sequence[Action] = ()
        self._lines: Sequence[BudgetLine] = ()
        self.bars = Bars(("investissement", "fonctionnement"))
        self.years = FigureTable("Budget par année", ("Année", *_COLUMNS))
        self.by_action = FigureTable(
            "Coût et bénéfice par action", ("Action", "Coût", "Économies", "Aides acquises", "Reste à payer")
        )
        self.empty = text.muted(
            "Aucune somme pour l’instant. Ouvrez une action, puis «\u00a0Moyens et argent\u00a0»\u00a0: une "
            "dépense, une économie, une aide, année par année. Zéro se dit aussi."
        )
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        self._lay_out()

    def _lay_out(self) -> None:
        self._years_card = Card("Année par année")
        for part in (self.empty, self.bars, self.years):
            self._years_card.add(part)
        self._years_card.add(
            text.muted(
                "Euros hors taxes. Reste à payer = dépenses − économies − aides acquises. Sous zéro, le plan "
                "rapporte. Les aides espérées n’en sont pas déduites."
            )
        )
        self._actions_card = Card("Ce que chaque action coûte et rapporte")
        self._actions_card.add(self.by_action)
        self.effects_button = button("Comparer à l’effet sur l’empreinte", kind="link", on_click=self._go)
        self._actions_card.add(row(self.effects_button))
        self._unknown_card = Card("Ce qui n’est pas chiffré")
        self._unknown_card.add_layout(self._told)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 12, 0)
        cards.setSpacing(12)
        for card in (self._years_card, self._actions_card, self._unknown_card):
            cards.addWidget(card)
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

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show the money of these actions."""
        self._actions = actions
        ids = {action.id for action in actions}
        self._lines = [line for line in self._session.document.all(BudgetLine) if line.action_id in ids]
        found = budget(actions, self._lines)
        self.empty.setVisible(not found.years)
        for part in (self.bars, self.years, self._actions_card):
            part.setVisible(bool(found.years))
        self._show_years(found)
        self._show_actions(found)
        self._tell_unknown(found)

    def _go(self) -> None:
        if page := page_of(self):
            page.go("scenarios")

    def _show_years(self, found: Budget) -> None:
        bars = [
            Bar(str(each.year), (each.money.investment, each.money.operating), euros(each.money.cost))
            for each in found.years
        ]
        self.bars.show_bars("Dépenses par année", bars)
        lines = [
            TableLine(
                (str(each.year), *_sums(each.money)), partial(self._explain_year, each.year, each.money)
            )
            for each in found.years
        ]
        if len(lines) > 1:
            explain = partial(self._explain_all, found.total)
            lines.append(TableLine(("Ensemble", *_sums(found.total)), explain))
        self.years.show_lines(lines)

    def _show_actions(self, found: Budget) -> None:
        by_id = {action.id: action for action in self._actions}
        costly = sorted(found.actions, key=lambda each: -each.money.net)
        self.by_action.show_lines(
            [
                TableLine(
                    (
                        by_id[each.action_id].title or UNNAMED,
                        euros(each.money.cost),
                        euros(each.money.savings),
                        euros(each.money.secured),
                        euros(each.money.net),
                    ),
                    partial(self._explain_action, by_id[each.action_id], each.money),
                )
                for each in costly
            ]
        )

    def _explain_year(self, year: int, money: Money) -> None:
        self._explain(explained.money_of_year(year, money, self._actions, self._lines))

    def _explain_all(self, money: Money) -> None:
        self._explain(explained.money_of_plan(money, self._actions, self._lines))

    def _explain_action(self, action: Action, money: Money) -> None:
        self._explain(explained.money_of_action(action, money, self._lines))

    def _tell_unknown(self, found: Budget) -> None:
        """Say which actions have no sum, and how many sums have no amount."""
        clear(self._told)
        self._unknown_card.setVisible(bool(found.without or found.total.missing))
        if found.total.missing:
            self._told.addWidget(text.body(f"{count(found.total.missing, 'somme')} sans montant."))
        if not found.without:
            return
        self._told.addWidget(text.strong(f"{count(len(found.without), 'action')} sans aucune somme"))
        titles = {action.id: action.title or UNNAMED for action in self._actions}
        for key in found.without[:_MOST_TOLD]:
            words = titles[key].replace("&", "&&")
            self._told.addWidget(row(button(words, kind="link", on_click=partial(self.opened.emit, key))))
        if len(found.without) > _MOST_TOLD:
            self._told.addWidget(text.muted(f"et {count(len(found.without) - _MOST_TOLD, 'autre')}."))


def _sums(money: Money) -> tuple[str, ...]:
    sums = (money.investment, money.operating, money.savings, money.secured, money.net, money.hoped)
    return tuple(map(euros, sums))
