"""How far the ten steps are, in the same words for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.steps.registry import STEPS
from nrdesk.core.steps.snapshot import Snapshot, assessment_of
from nrdesk.core.steps.step import Check, Step

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One item of the checklist, looked at."""

    check: Check
    done: bool
    missing: str
    """What is missing, in French; empty when done."""


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far one step is."""

    step: Step
    share: float
    """Share of the checklist that is done, from 0 to 1."""
    results: tuple[CheckResult, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """French sentences: what is missing, each said once."""
        return tuple(dict.fromkeys(result.missing for result in self.results if result.missing))


def step_progress(step: Step, now: Snapshot) -> StepProgress:
    """Return how far `step` is; on the flash path, only the essential items count."""
    results = tuple(_look(check, now) for check in step.checks if check.essential or not now.flash)
    return StepProgress(step, sum(result.done for result in results) / len(results), results)


def progress(document: Document, assessment: Assessment | None = None) -> list[StepProgress]:
    """Return how far each of the ten steps is.

    Args:
        document: the open document.
        assessment: that of its latest campaign, when it is already at hand.
    """
    now = Snapshot.of(document, assessment_of(document, assessment))
    return [step_progress(step, now) for step in STEPS]


def _look(check: Check, now: Snapshot) -> CheckResult:
    missing = check.missing(now)
    return CheckResult(check, not missing, missing)
