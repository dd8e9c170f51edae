"""The documents page: those that can be exported now, then those to come, by step."""

from __future__ import annotations

from nrdesk.core.formatting import count
from nrdesk.core.steps import GUIDES, STEPS, Deliverable
from nrdesk.ui.documents.document_row import DocumentRow
from nrdesk.ui.documents.exporting import available
from nrdesk.ui.documents.handover_card import HandOverCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill


class DocumentsPage(Page):
    """Every document of the method."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Documents", "Ce que nrdesk écrit à partir de vos données, prêt à présenter ou à voter."
        )
        ready, to_come = _by_step(is_ready=True), _by_step(is_ready=False)
        ready["Se servir de nrdesk et former"] = list(GUIDES)
        total = sum(map(len, ready.values()))
        self.add_badge(Pill(f"{count(total, 'document')} à exporter", "ok"))
        self.add(HandOverCard(session))
        for title, deliverables in ready.items():
            card = Card(title)
            for deliverable in deliverables:
                card.add(DocumentRow(session, deliverable))
            self.add(card)
        if to_come:
            self.add(_later(to_come))


def _later(to_come: dict[str, list[Deliverable]]) -> Card:
    card = Card("À venir")
    card.add(text.muted("Ces documents viendront avec les formulaires de leur étape."))
    for title, deliverables in to_come.items():
        names = " · ".join(each.title for each in deliverables)
        card.add(column(text.strong(title), text.body(names)))
    return card


def _by_step(*, is_ready: bool) -> dict[str, list[Deliverable]]:
    """Return the documents that can be exported today, or the others, by title of step.

    A document that several steps work on is that of the last one.
    """
    owners = {each.key: (step, each) for step in STEPS for each in step.deliverables}
    found: dict[str, list[Deliverable]] = {}
    for step, deliverable in sorted(owners.values(), key=lambda owned: owned[0].number):
        if bool(available(deliverable.key)) is is_ready:
            found.setdefault(f"{step.number}. {step.title}", []).append(deliverable)
    return found
