"""Having the plan agreed: with the services first, then with those who decide."""

from __future__ import annotations

from functools import partial

from nrdesk.core.model import Action
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow


class ValidationCard(Card):
    """Two ways to say that the plan was seen and agreed."""

    def __init__(self, session: Session) -> None:
        super().__init__("Faire valider le plan")
        self._session = session
        self.add(
            text.muted(
                "Allez voir chaque service\u00a0: dites ce que le plan attend de lui, et ce qu’il y gagne. "
                "Puis notez la réunion où le plan a été validé."
            )
        )
        self.review = LinkRow(
            "Noter la revue du plan",
            "Étape 9\u00a0: le comité, sa date, ce qu’il a décidé.",
            "users",
            partial(self._go, "step9", "reviews"),
        )
        self.vote = LinkRow(
            "Le joindre à la délibération",
            "Étape 7\u00a0: si l’assemblée vote aussi le plan.",
            "gavel",
            partial(self._go, "step7", ""),
        )
        self.add(self.review)
        self.add(self.vote)

    def refresh(self) -> None:
        """Show the card once there is a plan to be agreed."""
        self.setHidden(not self._session.document.count(Action))

    def focus_field(self, name: str) -> bool:
        """Lead to the review; return whether the name is that of this card."""
        if name != "validation":
            return False
        self.show()
        reveal(self.review)
        return True

    def _go(self, page: str, field: str) -> None:
        if shown := page_of(self):
            shown.go(page, field)
