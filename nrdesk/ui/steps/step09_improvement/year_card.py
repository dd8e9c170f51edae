"""The year that ends: the pages that lead to its bilan."""

from __future__ import annotations

from functools import partial

from nrdesk.core import dates
from nrdesk.core.model import AnnualReview
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow

_PAGES = (
    (
        "annual",
        "annual_review",
        "Préparer le bilan de l’année",
        "Inventaire, relevés, actions, conformité, commentaires\u00a0: un écran après l’autre.",
        "calendar-clock",
    ),
    (
        "years",
        "campaign",
        "Campagnes et comparaisons",
        "Reprendre l’inventaire de l’an dernier, comparer les deux années.",
        "history",
    ),
    (
        "purchases",
        "purchases",
        "Achats et réemploi",
        "La déclaration de l’article\u00a058 de la loi AGEC, le réemploi des appareils sortis.",
        "scale",
    ),
)
"""Key of a page, name that leads to its row, title, what for, icon."""


class YearCard(Card):
    """Where the year stands, and three ways to go on."""

    def __init__(self, session: Session) -> None:
        super().__init__("L’année qui s’achève")
        self._session = session
        self.sentence = text.body("", terms=True)
        self.add(self.sentence)
        self._rows = {}
        for page, name, title, detail, icon in _PAGES:
            self._rows[name] = LinkRow(title, detail, icon, partial(self._go, page))
            self.add(self._rows[name])

    def refresh(self) -> None:
        """Show what the document holds."""
        campaign = self._session.campaign
        as_of = dates.partial_in_letters(campaign.as_of)
        closed = [
            each.closed_on
            for each in self._session.document.all(AnnualReview, campaign_id=campaign.id)
            if each.closed_on
        ]
        words = f"Campagne {campaign.year}, inventaire arrêté au {as_of}."
        if closed:
            words = f"{words} Son bilan est clos depuis le {dates.partial_in_letters(closed[0])}."
        self.sentence.setText(words)

    def focus_field(self, name: str) -> bool:
        """Lead to the row of a page; return whether the name is known here."""
        if row := self._rows.get(name):
            reveal(row)
        return name in self._rows

    def _go(self, page: str) -> None:
        if shown := page_of(self):
            shown.go(page)
