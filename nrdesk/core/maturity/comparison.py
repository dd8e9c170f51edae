"""From one year to the next: what went up, what went down, theme by theme and question by question."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.formatting import number
from nrdesk.core.maturity.scoring import Maturity, ThemeScore
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import MaturityQuestion


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """One theme, two years."""

    before: ThemeScore
    after: ThemeScore

    @property
    def theme(self) -> str:
        """Its name."""
        return self.after.theme

    @property
    def difference(self) -> float | None:
        """What the score gained, None when one of the years has none."""
        return _difference(self.before.score, self.after.score)

    @property
    def text(self) -> str:
        """The difference between the two scores as they are shown: "+0,8", "−0,3", "=", or "–"."""
        return difference_text(self.before.score, self.after.score)


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question answered both years, with another level."""

    question: MaturityQuestion
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class MaturityComparison:
    """Two years side by side."""

    by_theme: tuple[ThemeChange, ...]
    progress: tuple[QuestionChange, ...]
    """Questions whose level rose, the largest step first."""
    regressions: tuple[QuestionChange, ...]
    """Questions whose level fell, the largest step first."""
    unchanged: int
    """Questions answered both years at the same level."""
    difference: float | None
    """What the overall score gained, None when one of the years has none."""
    text: str
    """The same as it is shown (see `difference_text`)."""


def compare(before: Maturity, after: Maturity) -> MaturityComparison:
    """Return how the answers changed; questions that only one of the years answers are in no list."""
    changes = [
        QuestionChange(question, before.levels[id], after.levels[id])
        for id, question in questionnaire.by_id().items()
        if id in before.levels and id in after.levels
    ]
    largest_first = sorted(changes, key=lambda change: -abs(change.after - change.before))
    return MaturityComparison(
        by_theme=tuple(map(ThemeChange, before.by_theme, after.by_theme)),
        progress=tuple(change for change in largest_first if change.after > change.before),
        regressions=tuple(change for change in largest_first if change.after < change.before),
        unchanged=sum(change.after == change.before for change in changes),
        difference=_difference(before.score, after.score),
        text=difference_text(before.score, after.score),
    )


def difference_text(before: float | None, after: float | None) -> str:
    """Return the difference between two scores as they are shown, with its sign; "–" when one is missing."""
    if before is None or after is None:
        return "–"
    # Between the rounded scores: it is those that a reader subtracts.
    difference = round(after, 1) - round(before, 1)
    text = number(difference, 1)
    if text == "0,0":
        return "="
    return text if difference < 0 else f"+{text}"


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before
