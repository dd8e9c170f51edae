"""Scores: the mean of the levels answered, by theme and overall, and nothing when too little is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from nrdesk.core.formatting import number
from nrdesk.core.maturity.gains import Gain, first_gains
from nrdesk.core.model import MaturityAnswer
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import LEVELS, MaturityQuestion

ENOUGH = 0.5
"""Share of the questions that make sense from which a mean stands for a theme. A hypothesis of nrdesk."""
TOO_FEW = "trop peu de réponses"


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """Where the collectivité stands on one theme."""

    theme: str
    score: float | None
    """Mean of the levels answered, from 0 to 4; None when they are too few (see `ENOUGH`)."""
    levels: tuple[int, ...]
    """The levels answered, in the order of the questions."""
    not_applicable: int
    """Questions that make no sense here."""
    questions: int
    """Questions asked, those that make no sense included."""

    @property
    def answered(self) -> int:
        """Number of questions that have a level."""
        return len(self.levels)

    @property
    def settled(self) -> int:
        """Number of questions that need no more attention: a level, or no sense here."""
        return self.answered + self.not_applicable

    @property
    def text(self) -> str:
        """The score as it is shown: "2,3 sur 4", or why there is none."""
        return score_text(self.score)


@dataclass(frozen=True, slots=True)
class Maturity:
    """What the answers of one campaign come to."""

    score: float | None
    """Mean of all the levels answered, from 0 to 4; None when they are too few (see `ENOUGH`)."""
    by_theme: tuple[ThemeScore, ...]
    levels: Mapping[str, int]
    """Identifier of a question -> its level, for those answered."""
    not_applicable: frozenset[str]
    """Identifiers of the questions that make no sense here."""
    first_gains: tuple[Gain, ...]
    """What there is to gain first."""

    @property
    def questions(self) -> int:
        """Number of questions asked."""
        return sum(theme.questions for theme in self.by_theme)

    @property
    def settled(self) -> int:
        """Number of questions that have a level, or make no sense here."""
        return sum(theme.settled for theme in self.by_theme)

    @property
    def share(self) -> float:
        """Share of the questions asked that are settled, from 0 to 1."""
        return self.settled / self.questions

    @property
    def text(self) -> str:
        """The score as it is shown: "2,3 sur 4", or why there is none."""
        return score_text(self.score)


def score_text(score: float | None) -> str:
    """Return a score as it is shown: "2,3 sur 4", or why there is none."""
    return TOO_FEW if score is None else f"{number(score, 1)} sur {questionnaire.HIGHEST}"


def is_settled(answer: MaturityAnswer) -> bool:
    """Return whether an answer has a level, or says that the question makes no sense here."""
    return answer.not_applicable or answer.level in LEVELS


def asked(answers: Iterable[MaturityAnswer], *, flash: bool = False) -> tuple[MaturityQuestion, ...]:
    """Return the questions to ask: all of them, or half of each theme under the flash path.

    A question that has an answer is asked whatever the path: an answer never goes out of sight.
    """
    if not flash:
        return questionnaire.load()
    kept = {answer.question for answer in answers if is_settled(answer)}
    return tuple(question for question in questionnaire.load() if question.flash or question.id in kept)


def maturity_of(
    answers: Sequence[MaturityAnswer], *, flash: bool = False, binding: Mapping[str, str] | None = None
) -> Maturity:
    """Return the scores of one campaign.

    The path changes which questions are asked, hence the progress, never a score: the same answers have
    the same scores on the screen of a small commune and in a report.

    Args:
        answers: those of one campaign; the last one counts when a question has several. Answers to
            questions that this version does not know are left out.
        flash: whether the path of small communes applies.
        binding: obligations that apply to the collectivité, identifier -> title.
    """
    known = questionnaire.by_id()
    settled = {answer.question: answer for answer in answers if is_settled(answer)}
    out = frozenset(id for id, answer in settled.items() if answer.not_applicable and id in known)
    levels = {
        id: answer.level
        for id in known
        if (answer := settled.get(id)) and id not in out and answer.level is not None
    }
    shown = asked(answers, flash=flash)
    by_theme = tuple(_theme(theme, shown, levels, out) for theme in questionnaire.themes())
    return Maturity(
        score=_mean(tuple(levels.values()), len(known) - len(out)),
        by_theme=by_theme,
        levels=levels,
        not_applicable=out,
        first_gains=first_gains(levels, {each.theme: each.score for each in by_theme}, binding or {}),
    )


def _theme(
    theme: str, shown: Sequence[MaturityQuestion], levels: Mapping[str, int], out: Collection[str]
) -> ThemeScore:
    ids = [question.id for question in questionnaire.load() if question.theme == theme]
    mine = tuple(levels[id] for id in ids if id in levels)
    left_out = sum(id in out for id in ids)
    return ThemeScore(
        theme=theme,
        score=_mean(mine, len(ids) - left_out),
        levels=mine,
        not_applicable=left_out,
        questions=sum(question.theme == theme for question in shown),
    )


def _mean(levels: Sequence[int], questions: int) -> float | None:
    """Return the mean of levels, None when they are too few of the questions that make sense."""
    if not levels or len(levels) < ENOUGH * questions:
        return None
    return sum(levels) / len(levels)
