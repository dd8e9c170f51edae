"""What the page says above the grid when the campaign shown is frozen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import FrozenMethod
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.image import Image


class FrozenBanner(Card):
    """« Campagne 2025 figée le 12 janvier 2026 », with the way to the campaigns; hidden otherwise."""

    def __init__(self, session: Session, see_campaigns: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName("Campagne figée")
        self._session = session
        self._sentence = text.body("")
        self.body.setContentsMargins(16, 8, 16, 8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.campaigns_button = button("Voir les campagnes", kind="link", on_click=see_campaigns)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Image("lock", "accent", 18))
        line.addWidget(self._sentence, 1)
        line.addWidget(self.campaigns_button)
        self.add_layout(line)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide the banner."""
        campaign = self._session.campaign
        self.setVisible(campaign.frozen)
        if campaign.frozen:
            frozen = self._session.document.column(FrozenMethod, "frozen_at", campaign_id=campaign.id)
            day = f" le {_day(max(frozen.values()))}" if frozen else ""
            said = f"Campagne {campaign.year} figée{day}{NBSP}: ses chiffres ne bougent plus."
            self._sentence.setText(f"{said} La grille se lit, se trie et se copie.")


def _day(moment: str) -> str:
    """Return the local day of a UTC time, in letters."""
    return dates.in_letters(dt.datetime.fromisoformat(moment).astimezone().date())
