"""The campaigns of the collectivité: which is shown, opening one, freezing one, taking one away."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nrdesk.core import campaigns, dates
from nrdesk.core.errors import UserError
from nrdesk.core.fields.campaign import CAMPAIGN
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Campaign, Equipment
from nrdesk.ui.errors import show_error
from nrdesk.ui.records import RecordForm
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.messages import ask, say
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.years.opening_form import OpeningForm


class CampaignsCard(Card):
    """One panel per campaign, the latest first, and the form of the one that is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__("Les campagnes")
        self._session = session
        self.add(
            text.muted(
                "Une campagne est l’état des lieux d’une année. On en ouvre une par an à partir de la "
                "précédente, puis on fige la précédente pour que ses chiffres ne bougent plus."
            )
        )
        self._panels = QVBoxLayout()
        self._panels.setSpacing(10)
        self.add_layout(self._panels)
        self.opening = OpeningForm(session)
        self.opening.opened.connect(self._tell_opened)
        self.add(self.opening)
        self.form = RecordForm(session, Campaign, CAMPAIGN, flash=False)
        self._about = text.strong("")
        self.add(self._about)
        self.add(self.form)

    def refresh(self) -> None:
        """Show what the document holds."""
        shown = self._session.campaign
        clear(self._panels)
        for campaign in reversed(self._session.document.campaigns()):
            self._panels.addWidget(self._panel(campaign))
        self.opening.refresh()
        self._about.setText(f"La campagne {shown.year}")
        self.form.show_record(shown.id)
        self.form.setEnabled(not shown.frozen and not self._session.document.read_only)

    def focus_field(self, name: str) -> bool:
        """Lead to the form that opens a campaign."""
        return self.opening.focus_first() if name == "open" else False

    def _panel(self, campaign: Campaign) -> QWidget:
        document = self._session.document
        shown = campaign.id == self._session.campaign.id
        title = text.strong(str(campaign.year), wrap=False)
        pills = [Pill("affichée", "accent")] if shown else []
        pills.append(Pill("figée", "quiet") if campaign.frozen else Pill("ouverte", "ok"))
        lines = count(
            document.count(Equipment, campaign_id=campaign.id), "ligne d’inventaire", "lignes d’inventaire"
        )
        as_of = dates.partial_in_letters(campaign.as_of)
        panel = Panel(row(title, *pills, 1), text.muted(f"Inventaire arrêté au {as_of} · {lines}"))
        panel.add(flow(*self._buttons(campaign, shown=shown)))
        return panel

    def _buttons(self, campaign: Campaign, *, shown: bool) -> list[QWidget]:
        buttons = []
        if not shown:
            show = partial(self._session.show_campaign, campaign)
            buttons.append(_named(button("Afficher", on_click=show), campaign))
        if self._session.document.read_only:
            return [*buttons]
        if campaign.frozen:
            thaw = button("Défiger…", "refresh-cw", on_click=partial(self._thaw, campaign))
            buttons.append(_named(thaw, campaign))
        else:
            freeze = button("Figer…", "lock", on_click=partial(self._freeze, campaign))
            buttons.append(_named(freeze, campaign))
            if len(self._session.document.campaigns()) > 1:
                remove = button("Supprimer…", "trash-2", on_click=partial(self._remove, campaign))
                buttons.append(_named(remove, campaign))
        return [*buttons]

    def _freeze(self, campaign: Campaign) -> None:
        if ask(
            self,
            f"Figer la campagne {campaign.year}{NBSP}?",
            yes="Figer",
            details="Son inventaire, ses services et ses facteurs ne changeront plus\u00a0: ses chiffres "
            "seront les mêmes dans dix ans. Vous pourrez la défiger.",
        ):
            campaigns.freeze(self._session.document, campaign)
            say(self, f"Campagne {campaign.year} figée.", "ok", ("Annuler", self._session.undo))

    def _thaw(self, campaign: Campaign) -> None:
        if ask(
            self,
            f"Défiger la campagne {campaign.year}{NBSP}?",
            yes="Défiger",
            details="Elle sera calculée de nouveau avec les facteurs d’aujourd’hui\u00a0: ses chiffres "
            "peuvent ne plus être ceux que vous avez publiés.",
        ):
            campaigns.unfreeze(self._session.document, campaign)
            say(self, f"Campagne {campaign.year} défigée.", "ok", ("Annuler", self._session.undo))

    def _remove(self, campaign: Campaign) -> None:
        if ask(
            self,
            f"Supprimer la campagne {campaign.year}{NBSP}?",
            yes="Supprimer",
            details="Son inventaire, ses services, ses réponses au questionnaire et sa synthèse partent "
            "avec elle.",
        ):
            try:
                campaigns.delete_campaign(self._session.document, campaign)
            except UserError as error:
                show_error(self, error)
            else:
                say(self, f"Campagne {campaign.year} supprimée.", "ok", ("Annuler", self._session.undo))

    def _tell_opened(self, campaign: Campaign) -> None:
        self._session.show_campaign(campaign)
        say(
            self,
            f"Campagne {campaign.year} ouverte\u00a0: mettez à jour ce qui a changé depuis l’an dernier.",
            "ok",
            ("Annuler", self._session.undo),
        )


def _named(made: QPushButton, campaign: Campaign) -> QPushButton:
    """Give a button of a panel the name that tells it from the same one of another panel."""
    made.setAccessibleName(f"{made.text().rstrip('…')} la campagne {campaign.year}")
    return made
