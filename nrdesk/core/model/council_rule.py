"""A rule of the assembly that votes, as `resources/data/law/council_rules.csv` states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core.model.authority import AuthorityKind
from nrdesk.core.model.obligation import PopulationBasis, Threshold


class CouncilTopic(StrEnum):
    """What a rule of the assembly is about."""

    COMPETENCE = "competence"
    CONVOCATION = "convocation"
    CLEAR_DAY = "clear_day"
    AGENDA = "agenda"
    QUORUM = "quorum"
    SECOND_CONVOCATION = "second_convocation"
    MAJORITY = "majority"
    PROXY = "proxy"
    SECRET = "secret"
    TRANSMISSION = "transmission"
    PUBLICATION = "publication"
    LIST = "list"
    CONTEST = "contest"
    EPCI = "epci"
    LOCAL_LAW = "local_law"


class CouncilUnit(StrEnum):
    """What the number of a rule counts."""

    NONE = ""
    CLEAR_DAYS = "clear_days"
    """Whole days between the sending and the session."""
    WEEKS = "weeks"
    MONTHS = "months"
    PART = "part"
    """One in so many: 2 is a half, 3 a third."""
    PROXY = "proxy"
    """Proxies that one member may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilRule:
    """One row of the table."""

    id: str
    topic: CouncilTopic
    text: str
    """The rule in French, without a full stop."""
    value: int = 0
    """Its number, in `unit`; 0 when it has none."""
    unit: CouncilUnit = CouncilUnit.NONE
    urgent: int | None = None
    """The same number in an emergency."""
    synthesis_note: bool = False
    """Whether the convocation comes with a note explicative de synthèse."""
    population: Threshold | None = None
    population_basis: PopulationBasis = PopulationBasis.UNSPECIFIED
    population_note: str = ""
    """Which population counts, in French."""
    also: frozenset[AuthorityKind] = frozenset()
    """Kinds that it binds whatever their size."""
    departments: frozenset[str] = frozenset()
    """Codes of the départements that it is for; empty when it is for all."""
    article: str
    verified: bool
    """Whether the text was read; otherwise shown as "à confirmer"."""
    source: str
