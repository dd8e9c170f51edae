"""Step 8: the actions of the plan, what they need, what they change, and the scenarios they make."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.ambition import Dimension, Reach
from nrdesk.core.model.policy import Axis
from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class ActionStatus(StrEnum):
    """Where an action stands; being blocked is told apart, for it can happen at any time."""

    TO_START = "to_start"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """French words."""
        return _STATUSES[self]


class Moscow(StrEnum):
    """How much a workshop wants an action."""

    UNSAID = ""
    MUST = "must"
    SHOULD = "should"
    COULD = "could"
    WONT = "wont"

    @property
    def label(self) -> str:
        """French words, empty when nothing was said."""
        return _MOSCOW[self]


class Participation(StrEnum):
    """How far inhabitants take part: the five degrees of Territoires en Transitions."""

    UNSAID = ""
    NONE = "none"
    INFORMATION = "information"
    CONSULTATION = "consultation"
    DIALOGUE = "dialogue"
    CONSTRUCTION = "construction"

    @property
    def label(self) -> str:
        """French words, empty when nothing was said."""
        return _PARTICIPATION[self]


class MoneyKind(StrEnum):
    """Which way money goes."""

    INVESTMENT = "investment"
    OPERATING = "operating"
    SAVING = "saving"
    FUNDING = "funding"

    @property
    def label(self) -> str:
        """French words."""
        return _MONEY[self]


class LeverSubject(StrEnum):
    """What a lever of an action changes."""

    LIFETIME = "lifetime"
    """Years of service of the appliances of `targets`."""
    QUANTITY = "quantity"
    """Their number."""
    REFURBISHED = "refurbished"
    """Share of refurbished ones among those bought, 0 to 1."""
    ELECTRICITY = "electricity"
    """Their kWh."""
    SERVICE = "service"
    """Quantity of the digital services of `targets`."""
    REUSE_EXIT = "reuse_exit"
    """Share of appliances reused when they leave, 0 to 1: it weighs on no footprint, but on an indicator."""

    @property
    def label(self) -> str:
        """French words."""
        return _SUBJECTS[self]


class Operation(StrEnum):
    """How a lever changes it."""

    ADD = "add"
    MULTIPLY = "multiply"
    SET = "set"

    @property
    def label(self) -> str:
        """French words."""
        return {"add": "ajouter", "multiply": "multiplier par", "set": "amener à"}[self]


_STATUSES = {
    ActionStatus.TO_START: "à lancer",
    ActionStatus.UNDER_WAY: "en cours",
    ActionStatus.DONE: "terminé",
    ActionStatus.DROPPED: "abandonné",
}
_MOSCOW = {
    Moscow.UNSAID: "",
    Moscow.MUST: "indispensable",
    Moscow.SHOULD: "important",
    Moscow.COULD: "possible",
    Moscow.WONT: "pas cette fois",
}
_PARTICIPATION = {
    Participation.UNSAID: "",
    Participation.NONE: "pas de participation citoyenne",
    Participation.INFORMATION: "information",
    Participation.CONSULTATION: "consultation",
    Participation.DIALOGUE: "concertation",
    Participation.CONSTRUCTION: "co-construction",
}
_MONEY = {
    MoneyKind.INVESTMENT: "investissement",
    MoneyKind.OPERATING: "fonctionnement",
    MoneyKind.SAVING: "économie attendue",
    MoneyKind.FUNDING: "financement",
}
_SUBJECTS = {
    LeverSubject.LIFETIME: "durée de vie",
    LeverSubject.QUANTITY: "nombre d’appareils",
    LeverSubject.REFURBISHED: "part de reconditionné dans les achats",
    LeverSubject.ELECTRICITY: "électricité",
    LeverSubject.SERVICE: "services numériques",
    LeverSubject.REUSE_EXIT: "réemploi des appareils qui sortent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """An action of the plan, with the attributes of the guide."""

    TABLE: ClassVar[str] = "action"

    title: str = ""
    description: str = ""
    objective_id: str | None = field(default=None, metadata=reference("objective"))
    axis: Axis = Axis.LIFE_CYCLE
    """The axis of the decree that it serves most."""
    dimension: Dimension = Dimension.ENVIRONMENT
    reach: Reach = Reach.INTERNAL
    status: ActionStatus = ActionStatus.TO_START
    blocked: bool = False
    blocked_reason: str = ""
    progress: int | None = None
    """Percent done, 0 to 100."""
    priority: int | None = None
    """1 (first) to 3."""
    ease: int | None = None
    """1 (hard) to 3 (easy)."""
    impact: int | None = None
    """1 (small) to 3 (great), as people judge it; what is computed is told besides."""
    moscow: Moscow = Moscow.UNSAID
    votes: int = 0
    """Stickers received in a workshop."""
    starts: str | None = field(default=None, metadata=holding(Holds.DATE))
    ends: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Dates, possibly partial."""
    months: float | None = None
    """Duration expected, in months: counts while `ends` is not known."""
    owner: str = ""
    """Who answers for it: a function, or a name of the team."""
    owner_days: float | None = None
    """Days a month that the owner gives."""
    elected_lead: str = ""
    service: str = ""
    """Leading service."""
    structure: str = ""
    """Leading organisation, when it is another one."""
    partners: str = ""
    governance: str = ""
    """Body that follows it."""
    means: str = ""
    """Human and technical means."""
    expected: str = ""
    """Results expected."""
    indicator: str = ""
    """What tells that it succeeds, in words."""
    funding_note: str = ""
    participation: Participation = Participation.UNSAID
    continuous: bool = False
    """Whether it goes on without an end."""
    comment: str = ""
    catalogue: str = ""
    """Identifier of the action of the catalogue that it comes from."""
    origin: str = ""
    """Where it comes from otherwise: name of a file, decision of a review."""
    unread: str = field(default="", metadata=holding(Holds.TEXTS))
    """Texts imported that could not be understood: JSON object, field name -> text."""
    rank: int = 0

    def unread_texts(self) -> dict[str, str]:
        """Return the texts that could not be understood, by field name."""
        texts: dict[str, str] = json.loads(self.unread) if self.unread else {}
        return texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """Someone who helps in an action."""

    TABLE: ClassVar[str] = "contribution"

    action_id: str = field(metadata=reference("action"))
    who: str = ""
    """A function, a service, or a name of the team."""
    days_per_month: float | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Record):
    """An action that waits for the end of another."""

    TABLE: ClassVar[str] = "dependency"

    action_id: str = field(metadata=reference("action"))
    """The one that waits."""
    needs_id: str = field(metadata=reference("action"))
    """The one that must be over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    """A date that matters, of an action or of the whole plan."""

    TABLE: ClassVar[str] = "milestone"

    action_id: str | None = field(default=None, metadata=reference("action"))
    title: str = ""
    due: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    reached: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date when it was passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Record):
    """Money of an action in one year."""

    TABLE: ClassVar[str] = "budget_line"

    action_id: str = field(metadata=reference("action"))
    year: int
    kind: MoneyKind = MoneyKind.OPERATING
    amount: float | None = None
    """Euros excl. tax, ≥ 0."""
    funder: str = ""
    """Who pays, for a funding."""
    secured: bool = False
    """Whether it is voted or notified, rather than hoped for."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLever(Record):
    """What an action changes in the inventory or in the digital services."""

    TABLE: ClassVar[str] = "action_lever"

    action_id: str = field(metadata=reference("action"))
    subject: LeverSubject = LeverSubject.LIFETIME
    operation: Operation = Operation.ADD
    amount: float | None = None
    targets: str = ""
    """Identifiers of categories, groups or services, separated by commas; all of them when empty."""
    from_year: int | None = None
    """First year of the change; the year after the end of the action when None."""
    comment: str = ""
    """Where the amount comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Record):
    """A choice of actions, kept to be compared with others."""

    TABLE: ClassVar[str] = "scenario"

    name: str = ""
    comment: str = ""
    last_year: int | None = None
    """Last year simulated; the latest date of the objectives when None."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioAction(Record):
    """An action that a scenario keeps, and when it would end there."""

    TABLE: ClassVar[str] = "scenario_action"

    scenario_id: str = field(metadata=reference("scenario"))
    action_id: str = field(metadata=reference("action"))
    from_year: int | None = None
    """First year of its effects in this scenario; as in the plan when None."""
