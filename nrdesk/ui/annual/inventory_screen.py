"""First screen: the inventory of the year, and what changed in it since the year before."""

from __future__ import annotations

from nrdesk.core import dates
from nrdesk.core.assessment.years import previous
from nrdesk.core.fields.campaign import AS_OF
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Campaign, Equipment
from nrdesk.core.monitoring.cycle import Cycle
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records import RecordForm
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.rows import LinkRow


class InventoryScreen(Screen):
    """Where the inventory of the year stands."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "inventory",
            "L’inventaire de l’année",
            "Ce qui est entré, ce qui est sorti, ce qui a été réparé. Une heure suffit si l’inventaire de "
            "l’an dernier a été repris.",
        )
        self.facts = text.body("")
        self.form = RecordForm(session, Campaign, (AS_OF,), flash=False, columns=1)
        self.add(self.facts)
        self.add(self.form)
        self.add(
            LinkRow(
                "Ouvrir l’inventaire",
                "Ajouter les achats de l’année, dater les sorties et dire où elles sont allées",
                "monitor",
                self.leads("inventory"),
            )
        )
        self.add(
            LinkRow(
                "Ouvrir la campagne d’une autre année",
                "L’inventaire de l’an dernier est recopié\u00a0: il ne reste qu’à noter ce qui a changé",
                "calendar-clock",
                self.leads("years", "open"),
            )
        )

    def fill(self, cycle: Cycle) -> None:
        document, campaign = self.session.document, cycle.campaign
        lines = count(
            document.count(Equipment, campaign_id=campaign.id), "ligne d’inventaire", "lignes d’inventaire"
        )
        as_of = dates.partial_in_letters(campaign.as_of)
        told = f"Campagne {campaign.year}{NBSP}: {lines}, arrêté au {as_of}."
        if earlier := previous(document, campaign):
            before = document.count(Equipment, campaign_id=earlier.id)
            told = f"{told} Celle de {earlier.year} en comptait {before}."
        self.facts.setText(told)
        self.form.show_record(campaign.id)
        self.form.setEnabled(not campaign.frozen and not document.read_only)

    def save(self) -> None:
        self.form.save()
