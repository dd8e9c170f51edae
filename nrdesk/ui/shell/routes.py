"""The pages of the window: an explicit list, each page imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nrdesk.core.steps import STEPS
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Route:
    """One page that can be asked for."""

    key: str
    """The same as `nrdesk.core.steps.Place.page`."""
    title: str
    make: Callable[[Session], Page]
    icon: str
    number: int = 0
    """Number of the step, 0 for another page."""
    at_bottom: bool = False
    parent: str = ""
    """Key of the page that it hangs from: that one is marked in the navigation, where this one is not."""


def _dashboard(session: Session) -> Page:
    from nrdesk.ui.shell.dashboard import Dashboard

    return Dashboard(session)


def _step(number: int) -> Callable[[Session], Page]:
    def make(session: Session) -> Page:
        from nrdesk.ui.steps.page import StepPage

        return StepPage(session, STEPS[number - 1])

    return make


def _inventory(session: Session) -> Page:
    from nrdesk.ui.inventory.page import InventoryPage

    return InventoryPage(session)


def _footprint(session: Session) -> Page:
    from nrdesk.ui.inventory.footprint_page import FootprintPage

    return FootprintPage(session)


def _obligations(session: Session) -> Page:
    from nrdesk.ui.obligations.page import ObligationsPage

    return ObligationsPage(session)


def _documents(session: Session) -> Page:
    from nrdesk.ui.documents.page import DocumentsPage

    return DocumentsPage(session)


def _authority(session: Session) -> Page:
    from nrdesk.ui.authority.page import AuthorityPage

    return AuthorityPage(session)


def _renewal(session: Session) -> Page:
    from nrdesk.ui.renewal.page import RenewalPage

    return RenewalPage(session)


def _services(session: Session) -> Page:
    from nrdesk.ui.services.page import ServicesPage

    return ServicesPage(session)


def _territory(session: Session) -> Page:
    from nrdesk.ui.territory.page import TerritoryPage

    return TerritoryPage(session)


def _maturity(session: Session) -> Page:
    from nrdesk.ui.maturity.page import MaturityPage

    return MaturityPage(session)


def _years(session: Session) -> Page:
    from nrdesk.ui.years.page import YearsPage

    return YearsPage(session)


def _roadmap(session: Session) -> Page:
    from nrdesk.ui.roadmap.page import RoadmapPage

    return RoadmapPage(session)


def _plan(session: Session) -> Page:
    from nrdesk.ui.planning.page import PlanPage

    return PlanPage(session)


def _scenarios(session: Session) -> Page:
    from nrdesk.ui.scenarios.page import ScenariosPage

    return ScenariosPage(session)


def _indicators(session: Session) -> Page:
    from nrdesk.ui.indicators.page import IndicatorsPage

    return IndicatorsPage(session)


def _annual(session: Session) -> Page:
    from nrdesk.ui.annual.page import AnnualPage

    return AnnualPage(session)


def _purchases(session: Session) -> Page:
    from nrdesk.ui.purchases.page import PurchasesPage

    return PurchasesPage(session)


def _help(session: Session) -> Page:
    from nrdesk.ui.help.page import HelpPage

    return HelpPage(session)


_SHORT = {
    2: "Partager un socle commun",
    3: "Articuler aux autres politiques",
    7: "Faire voter",
    10: "Communiquer et faire vivre",
}
"""Names of the steps whose title is too long for the navigation."""

ROUTES: tuple[Route, ...] = (
    Route("dashboard", "Tableau de bord", _dashboard, "layout-dashboard"),
    *(
        Route(step.page, _SHORT.get(step.number, step.title), _step(step.number), "route", step.number)
        for step in STEPS
    ),
    Route("inventory", "Inventaire", _inventory, "monitor"),
    Route("footprint", "Empreinte", _footprint, "leaf"),
    Route("renewal", "Renouvellement du parc", _renewal, "calendar-clock", parent="inventory"),
    Route("services", "Services numériques", _services, "leaf", parent="footprint"),
    Route("territory", "Territoire", _territory, "leaf", parent="footprint"),
    Route("years", "Campagnes et comparaisons", _years, "calendar-clock", parent="footprint"),
    Route("maturity", "Questionnaire de maturité", _maturity, "clipboard-list", parent="step4"),
    Route("roadmap", "Écrire la feuille de route", _roadmap, "route", parent="step6"),
    Route("plan", "Plan d’action", _plan, "list-checks"),
    Route("scenarios", "Effets et scénarios", _scenarios, "leaf", parent="plan"),
    Route("indicators", "Indicateurs", _indicators, "list-checks", parent="step9"),
    Route("annual", "Préparer le bilan de l’année", _annual, "calendar-clock", parent="step9"),
    Route("obligations", "Mes obligations", _obligations, "scale"),
    Route("purchases", "Achats et réemploi", _purchases, "scale", parent="obligations"),
    Route("documents", "Documents", _documents, "file-text"),
    Route("help", "Guide d’utilisation", _help, "circle-help", at_bottom=True),
    Route("authority", "Réglages de la collectivité", _authority, "settings", at_bottom=True),
)
