"""The page « Renouvellement du parc »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class RenewalPage(Page):
    """Renouvellement du parc."""

    def __init__(self, session: Session) -> None:
        super().__init__("Renouvellement du parc")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
