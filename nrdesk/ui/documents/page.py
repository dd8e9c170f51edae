"""The documents page: those that can be exported now, then those to come, by step."""

from __future__ import annotations

from nrdesk.core.formatting import count
from nrdesk.core.steps import STEPS
from nrdesk.ui.documents.document_row import DocumentRow
from nrdesk.ui.documents.exporting import available
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
        documents = {each.key: (step, each) for step in STEPS for each in step.deliverables}
        ready = [each for _, each in documents.values() if available(each.key)]
        self.add_badge(Pill(f"{count(len(ready), 'document')} à exporter", "ok"))
        card = Card("À exporter maintenant")
        for deliverable in ready:
            card.add(DocumentRow(session, deliverable))
        if not ready:
            card.add(text.body("Aucun document n’est encore disponible."))
        self.add(card)
        to_come = Card("À venir")
        to_come.add(text.muted("Ces documents viendront avec les formulaires de leur étape."))
        for step in STEPS:
            titles = [each.title for owner, each in documents.values() if owner is step and each not in ready]
            if titles:
                to_come.add(
                    column(text.strong(f"{step.number}. {step.title}"), text.body(" · ".join(titles)))
                )
        self.add(to_come)
