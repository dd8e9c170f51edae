"""The same in euros: what was budgeted, the purchases and the electricity that actions spare."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from nrdesk.core.errors import UserError
from nrdesk.core.fields.field import amount
from nrdesk.core.footprint import Explanation
from nrdesk.core.formatting import trimmed
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import ActionEffect, Effects
from nrdesk.core.plan.effects_explained import explain_action
from nrdesk.core.plan.money import USUAL_PRICE_OF_KWH, price_of_kwh, price_text, set_price_of_kwh
from nrdesk.core.written.values import Unreadable
from nrdesk.ui import theme
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.form import Form

_PRICE = amount("price", "Prix d’un kWh, hors taxes", unit="€")
_HEADERS = ("Action", "Coût", "Achats", "Électricité")
_MOST = 12
_WIDTH = 140
"""Of the price, in pixels for normal text."""
_HELP = (
    "Celui de vos factures, tout compris divisé par les kWh. "
    f"Vide\u00a0: {price_text(USUAL_PRICE_OF_KWH)}, une hypothèse de nrdesk."
)


class MoneyCard(Card):
    """Costs, purchases and electricity, action by action."""

    def __init__(self, session: Session, explain: Callable[[Explanation], object]) -> None:
        """Make an empty card; `explain` shows an explanation."""
        super().__init__("En euros")
        self._session, self._explain = session, explain
        self._about = text.muted("", terms=True)
        self.table = FigureTable("Effet en euros de chaque action", _HEADERS, most=_MOST)
        self.price = QLineEdit()
        self.price.editingFinished.connect(self._take_price)
        form = Form()
        self.price.setMaximumWidth(theme.px(_WIDTH))
        self._row = form.add_row(_PRICE.label, self.price, help=_HELP, unit=_PRICE.unit)
        for widget in (self._about, self.table, form):
            self.add(widget)

    def show_effects(self, found: Effects) -> None:
        """Show the euros of a choice of actions."""
        lines = [
            TableLine(
                (
                    each.title,
                    words.whole_euros(each.money.costs),
                    words.money(each.money.purchases),
                    words.money(each.money.electricity),
                ),
                partial(self._explain_action, found, each),
            )
            for each in found.actions
            if each.money.costs or words.money(each.money.purchases) or words.money(each.money.electricity)
        ]
        self.table.setVisible(bool(lines))
        self.table.show_lines(lines)
        price = price_of_kwh(self._session.document)
        what = (
            f"Les achats sont ceux d’ici {found.last_year}, l’électricité celle d’une année. "
            "Le coût est celui du budget, toutes années."
        )
        self._about.setText(" ".join((what, *words.money_hypotheses(found, price))))
        own = price != USUAL_PRICE_OF_KWH
        if not (self.price.hasFocus() or self._row.problem):
            self.price.setText(trimmed(price, 4) if own else "")
        self.price.setReadOnly(self._session.document.read_only)

    def _explain_action(self, found: Effects, effect: ActionEffect) -> None:
        self._explain(explain_action(found, effect))

    def _take_price(self) -> None:
        """Keep the price that was typed."""
        try:
            value = _PRICE.read(self.price.text())
            price = float(value) if isinstance(value, int | float) else None
            set_price_of_kwh(self._session.document, price)
        except (Unreadable, UserError) as error:
            self._row.set_problem(f"{error.reason if isinstance(error, Unreadable) else error.what}")
            return
        self._row.set_problem("")
