"""What was answered to the guide's questions, in any of the ten steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nrdesk.core.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer(Record):
    """The answer to one question of one step."""

    TABLE: ClassVar[str] = "step_answer"

    step: int
    question: str
    """The question as it was asked, so that the answer keeps its meaning if the guide changes."""
    text: str = ""
