"""What the figures that may measure an objective are worth in a campaign.

Each is worked out where the screen that shows it works it out; only shares and means of the inventory are
counted here. Values are rounded as they are shown, so that an objective whose base was taken from a figure
stands exactly at its base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import FigureKind, Measured, figures, value_text
from nrdesk.core.assessment import HEADLINE, Assessment, assess
from nrdesk.core.assessment.services import services_of
from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import significant
from nrdesk.core.inventory.renewal import group_of
from nrdesk.core.knowledge.training import TrainingFigures, training
from nrdesk.core.maturity import of_campaign
from nrdesk.core.model import (
    Acquisition,
    Attendance,
    AwarenessSession,
    Campaign,
    Objective,
    Origin,
    ServiceUse,
    WebSite,
)
from nrdesk.core.model.factors import ServiceTopic

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_COMPUTERS = "Ordinateurs"
_SECOND_HAND = (Acquisition.REFURBISHED, Acquisition.DONATED)
_PRECISE = 0.1
"""Relative half-range under which a figure carries three significant figures (as `formatting.rounded`)."""

_Answer = float | str
"""A value, or the French reason why there is none."""


def computed(
    document: Document,
    measured_by: str,
    campaign: Campaign | None = None,
    *,
    assessment: Assessment | None = None,
) -> Measured | None:
    """Return what a figure is worth in a campaign; None for an identifier that nrdesk does not know.

    Args:
        document: the document.
        measured_by: identifier of a figure (`core.ambition.figures`).
        campaign: one of its campaigns; the latest one, and all the sessions held, when None.
        assessment: the figures of that campaign, when they are at hand.

    Raises:
        UserError: what a frozen campaign kept cannot be read.
    """
    if (kind := figures().get(measured_by)) is None:
        return None
    shown = campaign or document.campaign
    at_hand = assessment if assessment and assessment.campaign.id == shown.id else None
    found = _answer(kind, document, at_hand or assess(document, shown), sessions_up_to=campaign)
    if isinstance(found, str):
        return Measured(None, kind.unit, shown.year, found)
    return Measured(found, kind.unit, shown.year, value_text(found, kind.unit))


def base_of(document: Document, objective: Objective) -> Measured | None:
    """Return what nrdesk computes for the base year of an objective.

    Returns:
        None without a figure of nrdesk, without a base year, or when no campaign is of that year.
    """
    if not objective.measured_by or objective.base_year is None:
        return None
    of_year = [each for each in document.campaigns() if each.year == objective.base_year]
    return computed(document, objective.measured_by, of_year[-1]) if of_year else None


def _answer(
    kind: FigureKind, document: Document, assessment: Assessment, *, sessions_up_to: Campaign | None
) -> _Answer:
    if kind.theme or kind.id == "maturity":
        return _maturity(kind, document, assessment)
    if kind.id.startswith("training."):
        return _training(kind.id, document, assessment, sessions_up_to)
    if kind.id in _OF_SERVICES:
        return _OF_SERVICES[kind.id](document, assessment)
    return _OF_PARK[kind.id](assessment)


def _gwp(assessment: Assessment) -> _Answer:
    return _total(assessment, HEADLINE)


def _electricity(assessment: Assessment) -> _Answer:
    return _total(assessment, "electricity")


def _total(assessment: Assessment, criterion: str) -> _Answer:
    total = assessment.result.totals.get(criterion)
    if total is None or not total.value:
        return "Aucun appareil n’est encore évalué."
    return _rounded(total.value, total.low, total.high)


def _per_agent(assessment: Assessment) -> _Answer:
    return _per(assessment, assessment.authority.agents, "Le nombre d’agents manque.")


def _per_inhabitant(assessment: Assessment) -> _Answer:
    return _per(assessment, assessment.authority.population_municipal, "La population manque.")


def _per(assessment: Assessment, people: int | None, unknown: str) -> _Answer:
    total = assessment.headline
    if not people:
        return unknown
    if not total.value:
        return "Aucun appareil n’est encore évalué."
    return _rounded(total.value / people, total.low / people, total.high / people)


def _lifetime(assessment: Assessment) -> _Answer:
    known = [
        (line.quantity, line.lifetime.years)
        for line in _computers(assessment)
        if line.in_park and line.complete
    ]
    return _mean(known, "Aucun ordinateur n’est encore évalué.")


def _age(assessment: Assessment) -> _Answer:
    as_of = assessment.campaign.as_of
    known = [
        (line.quantity, max(0.0, dates.years_between(line.equipment.purchased, as_of)))
        for line in _computers(assessment)
        if line.in_park and line.equipment.purchased
    ]
    return _mean(known, "Aucun ordinateur n’a de date d’achat.")


def _exit_age(assessment: Assessment) -> _Answer:
    year = str(assessment.campaign.year)
    known = [
        (line.quantity, max(0.0, dates.years_between(line.equipment.purchased, line.equipment.retired)))
        for line in _computers(assessment)
        if line.equipment.purchased and line.equipment.retired and line.equipment.retired.startswith(year)
    ]
    return _mean(known, f"Aucun ordinateur daté n’est sorti du parc en {year}.")


def _refurbished_purchases(assessment: Assessment) -> _Answer:
    year = str(assessment.campaign.year)
    bought = [line for line in assessment.result.lines if (line.equipment.purchased or "").startswith(year)]
    return _second_hand(bought, f"Aucun achat de {year} ne dit s’il est neuf ou reconditionné.")


def _refurbished_park(assessment: Assessment) -> _Answer:
    park = [line for line in assessment.result.lines if line.in_park]
    return _second_hand(park, "L’inventaire ne dit pas ce qui est neuf ou reconditionné.")


def _undated(assessment: Assessment) -> _Answer:
    """Return the share of the real appliances that have no date: nobody can date an estimated one."""
    real = [
        line
        for line in assessment.result.lines
        if line.in_park and line.equipment.origin is not Origin.ESTIMATED
    ]
    undated = (line for line in real if line.equipment.purchased is None)
    return _share(undated, real, "L’inventaire n’a pas encore de vrai appareil.")


def _second_hand(lines: Iterable[LineResult], unknown: str) -> _Answer:
    """Return the share of what was used before, among the appliances whose origin is known."""
    known = [line for line in lines if line.equipment.acquisition is not Acquisition.UNKNOWN]
    return _share((line for line in known if line.equipment.acquisition in _SECOND_HAND), known, unknown)


def _services(document: Document, assessment: Assessment) -> _Answer:
    result = services_of(document, assessment)
    if not result.counted:
        return "Aucun service numérique n’est encore compté."
    return _rounded(result.total.value, result.total.low, result.total.high)


def _page_weight(document: Document, assessment: Assessment) -> _Answer:
    """Return the weight of the home page of the first web site that has one: the collectivité's own."""
    sites = document.all(WebSite, campaign_id=assessment.campaign.id)
    weighed = [site.page_kb for site in sites if site.page_kb is not None]
    return float(weighed[0]) if weighed else "Aucun site web n’a de poids de page."


def _pages(document: Document, assessment: Assessment) -> _Answer:
    kinds = services_of(document, assessment).services.kinds
    printed = [
        use.quantity
        for use in document.all(ServiceUse, campaign_id=assessment.campaign.id)
        if use.quantity is not None and (kind := kinds.get(use.service)) and kind.topic is ServiceTopic.PAGES
    ]
    return float(round(sum(printed))) if printed else "Aucune page imprimée n’est encore comptée."


def _pages_per_agent(document: Document, assessment: Assessment) -> _Answer:
    printed, agents = _pages(document, assessment), assessment.authority.agents
    if isinstance(printed, str):
        return printed
    return float(round(printed / agents)) if agents else "Le nombre d’agents manque."


def _maturity(kind: FigureKind, document: Document, assessment: Assessment) -> _Answer:
    found = of_campaign(document, assessment.campaign, authority=assessment.authority)
    score = found.score
    if kind.theme:
        score = next((each.score for each in found.by_theme if each.theme == kind.theme), None)
    return "Trop peu de questions ont une réponse." if score is None else round(score, 1)


def _training(id: str, document: Document, assessment: Assessment, up_to: Campaign | None) -> _Answer:
    sessions = document.all(AwarenessSession)
    if up_to:
        # A session without a date may be of any year: it does not make a base.
        sessions = [each for each in sessions if each.held_on and dates.parts(each.held_on)[0] <= up_to.year]
    found = training(assessment.authority, sessions, document.all(Attendance))
    return _TRAINED[id](found)


def _share_of(share: float | None, who: str) -> _Answer:
    return f"Le nombre {who} manque." if share is None else _percentage(share)


_OF_PARK: Mapping[str, Callable[[Assessment], _Answer]] = {
    "footprint.gwp": _gwp,
    "footprint.gwp_per_agent": _per_agent,
    "footprint.gwp_per_inhabitant": _per_inhabitant,
    "footprint.electricity": _electricity,
    "lifetime.computers": _lifetime,
    "age.computers": _age,
    "exit_age.computers": _exit_age,
    "refurbished.purchases": _refurbished_purchases,
    "refurbished.park": _refurbished_park,
    "undated.park": _undated,
}
_OF_SERVICES: Mapping[str, Callable[[Document, Assessment], _Answer]] = {
    "services.gwp": _services,
    "web.page_kb": _page_weight,
    "printing.pages": _pages,
    "printing.pages_per_agent": _pages_per_agent,
}
_TRAINED: Mapping[str, Callable[[TrainingFigures], _Answer]] = {
    "training.agents": lambda found: float(found.agents_trained),
    "training.agents_share": lambda found: _share_of(found.share_agents, "d’agents"),
    "training.elected_share": lambda found: _share_of(found.share_elected, "d’élus"),
}


def _computers(assessment: Assessment) -> Iterable[LineResult]:
    return (line for line in assessment.result.lines if group_of(line) == _COMPUTERS and line.quantity > 0)


def _mean(known: list[tuple[int, float]], unknown: str) -> _Answer:
    quantity = sum(number for number, _ in known)
    return round(sum(number * years for number, years in known) / quantity, 1) if quantity else unknown


def _share(part: Iterable[LineResult], whole: Iterable[LineResult], unknown: str) -> _Answer:
    of = sum(max(line.quantity, 0) for line in whole)
    return _percentage(sum(max(line.quantity, 0) for line in part) / of) if of else unknown


def _percentage(share: float) -> float:
    return float(round(100 * share))


def _rounded(value: float, low: float, high: float) -> float:
    """Return a value rounded to what its range allows, as `formatting.rounded` writes it."""
    spread = (high - low) / (2 * abs(value)) if value else 0.0
    return significant(value, 3 if spread < _PRECISE else 2)
