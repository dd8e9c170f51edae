"""The page « Services numériques »: what is used beyond appliances, and what it weighs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.footprint.services import ServiceLine, ServicesResult
from nrdesk.core.footprint.services_explained import explain_combined, explain_service, explain_services
from nrdesk.core.model.factors import ServiceKind
from nrdesk.ui.services.cards import CombinedCard, FirstCard, RulesCard, TotalCard
from nrdesk.ui.services.sections import ServicesSection, WebSitesSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.pill import Pill

_SIDE_BY_SIDE = 640
"""Width from which the two totals stand side by side, in pixels for normal text."""
_FROZEN = "Campagne figée\u00a0: ses services et leurs valeurs ne changent plus."


class ServicesPage(ExplainedPage):
    """Services numériques."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "Services numériques",
            "Ce que vous utilisez au-delà de vos appareils\u00a0: messagerie, hébergement, réseaux, "
            "impression, sites web, dépenses.",
        )
        self._session = session
        self._built_for: tuple[str, bool] | None = None
        self.services: ServicesSection
        self.web_sites: WebSitesSection
        self._frozen = Pill("campagne figée", "quiet")
        self._frozen.setToolTip(_FROZEN)
        self.add_badge(self._frozen)
        self.first = FirstCard(self._enter)
        self.total = TotalCard(lambda: self.explain(explain_services(self._result())))
        self.combined = CombinedCard(self._explain_combined)
        self.rules = RulesCard()
        self._totals = Beside((self.total, 1), (self.combined, 1), room=_SIDE_BY_SIDE, gap=16)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(16)
        self.add(self.first)
        self.add(self._totals)
        self.cards.addLayout(self._lists)
        self.add(self.rules)
        self.add_stretch()

    def refresh(self) -> None:
        """Show what the document holds."""
        campaign = self._session.campaign
        result = self._result()
        if self._built_for != (campaign.id, campaign.frozen):
            self._built_for = campaign.id, campaign.frozen
            self._build_lists(result, locked=campaign.frozen)
        self._frozen.setVisible(campaign.frozen)
        self.services.show_result(result)
        self.web_sites.show_result(result)
        self.first.show_result(result, locked=campaign.frozen or self._session.document.read_only)
        self._totals.setVisible(bool(result.lines))
        self.total.show_result(result)
        self.combined.show_combined(combined(self._session.assessment(), result))
        self.rules.show_result(result)

    def reveal(self, field: str) -> None:
        """Lead to the list of services ("services"), to that of web sites ("web_sites")."""
        if not self.services.focus_field(field):
            self.web_sites.focus_field(field)

    def _build_lists(self, result: ServicesResult, *, locked: bool) -> None:
        """Make the lists of the campaign shown; those of a frozen one are only read."""
        if self._lists.count():
            # What is being typed belongs to the campaign that one leaves.
            self.services.form.save()
            self.web_sites.form.save()
        clear(self._lists)
        self.services = ServicesSection(self._session, result.services, self._explain_line, locked=locked)
        self.web_sites = WebSitesSection(self._session, self._explain_line, locked=locked)
        self._lists.addWidget(self.services)
        self._lists.addWidget(self.web_sites)

    def _result(self) -> ServicesResult:
        return services_of(self._session.document, self._session.assessment())

    def _enter(self, kind: ServiceKind) -> None:
        if kind.chosen:
            self.services.add_kind(kind.id)
        else:
            self.web_sites.add_record()

    def _explain_line(self, line: ServiceLine) -> None:
        self.explain(explain_service(line))

    def _explain_combined(self) -> None:
        result = self._result()
        self.explain(explain_combined(combined(self._session.assessment(), result), result))
