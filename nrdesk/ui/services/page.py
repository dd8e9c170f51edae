"""The page « Services numériques »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class ServicesPage(Page):
    """Services numériques."""

    def __init__(self, session: Session) -> None:
        super().__init__("Services numériques")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
