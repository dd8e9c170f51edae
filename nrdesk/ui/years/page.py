"""The page « Campagnes et comparaisons »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class YearsPage(Page):
    """Campagnes et comparaisons."""

    def __init__(self, session: Session) -> None:
        super().__init__("Campagnes et comparaisons")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
