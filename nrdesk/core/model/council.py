"""Step 7: the deliberation, its vote, its publication, the charters signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberation(Record):
    """The deliberation that adopts the strategy. At most one row is under way."""

    TABLE: ClassVar[str] = "deliberation"

    number: str = ""
    title: str = ""
    body_name: str = ""
    """"Conseil municipal"; that of the kind of collectivité when empty."""
    meeting: str | None = field(default=None, metadata=holding(Holds.MOMENT))
    """ISO date and time of the session; a date alone while the hour is unknown."""
    place: str = ""
    convened: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date when the convocation was sent."""
    chair: str = ""
    """Who presides: function and name."""
    rapporteur: str = ""
    secretary: str = ""
    """Secretary of the session."""
    seats: int | None = None
    """Members in office."""
    grounds: str = ""
    """Considérants as edited, in the JSON of `core.richtext`; empty while they are as nrdesk drafts them."""
    articles: str = ""
    """Articles as edited, likewise."""
    presentation: str = ""
    """Note de synthèse as edited, likewise."""
    present: int | None = None
    """Members physically present."""
    proxies: int | None = None
    """Members represented by a written proxy."""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    """Members who took no part in the vote."""
    secret: bool = False
    chair_in_favour: bool | None = None
    """How the chair voted, for the casting vote when votes are equal; None when unknown."""
    second_convocation: bool = False
    """Whether the session was convened again after a first one without quorum."""
    transmitted: str | None = field(default=None, metadata=holding(Holds.DATE))
    published: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Dates."""
    published_how: str = ""
    """Address of the page, or place of display."""
    version_id: str | None = None
    """Identifier of the `StrategyVersion` that was adopted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter(Record):
    """A charter, a label or a network that the collectivité joined."""

    TABLE: ClassVar[str] = "charter"

    name: str = ""
    signed: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    link: str = ""
    comment: str = ""
