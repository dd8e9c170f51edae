"""Step 4: what was heard, read and already done, and what is concluded from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.policy import Axis
from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class InterviewKind(StrEnum):
    """How people were heard."""

    INTERVIEW = "interview"
    WORKING_GROUP = "working_group"
    SURVEY = "survey"
    """A questionnaire filled in by a service or an actor."""
    VISIT = "visit"

    @property
    def label(self) -> str:
        """French words."""
        return _KINDS[self]


class InterviewStatus(StrEnum):
    """Whether it took place."""

    PLANNED = "planned"
    HELD = "held"

    @property
    def label(self) -> str:
        """French word."""
        return {"planned": "prévu", "held": "tenu"}[self]


class PastActionStatus(StrEnum):
    """Where an action already begun stands."""

    DONE = "done"
    ONGOING = "ongoing"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        """French words."""
        return {"done": "terminée", "ongoing": "en cours", "stopped": "abandonnée"}[self]


class Finding(StrEnum):
    """What a sentence of the synthesis is."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    AXIS = "axis"

    @property
    def label(self) -> str:
        """French words."""
        return {"strength": "force", "weakness": "faiblesse", "axis": "axe de travail"}[self]


_KINDS = {
    InterviewKind.INTERVIEW: "entretien",
    InterviewKind.WORKING_GROUP: "groupe de travail",
    InterviewKind.SURVEY: "questionnaire",
    InterviewKind.VISIT: "visite de site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGuide(Record):
    """Questions to ask a kind of people, used again from one interview to the next."""

    TABLE: ClassVar[str] = "question_guide"

    title: str = ""
    audience: str = ""
    """For whom: "agents d’un service", "élus", "directrice d’école"."""
    introduction: str = ""
    """What is said before the questions: why, how long, what becomes of the answers."""
    questions: str = ""
    """One question a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """An interview, a working group, a questionnaire that came back."""

    TABLE: ClassVar[str] = "interview"

    title: str = ""
    """Who or what: "Service accueil", "Groupe école"."""
    kind: InterviewKind = InterviewKind.INTERVIEW
    status: InterviewStatus = InterviewStatus.PLANNED
    held_on: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    participants: str = ""
    """Functions rather than names."""
    findings: str = ""
    """What is to be remembered."""
    guide_id: str | None = field(default=None, metadata=reference("question_guide"))


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewAnswer(Record):
    """What was answered to one question of an interview."""

    TABLE: ClassVar[str] = "interview_answer"

    interview_id: str = field(metadata=reference("interview"))
    question: str
    """As it was asked, so that the answer keeps its meaning if the guide changes."""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAction(Record):
    """Something that the collectivité already does or did: one does not start from nothing."""

    TABLE: ClassVar[str] = "past_action"

    title: str = ""
    axis: Axis = Axis.LIFE_CYCLE
    status: PastActionStatus = PastActionStatus.ONGOING
    since: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date it began, possibly partial."""
    owner: str = ""
    """Service or function that leads it."""
    result: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument(Record):
    """A document read for the état des lieux, and what was learnt from it."""

    TABLE: ClassVar[str] = "read_document"

    title: str = ""
    source: str = ""
    """Where it is kept or who gave it."""
    dated: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date of the document, possibly partial."""
    lessons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SynthesisItem(Record):
    """One sentence of the synthesis of a campaign."""

    TABLE: ClassVar[str] = "synthesis_item"

    campaign_id: str = field(metadata=reference("campaign"))
    finding: Finding = Finding.STRENGTH
    text: str = ""
    basis: str = ""
    """What it rests on: a figure, a question, an interview."""
    draft_key: str = ""
    """Identifier of the draft it was made from, not to be proposed twice; empty when written by hand."""
    rank: int = 0
