"""What becomes of every text of a record in an anonymised copy."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from functools import cache

from nrdesk.core.anonymise.follow_up import FOLLOWED
from nrdesk.core.anonymise.frozen import anonymous_content
from nrdesk.core.anonymise.rule import (
    ASKED,
    COLLECTIVITE,
    PERSON,
    SERVICE,
    LeftOutError,
    Names,
    Rule,
    answer,
    date,
    day,
    emptied,
    id_only,
    left_out,
    lineage,
    needed,
    ours,
    replaced,
    series,
    unsaid,
)
from nrdesk.core.assessment import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.campaigns import codec
from nrdesk.core.duties.purchases import OWN_TARGETS
from nrdesk.core.duties.reuse import STOCK
from nrdesk.core.inventory import brands
from nrdesk.core.listening import guides
from nrdesk.core.model import (
    Ambition,
    Attendance,
    Authority,
    AwarenessSession,
    Campaign,
    Chapter,
    Charter,
    Decision,
    Deliberation,
    Equipment,
    Evidence,
    FactorFile,
    FrozenMethod,
    GovernanceBody,
    Interview,
    InterviewAnswer,
    Look,
    MaturityAnswer,
    Objective,
    ObligationTracking,
    PastAction,
    Person,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    QuestionGuide,
    Quote,
    ReadDocument,
    Record,
    Referent,
    ResourceReading,
    ServiceUse,
    Setting,
    Site,
    Stakeholder,
    StepAnswer,
    StrategyVersion,
    SynthesisItem,
    TerritoryFact,
    WebSite,
    Workshop,
)
from nrdesk.core.plan.money import PRICE_OF_KWH
from nrdesk.core.reference import (
    factors,
    obligations,
    profiles,
    purchases,
    questionnaire,
    resources,
    services,
)
from nrdesk.core.roadmap import CHAPTERS
from nrdesk.core.steps import STEPS
from nrdesk.core.steps.flash_path import FLASH_PATH
from nrdesk.core.training.session import SETTING as TRAINING
from nrdesk.core.training.session import unnamed
from nrdesk.core.written.words import normal


def _site(text: str, names: Names) -> str:
    """Replace the name of a place, however it is written, by its number: records join on it."""
    return names.numbered("Site", normal(text) or text)


def _frozen(text: str, names: Names) -> str:
    try:
        return anonymous_content(text, lambda site: normal(_site(site, names)))
    except codec.UnreadableError:
        raise LeftOutError from None


def _brand(text: str, names: Names) -> str:
    return text if brands.known(text) else ""


def _system(text: str, names: Names) -> str:
    return text if _SYSTEM.fullmatch(text) else ""


def _goals(text: str, names: Names) -> str:
    return text if re.fullmatch(r"[0-9, ]*", text) else ""


def _setting(text: str, names: Names) -> str:
    """Keep a setting made of numbers and of nrdesk's own words; an exercise remains one, unnamed."""
    value = json.loads(text)
    if session := unnamed(value):
        return json.dumps(session)
    known = {*factors.categories(), *profiles.load(), *purchases.product_types()}
    if not all(word in known or word.isdecimal() for word in _words(value)):
        raise LeftOutError
    return text


def _words(value: object) -> list[str]:
    """Return every text in a JSON value, keys included."""
    match value:
        case str():
            return [value]
        case dict():
            return [word for pair in value.items() for each in pair for word in _words(each)]
        case list():
            return [word for each in value for word in _words(each)]
        case _:
            return []


@cache
def _asked() -> frozenset[str]:
    """Return the questions of the guides that come with nrdesk."""
    return frozenset(question for guide in guides() for question in guide.questions)


@cache
def _questions() -> frozenset[str]:
    return frozenset(question for step in STEPS for question in step.guide.questions)


def _obligations() -> Collection[str]:
    return {obligation.id for obligation in obligations.load()}


def _resources() -> Collection[str]:
    return {resource.id for resource in resources.load()}


def _services() -> Collection[str]:
    return services.load().kinds


def _families() -> Collection[str]:
    return {family.id for family in factors.families()}


def _chapters() -> Collection[str]:
    return {chapter.key for chapter in CHAPTERS}


def _settings() -> Collection[str]:
    return (
        FLASH_PATH,
        REFURBISHED_SHARE,
        LIFETIME_RULES,
        USAGE_PROFILES,
        OWN_TARGETS,
        STOCK,
        PRICE_OF_KWH,
        TRAINING,
    )


_SYSTEM = re.compile(
    r"(windows|mac ?os|os x|ubuntu|debian|linux|linux mint|android|i(pad)?os|chrome ?os|esxi|proxmox)"
    r"( (server|xp|vista|pro|home|lts|famille|professionnel|entreprise|r2|\d[\d.]*|\d\dh\d))*",
    re.IGNORECASE,
)
"""An operating system and its version, and nothing else."""


TEXTS: Mapping[type[Record], Mapping[str, Rule]] = {
    Authority: dict.fromkeys(
        (
            "name",
            "insee_code",
            "siren",
            "siret",
            "postcode",
            "department",
            "territory",
            "epci_name",
            "epci_siren",
        ),
        replaced,
    ),
    Campaign: {
        "as_of": day,
        "factor_family": ours(_families, factors.DEFAULT_FAMILY),
        "comment": emptied,
    },
    Equipment: {
        "number": series("Appareil"),
        "category": ours(factors.categories),
        "brand": _brand,
        "model": series("Modèle"),
        "site": _site,
        "service": SERVICE,
        "purchased": date,
        "retired": date,
        "usage_profile": ours(profiles.load),
        "operating_system": _system,
        "serial_number": emptied,
        "comment": emptied,
        "unread": emptied,
        "supplier": emptied,
        "warranty_until": date,
        "assigned_to": emptied,
        "recipient": emptied,
        "provided_by": COLLECTIVITE,
        "lineage": lineage,
    },
    Setting: {"key": needed(_settings), "value": _setting},
    StepAnswer: {"question": needed(_questions), "text": answer},
    Person: {
        "name": PERSON,
        "function": emptied,
        "service": SERVICE,
        "skills": emptied,
        "email": emptied,
    },
    GovernanceBody: {
        "name": series("Instance"),
        "existing_body": emptied,
        "members": emptied,
        "mission": emptied,
    },
    Stakeholder: {
        "name": series("Acteur"),
        "role": emptied,
        "contribution": emptied,
        "contact": emptied,
    },
    AwarenessSession: {
        "title": series("Séance"),
        "held_on": date,
        "provider": emptied,
        "comment": emptied,
    },
    Attendance: {"name": PERSON, "service": SERVICE},
    Referent: {"service": SERVICE, "name": PERSON, "since": date},
    ResourceReading: {"resource": needed(_resources), "comment": emptied},
    PolicyDocument: {
        "title": series("Document"),
        "manager": emptied,
        "starts": date,
        "ends": date,
        "link": emptied,
        "summary": emptied,
        "goals": _goals,
    },
    PolicyLink: {"comment": emptied},
    ObligationTracking: {"obligation": needed(_obligations), "responsible": emptied, "comment": emptied},
    Evidence: {
        "obligation": needed(_obligations),
        "title": series("Preuve"),
        "text": emptied,
        "link": emptied,
        "file_name": emptied,
        "dated": date,
    },
    FrozenMethod: {"frozen_at": emptied, "content": _frozen},
    FactorFile: {"name": left_out, "content": left_out},
    Site: {"name": _site, "usage_profile": ours(profiles.load), "comment": emptied},
    ServiceUse: {
        "service": needed(_services),
        "name": series("Service numérique"),
        "provider": emptied,
        "comment": emptied,
    },
    WebSite: {"name": series("Site web"), "url": emptied, "comment": emptied},
    MaturityAnswer: {"question": needed(questionnaire.by_id), "comment": emptied, "evidence": emptied},
    QuestionGuide: {
        "title": series("Guide de questions"),
        "audience": emptied,
        "introduction": emptied,
        "questions": emptied,
    },
    Interview: {
        "title": series("Entretien"),
        "held_on": date,
        "participants": emptied,
        "findings": emptied,
    },
    InterviewAnswer: {"question": ours(_asked, ASKED), "text": answer},
    PastAction: {
        "title": series("Action engagée"),
        "since": date,
        "owner": emptied,
        "result": emptied,
        "comment": emptied,
    },
    ReadDocument: {
        "title": series("Document lu"),
        "source": emptied,
        "dated": date,
        "lessons": emptied,
    },
    SynthesisItem: {"text": answer, "basis": emptied, "draft_key": emptied},
    TerritoryFact: {"text": series("Fait"), "unit": emptied, "source": emptied, "comment": emptied},
    Ambition: {"text": answer, "scope": emptied, "publics": emptied, "renounced": emptied},
    PriorityAxis: {"title": series("Axe"), "reason": emptied},
    Objective: {
        "title": series("Objectif"),
        "indicator": emptied,
        "unit": emptied,
        "measured_by": emptied,
        "due": date,
        "owner": emptied,
        "means": emptied,
        "reason": emptied,
        "expected": emptied,
    },
    Workshop: {
        "title": series("Réunion"),
        "starts": unsaid,
        "place": emptied,
        "participants": emptied,
        "agenda": emptied,
        "report": emptied,
    },
    Decision: {"text": answer, "owner": emptied, "due": date},
    Chapter: {
        "key": ours(_chapters, ""),
        "title": series("Chapitre"),
        "body": emptied,
        "easy": emptied,
        "proposed": emptied,
        "read_by": emptied,
    },
    Quote: {"speaker": emptied, "role": emptied, "text": answer},
    StrategyVersion: {"name": left_out, "made_at": left_out, "content": left_out},
    Look: {"logo": left_out, "logo_alt": left_out, "colour": left_out},
    Deliberation: {
        "number": emptied,
        "title": emptied,
        "body_name": emptied,
        "meeting": unsaid,
        "place": emptied,
        "convened": date,
        "chair": emptied,
        "rapporteur": emptied,
        "secretary": emptied,
        "grounds": emptied,
        "articles": emptied,
        "presentation": emptied,
        "transmitted": date,
        "published": date,
        "published_how": emptied,
        "version_id": id_only,
    },
    Charter: {"name": emptied, "signed": date, "link": emptied, "comment": emptied},
    **FOLLOWED,
}
"""The rule of every field that holds a text: one that has none stops the copy."""
