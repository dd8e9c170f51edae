"""What the figures that may measure an objective are worth in a campaign.

Each is worked out where the screen that shows it works it out; only shares and means of the inventory are
counted here (`park_figures`), and what the plan of action comes to (`plan_figures`). Values are rounded as
they are shown, so that an objective whose base was taken from a figure stands exactly at its base.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import FigureKind, Measured, figures, value_text
from nrdesk.core.assessment import Assessment, assess, park_figures, plan_figures, purchase_figures
from nrdesk.core.assessment.services import services_of
from nrdesk.core.assessment.worth import Answer, Worth, counted, percentage, rounded
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.services_explained import explain_services
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import number
from nrdesk.core.knowledge.training import training
from nrdesk.core.maturity import of_campaign
from nrdesk.core.maturity.explanation import explain_overall, explain_theme
from nrdesk.core.model import Attendance, AwarenessSession, Campaign, Objective, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceTopic

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_SERVICES, _SESSIONS = "services numériques", "séances tenues"
_NO_PAGES = "Aucune page imprimée n’est encore comptée."
_FEW_ANSWERS = "Trop peu de questions ont une réponse."


def computed(
    document: Document,
    measured_by: str,
    campaign: Campaign | None = None,
    *,
    assessment: Assessment | None = None,
    today: dt.date | None = None,
) -> Measured | None:
    """Return what a figure is worth in a campaign; None for an identifier that nrdesk does not know.

    Args:
        document: the document.
        measured_by: identifier of a figure (`core.ambition.figures`).
        campaign: one of its campaigns; the latest one, and all the sessions held, when None.
        assessment: the figures of that campaign, when they are at hand.
        today: the day when the plan of action is looked at; the current one when None.

    Raises:
        UserError: what a frozen campaign kept cannot be read.
    """
    if (kind := figures().get(measured_by)) is None:
        return None
    shown = campaign or document.campaign
    at_hand = assessment if assessment and assessment.campaign.id == shown.id else None
    found = _answer(
        kind,
        document,
        at_hand or assess(document, shown),
        sessions_up_to=campaign,
        today=today or dt.date.today(),
    )
    if isinstance(found, str):
        return Measured(None, kind.unit, shown.year, found)
    text = value_text(found.value, kind.unit)
    return Measured(found.value, kind.unit, shown.year, text, partial(_explained, kind, found, text))


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
    kind: FigureKind,
    document: Document,
    assessment: Assessment,
    *,
    sessions_up_to: Campaign | None,
    today: dt.date,
) -> Answer:
    if kind.theme or kind.id == "maturity":
        return _maturity(kind, document, assessment)
    if kind.id.startswith("training."):
        return _training(kind.id, document, assessment, sessions_up_to)
    if kind.id.startswith("plan."):
        latest = assessment.campaign.id == document.campaign.id
        return plan_figures.worth(document, kind.id, today, latest=latest)
    if kind.id in _OF_DOCUMENT:
        return _OF_DOCUMENT[kind.id](document, assessment)
    return park_figures.worth(assessment, kind.id)


def _explained(kind: FigureKind, found: Worth, text: str) -> Explanation:
    if found.whole:
        return found.whole()
    return Explanation(
        title=kind.label,
        formula=f"{found.formula} = {text}" if found.formula else text,
        terms=found.terms,
        hypotheses=(kind.counted, *found.hypotheses),
        value=found.value,
    )


def _services(document: Document, assessment: Assessment) -> Answer:
    result = services_of(document, assessment)
    if not result.counted:
        return "Aucun service numérique n’est encore compté."
    total = result.total
    return Worth(rounded(total.value, total.low, total.high), whole=partial(explain_services, result))


def _page_weight(document: Document, assessment: Assessment) -> Answer:
    """Return the weight of the home page of the first web site that has one: the collectivité's own."""
    sites = document.all(WebSite, campaign_id=assessment.campaign.id)
    weighed = [site for site in sites if site.page_kb is not None]
    if not weighed:
        return "Aucun site web n’a de poids de page."
    return counted(weighed[0].page_kb or 0.0, weighed[0].name or "Site", _SERVICES)


def _printed(document: Document, assessment: Assessment) -> float | None:
    kinds = services_of(document, assessment).services.kinds
    printed = [
        use.quantity
        for use in document.all(ServiceUse, campaign_id=assessment.campaign.id)
        if use.quantity is not None and (kind := kinds.get(use.service)) and kind.topic is ServiceTopic.PAGES
    ]
    return float(round(sum(printed))) if printed else None


def _pages(document: Document, assessment: Assessment) -> Answer:
    printed = _printed(document, assessment)
    return _NO_PAGES if printed is None else counted(printed, "Pages, par an", _SERVICES)


def _pages_per_agent(document: Document, assessment: Assessment) -> Answer:
    printed, agents = _printed(document, assessment), assessment.authority.agents
    if printed is None:
        return _NO_PAGES
    if not agents:
        return "Le nombre d’agents manque."
    return Worth(
        float(round(printed / agents)),
        f"{number(printed)} ÷ {number(agents)}",
        (
            Term("Pages, par an", number(printed), _SERVICES),
            Term("Agents", number(agents), "fiche de la collectivité"),
        ),
    )


def _maturity(kind: FigureKind, document: Document, assessment: Assessment) -> Answer:
    found = of_campaign(document, assessment.campaign, authority=assessment.authority)
    if not kind.theme:
        if found.score is None:
            return _FEW_ANSWERS
        return Worth(round(found.score, 1), whole=partial(explain_overall, found))
    theme = next((each for each in found.by_theme if each.theme == kind.theme), None)
    if theme is None or theme.score is None:
        return _FEW_ANSWERS
    return Worth(round(theme.score, 1), whole=partial(explain_theme, found, theme))


def _training(id: str, document: Document, assessment: Assessment, up_to: Campaign | None) -> Answer:
    sessions = document.all(AwarenessSession)
    if up_to:
        # A session without a date may be of any year: it does not make a base.
        sessions = [each for each in sessions if each.held_on and dates.parts(each.held_on)[0] <= up_to.year]
    found = training(assessment.authority, sessions, document.all(Attendance))
    notes = (found.note,) if found.note else ()
    if id == "training.agents":
        return replace(counted(found.agents_trained, "Agents", _SESSIONS), hypotheses=notes)
    agents = id == "training.agents_share"
    part = found.share_agents if agents else found.share_elected
    who, trained = ("agents", found.agents_trained) if agents else ("élus", found.elected_trained)
    if part is None:
        return f"Le nombre d’{who} manque."
    of = assessment.authority.agents if agents else assessment.authority.elected
    return Worth(
        percentage(part),
        f"{number(trained)} ÷ {number(of or 0)} × 100",
        (
            Term(f"{who.capitalize()} sensibilisés", number(trained), _SESSIONS),
            Term("Effectif", number(of or 0), "fiche de la collectivité"),
        ),
        notes,
    )


_OF_DOCUMENT: Mapping[str, Callable[[Document, Assessment], Answer]] = {
    "services.gwp": _services,
    "web.page_kb": _page_weight,
    "printing.pages": _pages,
    "printing.pages_per_agent": _pages_per_agent,
    "reused.spend": purchase_figures.reused_spend,
    "reuse.exits": purchase_figures.reuse_rate,
}
