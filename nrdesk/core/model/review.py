"""Step 9: indicators and their readings, reviews, the annual bilan, the purchases to declare."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding, within


class Direction(StrEnum):
    """Which way an indicator should go."""

    UP = "up"
    DOWN = "down"

    @property
    def label(self) -> str:
        """French words."""
        return {"up": "à faire monter", "down": "à faire baisser"}[self]


class ReviewLevel(StrEnum):
    """The three levels of follow-up of the guide."""

    AMBITION = "ambition"
    PLAN = "plan"
    PROJECTS = "projects"

    @property
    def label(self) -> str:
        """French words."""
        return _LEVELS[self]


_LEVELS = {
    ReviewLevel.AMBITION: "ambition et grands résultats",
    ReviewLevel.PLAN: "plan d’action",
    ReviewLevel.PROJECTS: "projets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """What is measured over the years."""

    TABLE: ClassVar[str] = "indicator"

    title: str = ""
    unit: str = ""
    level: ReviewLevel = ReviewLevel.PLAN
    """Level of follow-up that looks at it."""
    direction: Direction = Direction.UP
    measured_by: str = ""
    """Identifier of a figure that nrdesk computes; empty when the readings are typed."""
    objective_id: str | None = field(default=None, metadata=reference("objective"))
    action_id: str | None = field(default=None, metadata=reference("action"))
    base_value: float | None = None
    base_date: str | None = field(default=None, metadata=holding(Holds.DATE))
    target_value: float | None = None
    target_date: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Dates, possibly partial."""
    rhythm_months: int | None = field(default=None, metadata=within(1, 120))
    """Months between two readings; twelve when None."""
    source: str = ""
    """Where the value is found."""
    owner: str = ""
    definition: str = ""
    """What is counted, and what is not."""
    catalogue: str = ""
    """Identifier of the type indicator that it comes from."""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetStep(Record):
    """A value to reach on the way to the target."""

    TABLE: ClassVar[str] = "target_step"

    indicator_id: str = field(metadata=reference("indicator"))
    due: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """The value of an indicator at a date."""

    TABLE: ClassVar[str] = "reading"

    indicator_id: str = field(metadata=reference("indicator"))
    read_on: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    value: float | None = None
    source: str = ""
    comment: str = ""
    computed: bool = False
    """Whether nrdesk computed it rather than someone typed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """A meeting of a body that follows the plan."""

    TABLE: ClassVar[str] = "review"

    title: str = ""
    level: ReviewLevel = ReviewLevel.PLAN
    body_id: str | None = field(default=None, metadata=reference("governance_body"))
    starts: str | None = field(default=None, metadata=holding(Holds.MOMENT))
    """ISO date and time, local; a date alone while the hour is unknown."""
    minutes_long: int | None = field(default=None, metadata=within(1, 1440))
    place: str = ""
    participants: str = ""
    """Functions rather than names."""
    agenda: str = ""
    report: str = ""
    """The minutes of what was said."""
    held: bool = False
    state: str = ""
    """JSON of the plan on the day when the review was noted as held (`core.monitoring.changes`): what is told
    to have changed at the next one is a comparison with it. Empty before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision(Record):
    """What a review decided."""

    TABLE: ClassVar[str] = "review_decision"

    review_id: str = field(metadata=reference("review"))
    text: str = ""
    owner: str = ""
    due: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    done: bool = False
    action_id: str | None = field(default=None, metadata=reference("action"))
    """The action that it became."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReview(Record):
    """The bilan of a year: what nrdesk cannot know, and what was checked. At most one a campaign."""

    TABLE: ClassVar[str] = "annual_review"

    campaign_id: str = field(metadata=reference("campaign"))
    foreword: str = ""
    """Word of the mayor or of the president."""
    highlights: str = ""
    difficulties: str = ""
    next_year: str = ""
    inventory_checked: bool = False
    readings_checked: bool = False
    actions_checked: bool = False
    compliance_checked: bool = False
    comments_checked: bool = False
    closed_on: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date when the bilan was closed; it no longer changes then."""
    content: str = ""
    """JSON of the figures and of the actions as they were that day (`core.monitoring`); empty before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionYear(Record):
    """What became of an action in a year, in the words of who led it."""

    TABLE: ClassVar[str] = "action_year"

    action_id: str = field(metadata=reference("action"))
    campaign_id: str = field(metadata=reference("campaign"))
    done: str = ""
    """What was done."""
    difficulty: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredSpend(Record):
    """A year's spending in one product type of the AGEC article 58 declaration."""

    TABLE: ClassVar[str] = "declared_spend"

    year: int
    product_type: str
    """As the official schema names it."""
    total: float | None = None
    reused: float | None = None
    donated: float | None = None
    recycled: float | None = None
    """Euros excl. tax: all spending, and the parts of it from reuse, from gifts, with recycled matter."""
    comment: str = ""
