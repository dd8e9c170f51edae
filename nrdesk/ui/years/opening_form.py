"""Opening the campaign of another year from the latest one."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nrdesk.core import campaigns
from nrdesk.core.dates import short
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.campaign import AS_OF
from nrdesk.core.formatting import NBSP
from nrdesk.ui.errors import show_error
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import row

EARLIEST, LATEST = 2000, 2100
"""Years that a campaign may have."""


class OpeningForm(QWidget):
    """A year and a date, folded until they are wanted."""

    opened = Signal(object)
    """The `Campaign` that was opened."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.fold = Fold("Ouvrir une nouvelle campagne", opened=False)
        self._what = text.body("")
        self.year_field, self.date_field = QLineEdit(), QLineEdit()
        form = Form(columns=2)
        self._year_row = form.add_row("Année", self.year_field)
        self._date_row = form.add_row(
            "Inventaire arrêté au", self.date_field, help="Vous pourrez corriger cette date."
        )
        self.open_button = button("Ouvrir la campagne", "plus", "primary", self.open_campaign)
        for widget in (self._what, form, row(self.open_button)):
            self.fold.add(widget)
        self.year_field.textEdited.connect(self._propose_date)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def refresh(self) -> None:
        """Propose the year that follows the latest campaign."""
        latest = self._session.document.campaign
        self._what.setText(
            f"L’inventaire et les services de {latest.year} sont recopiés, sans les appareils sortis du "
            f"parc. Il ne reste qu’à noter ce qui a changé. La campagne {latest.year} ne bouge pas."
        )
        self.year_field.setText(str(latest.year + 1))
        self._propose_date()
        self.fold.setVisible(not self._session.document.read_only)

    def focus_first(self) -> bool:
        """Unfold and give the focus to the year."""
        if self._session.document.read_only:
            return False
        self.fold.header.setChecked(True)
        self.year_field.setFocus()
        self.year_field.selectAll()
        return True

    def open_campaign(self) -> None:
        """Open the campaign that the fields describe; what cannot be read is said beside its field."""
        year, as_of = self._read_year(), self._read_date()
        if year is None or as_of is None:
            return
        latest = self._session.document.campaign
        try:
            campaign = campaigns.copy_campaign(self._session.document, latest, year, as_of)
        except UserError as error:
            show_error(self, error)
        else:
            self.fold.header.setChecked(False)
            self.opened.emit(campaign)

    def _read_year(self) -> int | None:
        typed = self.year_field.text().strip()
        year = int(typed) if typed.isascii() and typed.isdigit() else 0
        known = EARLIEST <= year <= LATEST
        problem = (
            "" if known else f"Écrivez une année, par exemple {self._session.document.campaign.year + 1}"
        )
        if any(campaign.year == year for campaign in self._session.document.campaigns()):
            problem = f"La campagne {year} existe déjà{NBSP}: choisissez une autre année"
        self._year_row.set_problem(problem)
        return None if problem else year

    def _read_date(self) -> str | None:
        try:
            value = AS_OF.read(self.date_field.text())
        except Unreadable as unreadable:
            self._date_row.set_problem(unreadable.reason)
            return None
        self._date_row.set_problem("")
        return str(value)

    def _propose_date(self) -> None:
        typed = self.year_field.text().strip()
        if typed.isascii() and typed.isdigit() and EARLIEST <= int(typed) <= LATEST:
            self.date_field.setText(short(_usual_date(int(typed))))


def _usual_date(year: int) -> str:
    """Return today for the year under way, the last day of any other."""
    today = dt.date.today()
    return (today if today.year == year else dt.date(year, 12, 31)).isoformat()
