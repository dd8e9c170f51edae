"""The page « Achats et réemploi »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class PurchasesPage(Page):
    """Achats et réemploi."""

    def __init__(self, session: Session) -> None:
        super().__init__("Achats et réemploi", "Ce que demandent les lois AGEC et REEN, en chiffres.")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
