"""Step 4: the answers to the maturity questionnaire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record, reference


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityAnswer(Record):
    """Where the collectivité stands on one question, in the year of a campaign."""

    TABLE: ClassVar[str] = "maturity_answer"

    campaign_id: str = field(metadata=reference("campaign"))
    question: str
    """Identifier of a question of `resources/data/content/questionnaire.csv`: "G01"."""
    level: int | None = None
    """0 to 4; None while it is not answered."""
    not_applicable: bool = False
    """Whether the question makes no sense here: it is then left out of the scores."""
    comment: str = ""
    evidence: str = ""
    """What proves it: a document, a date, a place."""
