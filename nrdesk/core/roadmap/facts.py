"""What the chapters are drawn from: the collectivité and the records of the steps, read once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeVar

from nrdesk.core.model import (
    Action,
    Ambition,
    Authority,
    BudgetLine,
    Deliberation,
    GovernanceBody,
    MaturityAnswer,
    Milestone,
    Objective,
    PastAction,
    Person,
    PolicyDocument,
    PolicyLink,
    PriorityAxis,
    Quote,
    Record,
    Stakeholder,
    StepAnswer,
    SynthesisItem,
    Workshop,
)
from nrdesk.core.reference import obligations
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

R = TypeVar("R", bound=Record)

READ: tuple[type[Record], ...] = (
    Person,
    GovernanceBody,
    Stakeholder,
    PolicyDocument,
    PolicyLink,
    PastAction,
    MaturityAnswer,
    SynthesisItem,
    Ambition,
    PriorityAxis,
    Objective,
    Workshop,
    Quote,
    Deliberation,
    StepAnswer,
    Action,
    Milestone,
    BudgetLine,
)
"""Kinds of records that the chapters are drawn from: small tables."""
_OF_CAMPAIGN = (MaturityAnswer, SynthesisItem)


@dataclass(frozen=True, slots=True)
class Facts:
    """A collectivité as its steps describe it."""

    authority: Authority
    records: tuple[Record, ...] = ()
    figures: tuple[str, ...] = ()
    """The headline figures of the park in French sentences; empty while nothing is counted."""
    on: dt.date = field(default_factory=obligations.legal_state)
    """The day for which the law is looked at: that of the law table, so that the same data give the same
    text on whatever day."""

    @classmethod
    def of(cls, document: Document, assessment: Assessment | None = None) -> Self:
        """Read a document.

        Args:
            document: the document.
            assessment: figures at hand; another campaign's than the latest one are left aside, since the
                strategy starts from the latest.
        """
        # Imported here: the navigation needs the chapters before any footprint is computed.
        from nrdesk.core.assessment import assess

        campaign = document.campaign
        if assessment is None or assessment.campaign.id != campaign.id:
            assessment = assess(document, campaign)
        return cls(
            authority=document.authority,
            records=tuple(
                record
                for kind in READ
                for record in document.all(
                    kind, **({"campaign_id": campaign.id} if kind in _OF_CAMPAIGN else {})
                )
            ),
            figures=figures_of(assessment),
        )

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of a kind, in order of creation.

        Raises:
            KeyError: this kind is not in `READ`.
        """
        if kind not in READ:
            raise KeyError(kind)
        return [record for record in self.records if isinstance(record, kind)]

    def answer(self, step: int, question: str) -> str:
        """Return what was answered to a question of the guide, "" while nothing was."""
        asked = normal(question)
        found = (
            each for each in self.all(StepAnswer) if each.step == step and normal(each.question) == asked
        )
        return next((each.text.strip() for each in found if each.text.strip()), "")


def figures_of(assessment: Assessment) -> tuple[str, ...]:
    """Return the headline sentences of an assessment; none while nothing is counted."""
    return assessment.sentences if assessment.headline.value else ()
