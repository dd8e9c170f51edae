"""The page « Questionnaire de maturité »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class MaturityPage(Page):
    """Questionnaire de maturité."""

    def __init__(self, session: Session) -> None:
        super().__init__("Questionnaire de maturité")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
