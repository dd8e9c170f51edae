"""Step 2: sharing a common ground of knowledge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class SessionFormat(StrEnum):
    """What a session looks like."""

    WORKSHOP = "workshop"
    TRAINING = "training"
    ONLINE = "online"
    TALK = "talk"
    GAME = "game"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _FORMATS[self]


class Audience(StrEnum):
    """Whom a session is for."""

    EVERYONE = "everyone"
    AGENTS = "agents"
    ELECTED = "elected"
    TEAM = "team"
    INHABITANTS = "inhabitants"

    @property
    def label(self) -> str:
        """French words."""
        return _AUDIENCES[self]


class SessionStatus(StrEnum):
    """Whether a session took place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """French word."""
        return {"planned": "prévue", "held": "tenue", "cancelled": "annulée"}[self]


class ReadingStatus(StrEnum):
    """What the collectivité did of a resource of the library."""

    NONE = ""
    TO_READ = "to_read"
    READ = "read"
    RECOMMENDED = "recommended"

    @property
    def label(self) -> str:
        """French words, empty when nothing was said."""
        return {"": "", "to_read": "à lire", "read": "lu", "recommended": "recommandé"}[self]


_FORMATS = {
    SessionFormat.WORKSHOP: "atelier",
    SessionFormat.TRAINING: "formation",
    SessionFormat.ONLINE: "en ligne",
    SessionFormat.TALK: "conférence ou café",
    SessionFormat.GAME: "jeu",
    SessionFormat.OTHER: "autre",
}
_AUDIENCES = {
    Audience.EVERYONE: "agents et élus",
    Audience.AGENTS: "agents",
    Audience.ELECTED: "élus",
    Audience.TEAM: "équipe projet",
    Audience.INHABITANTS: "habitants",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AwarenessSession(Record):
    """A session of awareness or training."""

    TABLE: ClassVar[str] = "awareness_session"

    title: str = ""
    format: SessionFormat = SessionFormat.WORKSHOP
    audience: Audience = Audience.EVERYONE
    held_on: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    hours: float | None = None
    provider: str = ""
    cost: float | None = None
    """Euros excl. tax."""
    status: SessionStatus = SessionStatus.PLANNED
    agents_present: int | None = None
    """Agents present, when they are only counted; the list of names has its own table."""
    elected_present: int | None = None
    satisfaction: float | None = None
    """Mean mark from 1 to 5."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """One person present at a session, for those who need certificates."""

    TABLE: ClassVar[str] = "attendance"

    session_id: str = field(metadata=reference("awareness_session"))
    name: str = ""
    is_elected: bool = False
    service: str = ""
    certified: bool = False
    """Whether a certificate was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent(Record):
    """The person who relays the approach in a service."""

    TABLE: ClassVar[str] = "referent"

    service: str = ""
    name: str = ""
    since: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceReading(Record):
    """What was done of a resource of `resources/data/content/resources.csv`."""

    TABLE: ClassVar[str] = "resource_reading"

    resource: str
    """Identifier of the resource."""
    status: ReadingStatus = ReadingStatus.NONE
    comment: str = ""
