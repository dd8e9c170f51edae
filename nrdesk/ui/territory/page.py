"""The page « Territoire »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class TerritoryPage(Page):
    """Territoire."""

    def __init__(self, session: Session) -> None:
        super().__init__("Territoire")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
