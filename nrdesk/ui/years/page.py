"""The campaigns of the collectivité, and what changed from one to the next."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.years.campaigns_card import CampaignsCard


class YearsPage(Page):
    """Opens, freezes and compares the campaigns."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Campagnes et comparaisons", "Un état des lieux par an, et ce qui change de l’un à l’autre."
        )
        self._session = session
        self.campaigns = CampaignsCard(session)
        self.add(self.campaigns)

    def refresh(self) -> None:
        self.campaigns.refresh()

    def reveal(self, field: str) -> None:
        """Lead to the form that opens a campaign ("open")."""
        self.campaigns.focus_field(field)
