"""What becomes of the texts of steps 8 to 10 in an anonymised copy."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nrdesk.core.ambition import figures
from nrdesk.core.anonymise.rule import (
    COLLECTIVITE,
    PERSON,
    SERVICE,
    Names,
    Rule,
    answer,
    date,
    emptied,
    left_out,
    needed,
    ours,
    series,
    unsaid,
)
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionYear,
    AnnualReview,
    BudgetLine,
    ChosenMoment,
    Commitment,
    Contribution,
    DeclaredSpend,
    Dependency,
    Indicator,
    KitCheck,
    KitText,
    Message,
    Milestone,
    Pioneer,
    Reading,
    Record,
    Review,
    ReviewDecision,
    Scenario,
    ScenarioAction,
    SharedService,
    TargetStep,
)
from nrdesk.core.reference import actions, factors, moments, purchases, services


def _moments() -> Collection[str]:
    return moments.by_id()


def _catalogue() -> Collection[str]:
    return actions.by_id()


def _product_types() -> Collection[str]:
    return purchases.product_types()


def _targets(text: str, names: Names) -> str:
    """Keep the categories, groups and services of the tables of nrdesk."""
    known = {*factors.categories(), *services.load().kinds}
    known |= {category.group for category in factors.categories().values()}
    return ",".join(target for target in text.split(",") if target.strip() in known)


FOLLOWED: Mapping[type[Record], Mapping[str, Rule]] = {
    Action: {
        "title": series("Action"),
        "description": emptied,
        "blocked_reason": emptied,
        "starts": date,
        "ends": date,
        "owner": SERVICE,
        "elected_lead": emptied,
        "service": SERVICE,
        "structure": emptied,
        "partners": emptied,
        "governance": emptied,
        "means": emptied,
        "expected": emptied,
        "indicator": emptied,
        "funding_note": emptied,
        "comment": emptied,
        "catalogue": ours(_catalogue, ""),
        "origin": emptied,
        "unread": emptied,
    },
    Contribution: {"who": SERVICE, "role": emptied},
    Dependency: {},
    Milestone: {"title": series("Jalon"), "due": date, "reached": date},
    BudgetLine: {"funder": emptied, "comment": emptied},
    ActionLever: {"targets": _targets, "comment": emptied},
    Scenario: {"name": series("Scénario"), "comment": emptied},
    ScenarioAction: {},
    Indicator: {
        "title": series("Indicateur"),
        "unit": emptied,
        "measured_by": ours(figures, ""),
        "base_date": date,
        "target_date": date,
        "source": emptied,
        "owner": emptied,
        "definition": emptied,
        "catalogue": emptied,
    },
    TargetStep: {"due": date},
    Reading: {"read_on": date, "source": emptied, "comment": emptied},
    Review: {
        "title": series("Revue"),
        "starts": unsaid,
        "place": emptied,
        "participants": emptied,
        "agenda": emptied,
        "report": emptied,
        "state": emptied,
    },
    ReviewDecision: {"text": answer, "owner": emptied, "due": date},
    AnnualReview: {
        "foreword": emptied,
        "highlights": emptied,
        "difficulties": emptied,
        "next_year": emptied,
        "closed_on": unsaid,
        "content": emptied,
    },
    ActionYear: {"done": answer, "difficulty": answer, "next_step": answer},
    DeclaredSpend: {"product_type": needed(_product_types), "comment": emptied},
    Message: {
        "title": series("Message"),
        "text": answer,
        "planned": date,
        "owner": SERVICE,
        "eco_choices": emptied,
        "result": emptied,
    },
    ChosenMoment: {
        "moment": ours(_moments, ""),
        "title": series("Moment"),
        "starts": date,
        "ends": date,
        "idea": emptied,
        "owner": SERVICE,
        "comment": emptied,
    },
    Pioneer: {
        "name": PERSON,
        "service": SERVICE,
        "interests": emptied,
        "contact": emptied,
        "joined": date,
        "comment": emptied,
    },
    KitText: {
        "piece": left_out,
        "story": left_out,
        "title": left_out,
        "body": left_out,
        "proposed": left_out,
    },
    Commitment: {"name": PERSON, "function": emptied, "text": answer, "signed": date},
    KitCheck: {"item": left_out, "comment": left_out},
    SharedService: {
        "title": series("Mutualisation"),
        "provider": COLLECTIVITE,
        "provider_siren": emptied,
        "beneficiaries": emptied,
        "unit": emptied,
        "since": date,
        "comment": emptied,
    },
}
"""The rule of every field that holds a text, for the records of these steps."""
