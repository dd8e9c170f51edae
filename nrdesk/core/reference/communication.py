"""What step 10 suggests: messages to begin with, and the checklist of a responsible communication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from nrdesk.core.model import Channel, MessageAudience
from nrdesk.core.reference.table import read_data
from nrdesk.core.written.prose import french


class CheckTheme(StrEnum):
    """The three sides of a responsible communication, as the method's guide tells them."""

    ACCESSIBLE = "accessible"
    SOBER = "sober"
    TRANSPARENT = "transparent"

    @property
    def label(self) -> str:
        """French words."""
        return {"accessible": "Accessible", "sober": "Sobre", "transparent": "Transparente"}[self]


@dataclass(frozen=True, slots=True)
class CommunicationCheck:
    """An item of the checklist."""

    id: str
    theme: CheckTheme
    text: str
    """What is true once it is done, a French sentence."""
    why: str
    how: str
    source: str


@dataclass(frozen=True, slots=True)
class MessageIdea:
    """A message that most collectivités send."""

    id: str
    title: str
    audience: MessageAudience
    channel: Channel
    after_days: int
    """Days after the vote when it is sent."""
    small: bool
    """Whether a small commune would begin with it."""
    text: str
    eco_choices: str


@cache
def checks() -> Mapping[str, CommunicationCheck]:
    """Return the checklist by identifier, in the order of the table."""
    found = (
        CommunicationCheck(
            id=line.required("id"),
            theme=CheckTheme(line.required("theme")),
            text=french(line.required("text")),
            why=french(line.required("why")),
            how=french(line.required("how")),
            source=line.required("source"),
        )
        for line in read_data("content/communication_checks.csv")
    )
    return MappingProxyType({check.id: check for check in found})


@cache
def message_ideas() -> tuple[MessageIdea, ...]:
    """Return the messages to begin with, in the order of the table."""
    return tuple(
        MessageIdea(
            id=line.required("id"),
            title=french(line.required("title")),
            audience=MessageAudience(line.required("audience")),
            channel=Channel(line.required("channel")),
            after_days=line.integer("after_days") or 0,
            small=line.flag("small_commune"),
            text=french(line.required("text")),
            eco_choices=french(line.required("eco_choices")),
        )
        for line in read_data("content/communication_messages.csv")
    )
