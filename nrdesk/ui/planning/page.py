"""The page « Plan d’action »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class PlanPage(Page):
    """Plan d’action."""

    def __init__(self, session: Session) -> None:
        super().__init__("Plan d’action", "Les mêmes actions en tableau, en colonnes et sur un calendrier.")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
