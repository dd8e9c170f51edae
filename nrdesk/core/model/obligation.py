"""A legal obligation as the law table states it: whom it binds, from what size, when, to do what."""

from __future__ import annotations

import datetime as dt
import operator
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core import formatting
from nrdesk.core.model.authority import AuthorityKind


class Status(StrEnum):
    """What an obligation is for a collectivité; the values are those of `nrdesk obligations --json`."""

    APPLICABLE = "applicable"
    VOLUNTARY = "volontaire"
    NOT_CONCERNED = "non_concernee"
    TO_CHECK = "a_verifier"

    @property
    def label(self) -> str:
        """French words shown on screen."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.APPLICABLE: "S’applique",
    Status.VOLUNTARY: "Volontaire",
    Status.NOT_CONCERNED: "Non concernée",
    Status.TO_CHECK: "À vérifier",
}


class Comparison(StrEnum):
    """How a text words a threshold; texts differ, and one inhabitant may make the difference."""

    MORE_THAN = ">"
    AT_LEAST = ">="
    LESS_THAN = "<"


class PopulationBasis(StrEnum):
    """Which legal population a text counts."""

    UNSPECIFIED = ""
    MUNICIPAL = "municipal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A size from which, or under which, a text applies."""

    comparison: Comparison
    value: float

    def met_by(self, size: float) -> bool:
        """Return whether a collectivité of this size is on the side that the text names."""
        return bool(_TESTS[self.comparison](size, self.value))

    def __str__(self) -> str:
        """Return the threshold as the text words it: "plus de 50 000"."""
        return f"{_WORDS[self.comparison]} {formatting.number(self.value)}"


_TESTS = {
    Comparison.MORE_THAN: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.LESS_THAN: operator.lt,
}
_WORDS = {
    Comparison.MORE_THAN: "plus de",
    Comparison.AT_LEAST: "au moins",
    Comparison.LESS_THAN: "moins de",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One row of a law table, such as `resources/data/law/obligations.csv`."""

    id: str
    title: str
    text_reference: str
    """Laws and decrees."""
    article: str
    kinds: frozenset[AuthorityKind]
    """Kinds of collectivité that the text names; empty when it names none."""
    concerns: str
    """Whom the text names, in French: "les communes et les EPCI à fiscalité propre"."""
    population: tuple[Threshold, ...] = ()
    """Thresholds in inhabitants, all to be met."""
    population_for: frozenset[AuthorityKind] = frozenset(AuthorityKind)
    """Kinds that the thresholds in inhabitants are for; the others are bound whatever their size."""
    population_basis: PopulationBasis = PopulationBasis.UNSPECIFIED
    agents: Threshold | None = None
    """In full-time equivalents."""
    purchases: Threshold | None = None
    """Annual purchases in euros excl. tax."""
    condition: str = ""
    """A condition that nrdesk cannot know, in French as it follows "que si"."""
    presumed_outside_below: int | None = None
    """Inhabitants under which purchases or the condition above are presumed out of reach, when unknown.
    A hypothesis of ours."""
    start: dt.date | None = None
    end: dt.date | None = None
    """Last day in force."""
    deadline: str = ""
    """A day: "2025-01-01"; or the same day every year: "--06-30" (as ISO 8601 wrote it)."""
    within: Status = Status.APPLICABLE
    """Status when every condition is met."""
    below: Status = Status.NOT_CONCERNED
    """Status under a threshold."""
    nature: str
    requirement: str
    indicator: str = ""
    source: str
    read_on: dt.date
    """Day when the text was last read."""
    verified: bool
    verification_note: str = ""

    def deadline_from(self, on: dt.date) -> dt.date | None:
        """Return the next deadline: the next time that a yearly one comes round, `on` included."""
        if not self.deadline:
            return None
        if not self.deadline.startswith("--"):
            return dt.date.fromisoformat(self.deadline)
        this_year = dt.date.fromisoformat(f"{on.year}{self.deadline[1:]}")
        return this_year if this_year >= on else this_year.replace(year=on.year + 1)
