"""The documents page: every document, by step, and the whole to hand over."""

from __future__ import annotations

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.steps import GUIDES, STEPS, Deliverable
from nrdesk.ui.documents.document_row import DocumentRow
from nrdesk.ui.documents.handover_card import HandOverCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill


class DocumentsPage(Page):
    """Every document of the method."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Documents", "Ce que nrdesk écrit à partir de vos données, prêt à présenter ou à voter."
        )
        self._session = session
        self._year = text.body("")
        self.add(self._year)
        groups = {**_by_step(), "Se servir de nrdesk et former": GUIDES}
        total = sum(map(len, groups.values()))
        self.add_badge(Pill(f"{count(total, 'document')} à exporter", "ok"))
        self.add(HandOverCard(session))
        for title, deliverables in groups.items():
            card = Card(title)
            for deliverable in deliverables:
                card.add(DocumentRow(session, deliverable))
            self.add(card)

    def refresh(self) -> None:
        """Say which year the documents tell, when an earlier one is on screen."""
        shown, latest = self._session.campaign, self._session.document.campaign
        self._year.setText(
            f"Vous regardez {shown.year}{NBSP}: l’état des lieux, l’inventaire, le questionnaire et "
            f"le bilan seront ceux de {shown.year}. Les autres documents suivent la campagne {latest.year}."
        )
        self._year.setVisible(shown.id != latest.id)


def _by_step() -> dict[str, list[Deliverable]]:
    """Return the documents by title of step; one that several steps work on is that of the last one."""
    owners = {each.key: (step, each) for step in STEPS for each in step.deliverables}
    found: dict[str, list[Deliverable]] = {}
    for step, deliverable in sorted(owners.values(), key=lambda owned: owned[0].number):
        found.setdefault(f"{step.number}. {step.title}", []).append(deliverable)
    return found
