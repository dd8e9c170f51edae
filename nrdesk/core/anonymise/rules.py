"""What becomes of every text of a record in an anonymised copy."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any

from nrdesk.core import dates
from nrdesk.core.anonymise.frozen import anonymous_content
from nrdesk.core.assessment import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES
from nrdesk.core.campaigns import codec
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
    new_id,
)
from nrdesk.core.reference import factors, obligations, profiles, questionnaire, resources, services
from nrdesk.core.roadmap import CHAPTERS
from nrdesk.core.steps import STEPS
from nrdesk.core.steps.flash_path import FLASH_PATH
from nrdesk.core.written.words import normal

ANSWERED = "Réponse retirée de cette copie anonymisée."
"""Stands for an answer: that there was one still shows in the progress."""
ASKED = "Question retirée de cette copie anonymisée."
"""Stands for a question that somebody wrote: an answer belongs to one."""


class LeftOutError(Exception):
    """The record makes no sense without a text that was not one of nrdesk's own."""


class Names:
    """Names given in place of those of the document: always the same one for the same text."""

    def __init__(self) -> None:
        self._given: dict[str, dict[str, str]] = defaultdict(dict)
        self._ids: dict[str, str] = {}

    def numbered(self, series: str, text: str) -> str:
        """Return "Site 3" for the third text of a series; an empty one stays so."""
        given = self._given[series]
        return given.setdefault(text, f"{series} {len(given) + 1}") if text else ""

    def id(self, id: str | None) -> str | None:
        """Return another identifier: rows of the copy cannot be matched with those of the document."""
        if id is None:
            return None
        if id not in self._ids:
            self._ids[id] = new_id()
        return self._ids[id]


Rule = Callable[[Any, Names], object]
"""From the value of a field to that of the copy; raises `LeftOutError`."""


def _emptied(text: str, names: Names) -> str:
    return ""


def _replaced(text: str, names: Names) -> str:
    """Keep a text that was replaced beforehand."""
    return text


def _date(text: str | None, names: Names) -> str | None:
    return text if text and dates.is_partial_date(text) else None


def _day(text: str, names: Names) -> str:
    return _date(text, names) or dt.date.today().isoformat()


def _series(series: str) -> Rule:
    """Replace a text by its number in a series."""
    return lambda text, names: names.numbered(series, text)


def _ours(words: Callable[[], Collection[str]], otherwise: str | None = None) -> Rule:
    """Keep a word of nrdesk's own; put `otherwise` in place of any other."""
    return lambda text, names: text if text in words() else otherwise


def _needed(words: Callable[[], Collection[str]]) -> Rule:
    """Keep a word of nrdesk's own; a record where it is another one is left out."""

    def rule(text: str, names: Names) -> str:
        if text not in words():
            raise LeftOutError
        return text

    return rule


def _left_out(text: str, names: Names) -> str:
    raise LeftOutError


def _id_only(text: str | None, names: Names) -> str | None:
    return names.id(text)


def _lineage(text: str, names: Names) -> str:
    return names.id(text) or "" if text else ""


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


def _answer(text: str, names: Names) -> str:
    return ANSWERED if text else ""


def _setting(text: str, names: Names) -> str:
    """Keep a setting made of numbers and of nrdesk's own words."""
    if not set(_words(json.loads(text))) <= {*factors.categories(), *profiles.load()}:
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
    return (FLASH_PATH, REFURBISHED_SHARE, LIFETIME_RULES, USAGE_PROFILES)


_SYSTEM = re.compile(
    r"(windows|mac ?os|os x|ubuntu|debian|linux|linux mint|android|i(pad)?os|chrome ?os|esxi|proxmox)"
    r"( (server|xp|vista|pro|home|lts|famille|professionnel|entreprise|r2|\d[\d.]*|\d\dh\d))*",
    re.IGNORECASE,
)
"""An operating system and its version, and nothing else."""
_SERVICE, _PERSON = _series("Service"), _series("Personne")
TEXTS: Mapping[type[Record], Mapping[str, Rule]] = {
    Authority: dict.fromkeys(
        ("name", "insee_code", "siren", "postcode", "department", "territory", "epci_name", "epci_siren"),
        _replaced,
    ),
    Campaign: {
        "as_of": _day,
        "factor_family": _ours(_families, factors.DEFAULT_FAMILY),
        "comment": _emptied,
    },
    Equipment: {
        "number": _series("Appareil"),
        "category": _ours(factors.categories),
        "brand": _brand,
        "model": _series("Modèle"),
        "site": _site,
        "service": _SERVICE,
        "purchased": _date,
        "retired": _date,
        "usage_profile": _ours(profiles.load),
        "operating_system": _system,
        "serial_number": _emptied,
        "comment": _emptied,
        "unread": _emptied,
        "supplier": _emptied,
        "warranty_until": _date,
        "assigned_to": _emptied,
        "recipient": _emptied,
        "lineage": _lineage,
    },
    Setting: {"key": _needed(_settings), "value": _setting},
    StepAnswer: {"question": _needed(_questions), "text": _answer},
    Person: {
        "name": _PERSON,
        "function": _emptied,
        "service": _SERVICE,
        "skills": _emptied,
        "email": _emptied,
    },
    GovernanceBody: {
        "name": _series("Instance"),
        "existing_body": _emptied,
        "members": _emptied,
        "mission": _emptied,
    },
    Stakeholder: {
        "name": _series("Acteur"),
        "role": _emptied,
        "contribution": _emptied,
        "contact": _emptied,
    },
    AwarenessSession: {
        "title": _series("Séance"),
        "held_on": _date,
        "provider": _emptied,
        "comment": _emptied,
    },
    Attendance: {"name": _PERSON, "service": _SERVICE},
    Referent: {"service": _SERVICE, "name": _PERSON, "since": _date},
    ResourceReading: {"resource": _needed(_resources), "comment": _emptied},
    PolicyDocument: {
        "title": _series("Document"),
        "manager": _emptied,
        "starts": _date,
        "ends": _date,
        "link": _emptied,
        "summary": _emptied,
        "goals": _goals,
    },
    PolicyLink: {"comment": _emptied},
    ObligationTracking: {"obligation": _needed(_obligations), "responsible": _emptied, "comment": _emptied},
    Evidence: {
        "obligation": _needed(_obligations),
        "title": _series("Preuve"),
        "text": _emptied,
        "link": _emptied,
        "file_name": _emptied,
        "dated": _date,
    },
    FrozenMethod: {"frozen_at": _emptied, "content": _frozen},
    FactorFile: {"name": _left_out, "content": _left_out},
    Site: {"name": _site, "usage_profile": _ours(profiles.load), "comment": _emptied},
    ServiceUse: {
        "service": _needed(_services),
        "name": _series("Service numérique"),
        "provider": _emptied,
        "comment": _emptied,
    },
    WebSite: {"name": _series("Site web"), "url": _emptied, "comment": _emptied},
    MaturityAnswer: {"question": _needed(questionnaire.by_id), "comment": _emptied, "evidence": _emptied},
    QuestionGuide: {
        "title": _series("Guide de questions"),
        "audience": _emptied,
        "introduction": _emptied,
        "questions": _emptied,
    },
    Interview: {
        "title": _series("Entretien"),
        "held_on": _date,
        "participants": _emptied,
        "findings": _emptied,
    },
    InterviewAnswer: {"question": _ours(_asked, ASKED), "text": _answer},
    PastAction: {
        "title": _series("Action engagée"),
        "since": _date,
        "owner": _emptied,
        "result": _emptied,
        "comment": _emptied,
    },
    ReadDocument: {
        "title": _series("Document lu"),
        "source": _emptied,
        "dated": _date,
        "lessons": _emptied,
    },
    SynthesisItem: {"text": _answer, "basis": _emptied, "draft_key": _emptied},
    TerritoryFact: {"text": _series("Fait"), "unit": _emptied, "source": _emptied, "comment": _emptied},
    Ambition: {"text": _answer, "scope": _emptied, "publics": _emptied, "renounced": _emptied},
    PriorityAxis: {"title": _series("Axe"), "reason": _emptied},
    Objective: {
        "title": _series("Objectif"),
        "indicator": _emptied,
        "unit": _emptied,
        "measured_by": _emptied,
        "due": _date,
        "owner": _emptied,
        "means": _emptied,
        "reason": _emptied,
        "expected": _emptied,
    },
    Workshop: {
        "title": _series("Réunion"),
        "starts": _emptied,
        "place": _emptied,
        "participants": _emptied,
        "agenda": _emptied,
        "report": _emptied,
    },
    Decision: {"text": _answer, "owner": _emptied, "due": _date},
    Chapter: {
        "key": _ours(_chapters, ""),
        "title": _series("Chapitre"),
        "body": _emptied,
        "easy": _emptied,
        "proposed": _emptied,
        "read_by": _emptied,
    },
    Quote: {"speaker": _emptied, "role": _emptied, "text": _answer},
    StrategyVersion: {"name": _left_out, "made_at": _left_out, "content": _left_out},
    Look: {"logo": _left_out, "logo_alt": _left_out, "colour": _left_out},
    Deliberation: {
        "number": _emptied,
        "title": _emptied,
        "body_name": _emptied,
        "meeting": _emptied,
        "place": _emptied,
        "convened": _date,
        "chair": _emptied,
        "rapporteur": _emptied,
        "secretary": _emptied,
        "grounds": _emptied,
        "articles": _emptied,
        "presentation": _emptied,
        "transmitted": _date,
        "published": _date,
        "published_how": _emptied,
        "version_id": _id_only,
    },
    Charter: {"name": _emptied, "signed": _date, "link": _emptied, "comment": _emptied},
}
"""The rule of every field that holds a text: one that has none stops the copy."""
