"""The campaigns of the collectivité, and what changed from one to the next."""

from __future__ import annotations

from nrdesk.ui.session import Session
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.years.campaigns_card import CampaignsCard
from nrdesk.ui.years.comparison_card import ComparisonCard


class YearsPage(ExplainedPage):
    """Opens, freezes and compares the campaigns."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Campagnes et comparaisons", "Un état des lieux par an, et ce qui change de l’un à l’autre."
        )
        self.comparison = ComparisonCard(session, self.explain)
        self.campaigns = CampaignsCard(session)
        self.add(self.comparison)
        self.add(self.campaigns)
        self.add_stretch()

    def refresh(self) -> None:
        self.comparison.refresh()
        self.campaigns.refresh()

    def reveal(self, field: str) -> None:
        """Lead to the form that opens a campaign ("open")."""
        self.campaigns.focus_field(field)
