"""What the checks look at: a document as it is now, read once for all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeVar

from nrdesk.core.model import (
    Action,
    Ambition,
    AnnualReview,
    Attendance,
    Authority,
    AwarenessSession,
    BudgetLine,
    Campaign,
    Chapter,
    ChosenMoment,
    Contribution,
    Decision,
    Deliberation,
    Dependency,
    Equipment,
    GovernanceBody,
    Indicator,
    Interview,
    KitCheck,
    MaturityAnswer,
    Message,
    Milestone,
    Objective,
    PastAction,
    Person,
    Pioneer,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    Quote,
    Reading,
    Record,
    Referent,
    ResourceReading,
    Review,
    Stakeholder,
    StepAnswer,
    StrategyVersion,
    SynthesisItem,
    TargetStep,
    TradeCoverage,
    Workshop,
)
from nrdesk.core.steps.flash_path import flash

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

R = TypeVar("R", bound=Record)

READ: tuple[type[Record], ...] = (
    Person,
    TradeCoverage,
    GovernanceBody,
    Stakeholder,
    AwarenessSession,
    Attendance,
    Referent,
    ResourceReading,
    PolicyDocument,
    PolicyLink,
    PastAction,
    Interview,
    MaturityAnswer,
    SynthesisItem,
    Ambition,
    PriorityAxis,
    Objective,
    Workshop,
    Decision,
    Chapter,
    Quote,
    StrategyVersion,
    Deliberation,
    StepAnswer,
    Action,
    Contribution,
    Dependency,
    Milestone,
    BudgetLine,
    Indicator,
    TargetStep,
    Reading,
    Review,
    AnnualReview,
    Message,
    ChosenMoment,
    Pioneer,
    KitCheck,
)
"""Kinds of records that the checks ask for: small tables, a few dozen rows each."""
_OF_CAMPAIGN = (MaturityAnswer, SynthesisItem, AnnualReview)
"""Those of `READ` that each campaign has of its own."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The collectivité, the inventory of one campaign and the records of the steps."""

    authority: Authority
    lines: tuple[Equipment, ...] = ()
    """Inventory lines of the appliances still in the park."""
    groups: frozenset[str] = frozenset()
    """Groups of appliances that the inventory holds: "Ordinateurs", "Écrans"…"""
    coverage: float = 0.0
    """Share of the appliances whose greenhouse gases are counted, from 0 to 1."""
    flash: bool = False
    """Whether the flash path applies: essential checks only."""
    records: tuple[Record, ...] = ()
    """Records of the kinds in `READ`, all together; of that campaign, where each has its own."""
    campaign: Campaign | None = None
    """The campaign that the inventory is of; None where no document was read."""
    figures: tuple[str, ...] = ()
    """The headline figures of the park in French sentences; empty while nothing is counted."""
    today: dt.date = field(default_factory=dt.date.today)
    """The day when dates to come are looked at."""

    @classmethod
    def of(cls, document: Document, assessment: Assessment) -> Self:
        """Read a document, and keep of the assessment of a campaign what the checks look at."""
        lines = tuple(line.equipment for line in assessment.result.lines if line.in_park)
        campaign = {"campaign_id": assessment.campaign.id}
        categories = assessment.method.factors.categories
        used = {line.category for line in lines}
        return cls(
            authority=assessment.authority,
            lines=lines,
            groups=frozenset(category.group for key, category in categories.items() if key in used),
            coverage=assessment.headline.coverage_quantity,
            flash=flash(document),
            records=tuple(
                record
                for kind in READ
                for record in document.all(kind, **(campaign if kind in _OF_CAMPAIGN else {}))
            ),
            campaign=assessment.campaign,
            figures=assessment.sentences if assessment.headline.value else (),
        )

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind, in order of creation.

        Raises:
            KeyError: this kind is not in `READ`.
        """
        if kind not in READ:
            raise KeyError(kind)
        return tuple(record for record in self.records if isinstance(record, kind))


def assessment_of(document: Document, at_hand: Assessment | None) -> Assessment:
    """Return the assessment at hand, or that of the latest campaign."""
    # Imported here: the navigation needs the steps before any footprint is computed.
    from nrdesk.core.assessment import assess

    return at_hand or assess(document)
