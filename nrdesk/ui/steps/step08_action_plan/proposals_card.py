"""The first actions that the catalogue proposes, each with its reasons, to be taken in one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.model import Action
from nrdesk.core.plan.proposals import Proposal, proposals
from nrdesk.ui.planning.proposals import take
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of

_SHOWN = 3
"""Proposals shown at a time: the others come as these are taken."""
_ENOUGH = 10
"""Actions from which a plan is large enough for its proposals to be folded."""


class ProposalsCard(Card):
    """What the obligations, the questionnaire and the inventory call for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told: list[tuple[str, tuple[str, ...]]] | None = None
        self._first: QWidget | None = None
        self.fold = Fold("Actions proposées", opened=session.document.count(Action) < _ENOUGH, role="heading")
        self.fold.add_summary(
            text.muted(
                "D’après vos obligations, vos réponses au questionnaire et votre empreinte.", terms=True
            )
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.fold.body.addLayout(self._lines)
        self.all_button = button("Voir tout le catalogue", "list-checks", on_click=self._open)
        self.fold.add(flow(self.all_button))
        self.add(self.fold)
        self.fold.header.toggled.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Show what the document holds; nothing is worked out while the card is folded."""
        if not self.fold.header.isChecked():
            return
        found = proposals(self._session.document, self._session.assessment())
        self.setHidden(not found)
        told = [(each.action.id, each.reasons) for each in found[:_SHOWN]]
        if told == self._told:
            return
        self._told, self._first = told, None
        clear(self._lines)
        for proposal in found[:_SHOWN]:
            panel = self._panel(proposal)
            self._lines.addWidget(panel)
            # At once: the layout would wait, and the focus goes to nothing hidden.
            panel.show()

    def focus_field(self, name: str) -> bool:
        """Return False: no item of the checklist asks for the proposals."""
        return False

    def _panel(self, proposal: Proposal) -> QWidget:
        title = proposal.action.title
        made = button("Ajouter au plan", "plus", on_click=partial(self._take, proposal))
        made.setAccessibleName(f"Ajouter au plan\u00a0: {title}")
        made.setAccessibleDescription(" ".join(proposal.reasons))
        made.setEnabled(not self._session.document.read_only)
        self._first = self._first or made
        panel = Panel(text.strong(title, terms=True))
        for reason in proposal.reasons:
            panel.add(text.muted(reason, terms=True))
        panel.add(flow(made))
        return panel

    def _take(self, proposal: Proposal) -> None:
        if take(self, self._session, proposal, None):
            self.refresh()
            (self._first or self.all_button).setFocus()

    def _open(self) -> None:
        if page := page_of(self):
            page.go("plan", "proposals")
