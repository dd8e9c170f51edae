"""The seven trades that a team covers, and who covers each: a person of the team, or the EPCI."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from nrdesk.core import steps
from nrdesk.core.errors import UserError
from nrdesk.core.model import Person, Trade, TradeCoverage
from nrdesk.core.team.coverage import CoveredTrade, covered_trades
from nrdesk.ui import errors
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.reveal import reveal

PLACE = "trades"
"""Name under which the checklist leads here."""
_NOBODY = ""


class TradesCard(Card):
    """One row per trade."""

    def __init__(self, session: Session) -> None:
        self._state = Pill("", "quiet")
        super().__init__("Les sept métiers utiles", self._state)
        self._session = session
        self.add(text.muted("Une personne peut en couvrir plusieurs, et l’intercommunalité en assurer."))
        self._rows = {trade: _Row(session, trade) for trade in Trade}
        for made in self._rows.values():
            self.add(made)

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        people = document.all(Person)
        covered = covered_trades(people, document.all(TradeCoverage))
        for each in covered:
            self._rows[each.trade].show_trade(each, people)
        done = sum(each.covered for each in covered)
        self._state.show_state(f"{done} sur {len(covered)}", "ok" if done == len(covered) else "quiet")
        self.setHidden(not done and steps.flash(document))

    def focus_field(self, name: str) -> bool:
        """Lead to the first trade that nobody covers; return whether the name is that of this card."""
        if name == PLACE:
            uncovered = [made for made in self._rows.values() if not made.covered]
            reveal((uncovered or list(self._rows.values()))[0].who)
        return name == PLACE


class _Row(Beside):
    """A trade, who covers it, and whether the EPCI does."""

    def __init__(self, session: Session, trade: Trade) -> None:
        self.who = ChoiceEditor()
        self.by_epci = QCheckBox("assuré par l’EPCI")
        name = trade.label[0].upper() + trade.label[1:]
        label = text.strong(name)
        label.setBuddy(self.who)
        super().__init__((label, 4), (self.who, 5), (self.by_epci, 4), room=480, gap=12)
        self._session, self._trade = session, trade
        self.covered = False
        self.who.setAccessibleName(f"{name}\u00a0: qui s’en charge")
        self.by_epci.setAccessibleName(f"{name}\u00a0: assuré par l’EPCI")
        self.by_epci.setVisible(not session.document.authority.kind.is_epci)
        for widget in (self.who, self.by_epci):
            widget.setEnabled(not session.document.read_only)
        self.who.left.connect(lambda: self._save(person_id=self.who.typed() or None))
        self.by_epci.clicked.connect(lambda ticked: self._save(by_epci=ticked))

    def show_trade(self, covered: CoveredTrade, people: list[Person]) -> None:
        self.covered = covered.covered
        if not self.who.hasFocus() or self.who.typed() == self._known(covered):
            names = {person.id: person.name or "(sans nom)" for person in people}
            self.who.set_choices({_NOBODY: "Personne pour l’instant", **names})
            self.who.show_text(self._known(covered))
        self.by_epci.setChecked(covered.by_epci)

    @staticmethod
    def _known(covered: CoveredTrade) -> str:
        return covered.person.id if covered.person else _NOBODY

    def _save(self, **changes: object) -> None:
        document = self._session.document
        found = document.all(TradeCoverage, trade=self._trade)
        kept = found[0] if found else TradeCoverage(trade=self._trade)
        if all(getattr(kept, name) == value for name, value in changes.items()):
            return
        try:
            with self._session.act(f"Modifier «\u00a0{self._trade.label}\u00a0»") as tx:
                if not found:
                    tx.add(kept)
                tx.update(TradeCoverage, kept.id, **changes)
        except UserError as error:
            errors.show_error(self, error)
