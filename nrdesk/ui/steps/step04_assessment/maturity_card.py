"""Where the maturity questionnaire stands: the way to its page, how far it is, its score."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import steps
from nrdesk.core.formatting import count
from nrdesk.core.maturity import of_campaign
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow


class MaturityCard(Card):
    """One line that leads to the questionnaire."""

    def __init__(self, session: Session) -> None:
        super().__init__("Où en sommes-nous\u00a0?")
        self._session = session
        self.add(
            text.muted(
                "Des questions à choix, thème par thème\u00a0: l’acquis, et ce qu’il y a à gagner d’abord."
            )
        )
        self._place = QVBoxLayout()
        self.add_layout(self._place)
        self._told = ""

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        found = of_campaign(document, self._session.campaign, flash=steps.flash(document))
        score = f" Maturité\u00a0: {found.text}." if found.score is not None else ""
        told = f"{found.settled} sur {count(found.questions, 'question')}.{score}"
        # Made again only when it changes: it may have the focus.
        if told != self._told:
            self._told = told
            clear(self._place)
            self._place.addWidget(LinkRow("Questionnaire de maturité", told, "clipboard-list", self._open))

    def focus_field(self, name: str) -> bool:
        """Lead to the link; return whether the name is that of this card."""
        if name == "maturity" and (link := self.findChild(LinkRow)):
            reveal(link)
        return name == "maturity"

    def _open(self) -> None:
        if page := page_of(self):
            page.go("maturity")
