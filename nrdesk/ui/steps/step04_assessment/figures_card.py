"""The park in one sentence, and the pages that hold its data and its figures."""

from __future__ import annotations

from functools import partial

from nrdesk.core import steps
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow

_PAGES = (
    (
        "inventory",
        "Inventaire",
        "Vos appareils, ligne par ligne\u00a0: saisir, importer, corriger.",
        "monitor",
    ),
    ("footprint", "Empreinte", "Ce que pèse votre parc, d’où viennent les chiffres, ce qui manque.", "leaf"),
    (
        "renewal",
        "Renouvellement du parc",
        "L’âge des appareils, ceux qui n’auront plus de mises à jour, ce qui arrive à échéance.",
        "calendar-clock",
    ),
    (
        "services",
        "Services numériques",
        "Hébergement, messageries, sites, impressions\u00a0: ce qui pèse hors de vos murs.",
        "network",
    ),
    ("territory", "Territoire", "Ce que pèse le numérique des habitants et des entreprises.", "landmark"),
    (
        "years",
        "Campagnes et comparaisons",
        "Ouvrir une nouvelle année, figer celle qui est finie, expliquer l’écart.",
        "history",
    ),
)
"""Key of a page, title, what for, icon."""
_ESSENTIAL = ("inventory", "footprint")
"""What the flash path keeps; the other pages stay in the navigation's search."""


class FiguresCard(Card):
    """Where the figures are, and the one to remember."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le parc en chiffres")
        self._session = session
        self._sentence = text.strong("", terms=True)
        self._more = text.muted("", terms=True)
        self.add(self._sentence)
        self.add(self._more)
        self._rows = {
            page: LinkRow(title, what, icon, partial(self._go, page)) for page, title, what, icon in _PAGES
        }
        for row in self._rows.values():
            self.add(row)

    def refresh(self) -> None:
        """Show what the document holds."""
        first, *others = self._session.assessment().sentences
        self._sentence.setText(first)
        self._more.setText(" ".join(others))
        self._more.setVisible(bool(others))
        short = steps.flash(self._session.document)
        for page, row in self._rows.items():
            row.setHidden(short and page not in _ESSENTIAL)

    def focus_field(self, name: str) -> bool:
        """Lead to the first page; return whether the name is that of this card."""
        if name == "figures":
            reveal(self._rows["inventory"])
        return name == "figures"

    def _go(self, page: str) -> None:
        if shown := page_of(self):
            shown.go(page)
