"""Step 1: who carries the approach, where it is decided, who matters around."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import within


class PersonRole(StrEnum):
    """In what capacity a person takes part."""

    AGENT = "agent"
    ELECTED = "elected"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French word."""
        return {"agent": "agent", "elected": "élu", "other": "autre"}[self]


class Trade(StrEnum):
    """The seven trades that a team covers, according to the method."""

    IT = "it"
    PURCHASING = "purchasing"
    COMMUNICATION = "communication"
    HUMAN_RESOURCES = "human_resources"
    SUSTAINABILITY = "sustainability"
    ECONOMY = "economy"
    SOLIDARITY = "solidarity"

    @property
    def label(self) -> str:
        """French name."""
        return _TRADES[self]


class BodyLevel(StrEnum):
    """What a governance body is for."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"

    @property
    def label(self) -> str:
        """French words."""
        return {"strategic": "décider (stratégique)", "operational": "avancer (opérationnel)"}[self]


class Rhythm(StrEnum):
    """How often a body meets."""

    UNKNOWN = ""
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    THREE_A_YEAR = "three_a_year"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"

    @property
    def label(self) -> str:
        """French words, empty when it is not said."""
        return _RHYTHMS[self]


class StakeholderKind(StrEnum):
    """What a stakeholder is."""

    ELECTED = "elected"
    AGENT = "agent"
    AUTHORITY = "authority"
    PUBLIC_SERVICE = "public_service"
    COMPANY = "company"
    ASSOCIATION = "association"
    INHABITANTS = "inhabitants"
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _STAKEHOLDERS[self]


class Scope(StrEnum):
    """Inside the collectivité, or on its territory."""

    INTERNAL = "internal"
    TERRITORY = "territory"

    @property
    def label(self) -> str:
        """French words."""
        return {"internal": "en interne", "territory": "sur le territoire"}[self]


_TRADES = {
    Trade.IT: "informatique",
    Trade.PURCHASING: "achats et marchés",
    Trade.COMMUNICATION: "communication",
    Trade.HUMAN_RESOURCES: "ressources humaines",
    Trade.SUSTAINABILITY: "développement durable",
    Trade.ECONOMY: "activité économique",
    Trade.SOLIDARITY: "solidarités",
}
_RHYTHMS = {
    Rhythm.UNKNOWN: "",
    Rhythm.MONTHLY: "chaque mois",
    Rhythm.BIMONTHLY: "tous les deux mois",
    Rhythm.QUARTERLY: "chaque trimestre",
    Rhythm.THREE_A_YEAR: "trois fois par an",
    Rhythm.HALF_YEARLY: "deux fois par an",
    Rhythm.YEARLY: "une fois par an",
}
_STAKEHOLDERS = {
    StakeholderKind.ELECTED: "élu",
    StakeholderKind.AGENT: "agent ou service",
    StakeholderKind.AUTHORITY: "autre collectivité, EPCI, syndicat",
    StakeholderKind.PUBLIC_SERVICE: "service public",
    StakeholderKind.COMPANY: "entreprise ou fournisseur",
    StakeholderKind.ASSOCIATION: "association, économie sociale et solidaire",
    StakeholderKind.INHABITANTS: "habitants",
    StakeholderKind.OTHER: "autre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A member of the team."""

    TABLE: ClassVar[str] = "person"

    name: str = ""
    role: PersonRole = PersonRole.AGENT
    function: str = ""
    """Function as written in the organisation chart: "secrétaire générale"."""
    service: str = ""
    skills: str = ""
    """What they know of responsible digital matters."""
    is_sponsor: bool = False
    is_coordinator: bool = False
    days_per_month: float | None = None
    """Time given, in days a month."""
    mission_written: bool = False
    """Whether the mission is in the job description or in an order of delegation."""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeCoverage(Record):
    """Who covers one of the seven trades: a person of the team, or the EPCI."""

    TABLE: ClassVar[str] = "trade_coverage"

    trade: Trade
    person_id: str | None = field(default=None, metadata=reference("person"))
    by_epci: bool = False
    """Whether the EPCI covers it: enough for a small commune."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceBody(Record):
    """A body where the approach is decided or followed."""

    TABLE: ClassVar[str] = "governance_body"

    name: str = ""
    level: BodyLevel = BodyLevel.STRATEGIC
    rhythm: Rhythm = Rhythm.UNKNOWN
    existing_body: str = ""
    """Existing meeting that it plugs into."""
    members: str = ""
    """Who sits there, as the collectivité writes it."""
    mission: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(Record):
    """Someone who matters: how much they care, how much they weigh."""

    TABLE: ClassVar[str] = "stakeholder"

    name: str = ""
    kind: StakeholderKind = StakeholderKind.OTHER
    scope: Scope = Scope.INTERNAL
    role: str = ""
    interest: int | None = field(default=None, metadata=within(1, 5))
    """From 1 (indifferent) to 5 (very interested)."""
    influence: int | None = field(default=None, metadata=within(1, 5))
    """From 1 (little) to 5 (decisive)."""
    contribution: str = ""
    """What is expected of them."""
    contact: str = ""
