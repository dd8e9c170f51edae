"""Step 10: messages, moments of the year, the community, the kit, the commitments signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


class Channel(StrEnum):
    """How a message reaches people."""

    POSTER = "poster"
    EMAIL = "email"
    BULLETIN = "bulletin"
    INTRANET = "intranet"
    WEB = "web"
    SOCIAL = "social"
    PRESS = "press"
    MEETING = "meeting"
    EVENT = "event"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _CHANNELS[self]


class MessageAudience(StrEnum):
    """For whom a message is."""

    AGENTS = "agents"
    ELECTED = "elected"
    INHABITANTS = "inhabitants"
    PARTNERS = "partners"
    SUPPLIERS = "suppliers"
    PRESS = "press"

    @property
    def label(self) -> str:
        """French words."""
        return _AUDIENCES[self]


class MessageStatus(StrEnum):
    """Where a message stands."""

    PLANNED = "planned"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """French words."""
        return {"planned": "prévu", "done": "fait", "dropped": "abandonné"}[self]


_CHANNELS = {
    Channel.POSTER: "affiche",
    Channel.EMAIL: "courriel",
    Channel.BULLETIN: "bulletin",
    Channel.INTRANET: "intranet ou note interne",
    Channel.WEB: "site internet",
    Channel.SOCIAL: "réseau social",
    Channel.PRESS: "presse",
    Channel.MEETING: "réunion",
    Channel.EVENT: "événement",
    Channel.OTHER: "autre",
}
_AUDIENCES = {
    MessageAudience.AGENTS: "agents",
    MessageAudience.ELECTED: "élus",
    MessageAudience.INHABITANTS: "habitants",
    MessageAudience.PARTNERS: "partenaires et associations",
    MessageAudience.SUPPLIERS: "fournisseurs",
    MessageAudience.PRESS: "presse",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Record):
    """A line of the communication plan."""

    TABLE: ClassVar[str] = "message"

    title: str = ""
    audience: MessageAudience = MessageAudience.AGENTS
    channel: Channel = Channel.EMAIL
    text: str = ""
    """What is to be remembered, in one or two sentences."""
    planned: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    owner: str = ""
    cost: float | None = None
    """Euros excl. tax."""
    eco_choices: str = ""
    """What makes it sober: black and white, no video, paper already bought…"""
    status: MessageStatus = MessageStatus.PLANNED
    result: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenMoment(Record):
    """A moment of the year to tell something, from the calendar of nrdesk or one's own."""

    TABLE: ClassVar[str] = "chosen_moment"

    moment: str = ""
    """Identifier in `resources/data/content/moments.csv`; empty for one's own."""
    title: str = ""
    starts: str | None = field(default=None, metadata=holding(Holds.DATE))
    ends: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Dates, possibly partial."""
    confirmed: bool = False
    """Whether the date was checked."""
    idea: str = ""
    owner: str = ""
    held: bool = False
    community: bool = False
    """Whether it is a meeting of the community."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pioneer(Record):
    """A member of the community: somebody who is really committed."""

    TABLE: ClassVar[str] = "pioneer"

    name: str = ""
    service: str = ""
    """Service, association, company."""
    internal: bool = True
    """Whether this person works for the collectivité or is elected there."""
    interests: str = ""
    contact: str = ""
    joined: str | None = field(default=None, metadata=holding(Holds.DATE))
    agreed: bool = False
    """Whether this person agreed to be listed (GDPR)."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitText(Record):
    """A text of the kit as somebody edited it; it is drafted from the data as long as there is none."""

    TABLE: ClassVar[str] = "kit_text"

    piece: str = ""
    """Identifier of the piece of the kit (`core.communication`)."""
    story: str = ""
    """Identifier of what happened that it tells; empty for the whole strategy."""
    title: str = ""
    body: str = ""
    """JSON of `core.richtext`."""
    proposed: str = ""
    """The draft that was edited, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Record):
    """Somebody who signed a commitment."""

    TABLE: ClassVar[str] = "commitment"

    name: str = ""
    function: str = ""
    text: str = ""
    signed: str | None = field(default=None, metadata=holding(Holds.DATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class KitCheck(Record):
    """The answer to an item of the checklist of a responsible communication."""

    TABLE: ClassVar[str] = "kit_check"

    item: str = ""
    """Identifier of the item (`resources/data/content/communication_checks.csv`)."""
    done: bool = False
    comment: str = ""
