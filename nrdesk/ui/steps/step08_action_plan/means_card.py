"""The time and the money of the plan: who is overloaded in the months to come, what it costs."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.formatting import count
from nrdesk.core.model import Action, BudgetLine, Contribution, Person
from nrdesk.core.plan import explained
from nrdesk.core.plan.explained import euros
from nrdesk.core.planning.budget import budget
from nrdesk.core.planning.workload import Workload, month_of, workload
from nrdesk.core.written.prose import capital
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.remark import RemarkLine
from nrdesk.ui.widgets.reveal import reveal

_MONTHS = 12
_SHOWN = 3


class MeansCard(Card):
    """Two sentences of each, and the views that tell the rest."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le temps et l’argent")
        self._session = session
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._money = text.body("")
        self.explain_button = button("Expliquer ce coût", kind="link", on_click=self._explain)
        self.work_button = button("Voir la charge", "users", on_click=partial(self._go, "workload"))
        self.money_button = button("Voir le budget", "scale", on_click=partial(self._go, "budget"))
        self.add_layout(self._lines)
        self.add(self._money)
        self.add(flow(self.explain_button))
        self.add(flow(self.work_button, self.money_button))

    def refresh(self) -> None:
        """Show what the document holds; without any action there is nothing to say."""
        document = self._session.document
        actions = document.all(Action)
        self.setHidden(not actions)
        first = month_of(dt.date.today())
        asked = workload(
            actions, document.all(Contribution), document.all(Person), range(first, first + _MONTHS)
        )
        self._tell_work(asked)
        found = budget(actions, document.all(BudgetLine))
        self.explain_button.setVisible(bool(found.years))
        if not found.years:
            self._money.setText("Aucune somme n’est notée pour l’instant.")
            return
        first_year, last_year, total = found.years[0].year, found.years[-1].year, found.total
        when = f"En {first_year}" if first_year == last_year else f"De {first_year} à {last_year}"
        self._money.setText(
            f"{when}\u00a0: {euros(total.cost)} de dépenses, {euros(total.savings)} d’économies, "
            f"{euros(total.secured)} d’aides acquises. {_left(total.net)}"
        )

    def focus_field(self, name: str) -> bool:
        """Lead to the view that the checklist asks for."""
        if name not in ("means", "workload"):
            return False
        reveal(self.work_button if name == "workload" else self.money_button)
        return True

    def _tell_work(self, asked: Workload) -> None:
        clear(self._lines)
        for each in asked.overloaded[:_SHOWN]:
            words = f"trop de travail {len(each.overload)}\u00a0mois sur les douze à venir"
            self._lines.addWidget(RemarkLine(False, f"{capital(each.who)}\u00a0: {words}."))
        if asked.rows and not asked.overloaded:
            self._lines.addWidget(RemarkLine(True, "Personne n’est surchargé dans les douze mois à venir."))
        if asked.unestimated:
            words = count(len(asked.unestimated), "action n’a", "actions n’ont")
            self._lines.addWidget(RemarkLine(False, f"{words} pas de temps estimé."))

    def _explain(self) -> None:
        document = self._session.document
        actions, lines = document.all(Action), document.all(BudgetLine)
        explain_over(self, explained.money_of_plan(budget(actions, lines).total, actions, lines))

    def _go(self, view: str) -> None:
        if page := page_of(self):
            page.go("plan", view)


def _left(net: float) -> str:
    if net < 0:
        return f"Au bout du compte, le plan rapporte {euros(-net)}."
    return f"Reste à payer\u00a0: {euros(net)}."
