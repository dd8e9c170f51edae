"""The page « Préparer le bilan de l’année »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class AnnualPage(Page):
    """Préparer le bilan de l’année."""

    def __init__(self, session: Session) -> None:
        super().__init__("Préparer le bilan de l’année", "Six écrans, dans l’ordre, jusqu’au bilan figé.")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
