"""The page « Effets et scénarios »."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


class ScenariosPage(Page):
    """Effets et scénarios."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Effets et scénarios", "Ce que vos actions changent à l’empreinte, année après année."
        )
        self._session = session

    def refresh(self) -> None:
        """Show what the document holds."""
