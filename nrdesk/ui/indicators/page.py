"""The page « Indicateurs »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class IndicatorsPage(Page):
    """Indicateurs."""

    def __init__(self, session: Session) -> None:
        super().__init__("Indicateurs", "Ce que vous mesurez, où vous en êtes, où vous allez.")
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
