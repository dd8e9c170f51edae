"""The year that is shown: the other years, a new one, and the page that compares them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Campaign
from nrdesk.ui import theme
from nrdesk.ui.session import Session

COMPARE, OPEN = "compare", "open"
"""Fields of the page of the campaigns: see `Page.reveal`."""


class CampaignMenu(QPushButton):
    """Says which campaign is shown, and opens the list of the others."""

    asked = Signal(str)
    """The page of the campaigns is wanted, and this field of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "menu")
        self.setAutoDefault(False)
        self.setIconSize(QSize(theme.px(25), theme.px(17)))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def refresh(self) -> None:
        """Show the campaign of the session."""
        campaign = self._session.campaign
        self.setText(_name(campaign))
        self.setIcon(theme.icon("lock" if campaign.frozen else "calendar-clock", "accent", 17))
        self.setAccessibleName(f"Campagne affichée{NBSP}: {_name(campaign)}")
        self.setToolTip("Changer d’année, ouvrir une campagne, comparer")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        years = QActionGroup(menu)
        for campaign in reversed(self._session.document.campaigns()):
            entry = menu.addAction(f"Campagne {_name(campaign)}")
            entry.setCheckable(True)
            entry.setChecked(campaign.id == self._session.campaign.id)
            entry.triggered.connect(lambda _=False, chosen=campaign: self._session.show_campaign(chosen))
            years.addAction(entry)
        menu.addSeparator()
        self._add(f"Ouvrir une nouvelle campagne{NBSP}…", "plus", OPEN).setEnabled(
            not self._session.document.read_only
        )
        self._add("Gérer et comparer les campagnes", "history", COMPARE)

    def _add(self, words: str, icon: str, field: str) -> QAction:
        entry = self.menu().addAction(theme.icon(icon, "accent", 17), words)
        entry.triggered.connect(lambda: self.asked.emit(field))
        return entry


def _name(campaign: Campaign) -> str:
    return f"{campaign.year} (figée)" if campaign.frozen else str(campaign.year)
