"""The page « Renouvellement du parc »: what comes to its term, to check, repair and keep before buying."""

from __future__ import annotations

from functools import partial

from nrdesk.core.inventory.renewal import renewal_of
from nrdesk.ui.renewal.ages_card import AgesCard
from nrdesk.ui.renewal.due_card import DueCard
from nrdesk.ui.renewal.systems_card import SystemsCard
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.rows import LinkRow

_NOTHING = "Les âges et les échéances se lisent dans l’inventaire\u00a0: l’année d’achat suffit."


class RenewalPage(Page):
    """The ages of the park, what is due within three years, systems at the end of their support."""

    def __init__(self, session: Session) -> None:
        super().__init__("Renouvellement du parc")
        self._session = session
        self._empty = Card("Rien à renouveler")
        self._empty.add(text.body(_NOTHING))
        self._empty.add(
            LinkRow(
                "Commencer l’inventaire",
                "Importer un fichier ou ajouter une ligne",
                "upload",
                partial(self.go, "inventory"),
            )
        )
        self.systems = SystemsCard(self.go)
        self.due = DueCard(self.go)
        self.ages = AgesCard(self.go)
        self._cards = (self.systems, self.due, self.ages)
        for card in (self._empty, *self._cards):
            self.add(card)

    def refresh(self) -> None:
        assessment = self._session.assessment()
        renewal = renewal_of(assessment.result.lines, assessment.campaign.as_of)
        self._empty.setVisible(not renewal.quantity)
        self.set_subtitle(renewal.sentence)
        for card in self._cards:
            card.setVisible(bool(renewal.quantity))
            card.show_renewal(renewal)
