"""« Ce qu’il y a à gagner d’abord »: by which questions to start, and why these.

First what the law asks of this collectivité and is not there yet. Then, in the weakest themes, the
questions that stand at level 0 or 1: their next level is one small step, an information given or a first
list, where the upper levels take a vote or a budget. A few per theme, so that the list is no single theme.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, number
from nrdesk.core.reference import questionnaire
from nrdesk.core.reference.questionnaire import HIGHEST, MaturityQuestion
from nrdesk.core.written.words import quoted

MET = 3
"""Level from which what a text asks is deemed to be there. A hypothesis of nrdesk: no judge of conformity."""
SMALL_STEP = 1
"""Highest level from which the next one is a small step."""
MOST_GAINS = 8
MOST_BY_LAW = 5
"""Of those that the law asks for: the list leaves room for small steps."""
MOST_PER_THEME = 2
"""Questions of one theme, those that the law asks for apart."""


@dataclass(frozen=True, slots=True)
class Gain:
    """A question by which to start."""

    question: MaturityQuestion
    level: int
    """The present one."""
    target: int
    """The one to aim at: the next one, or that from which what the law asks is there."""
    reason: str
    """Why this one, in a French sentence."""

    @property
    def next_level(self) -> str:
        """What would be true at the level aimed at."""
        return self.question.levels[self.target]


def first_gains(
    levels: Mapping[str, int], scores: Mapping[str, float | None], binding: Mapping[str, str]
) -> tuple[Gain, ...]:
    """Return by which questions to start, the first one first; only questions answered are weighed.

    Args:
        levels: identifier of a question -> its level.
        scores: theme -> its score, None while it has none.
        binding: obligations that apply to the collectivité, identifier -> title.
    """
    asked_by_law = list(_asked_by_law(levels, binding))
    taken = {gain.question.id for gain in asked_by_law}
    gains, per_theme = asked_by_law[:MOST_BY_LAW], Counter[str]()
    for question in _weakest_first(levels, scores):
        if len(gains) == MOST_GAINS:
            break
        if question.id in taken or per_theme[question.theme] == MOST_PER_THEME:
            continue
        per_theme[question.theme] += 1
        level = levels[question.id]
        gains.append(Gain(question, level, level + 1, _small_step(question, scores[question.theme])))
    return tuple(gains)


def _asked_by_law(levels: Mapping[str, int], binding: Mapping[str, str]) -> Iterator[Gain]:
    """Yield the questions that a text asks for and that are not there yet, the lowest level first."""
    below = [each for each in questionnaire.load() if levels.get(each.id, HIGHEST) < MET]
    for question in sorted(below, key=lambda each: levels[each.id]):
        if title := binding.get(question.obligation):
            reason = f"Une obligation le demande{NBSP}: {quoted(title)}."
            yield Gain(question, levels[question.id], MET, reason)
        elif question.law_reference:
            reason = f"Un texte le demande{NBSP}: {question.law_reference}."
            yield Gain(question, levels[question.id], MET, reason)


def _weakest_first(levels: Mapping[str, int], scores: Mapping[str, float | None]) -> list[MaturityQuestion]:
    """Return the questions one small step from the next level: weakest theme first, then lowest level."""

    def rank(question: MaturityQuestion) -> tuple[float, int]:
        score = scores[question.theme]
        return HIGHEST if score is None else score, levels[question.id]

    near = [each for each in questionnaire.load() if levels.get(each.id, HIGHEST) <= SMALL_STEP]
    return sorted(near, key=rank)


def _small_step(question: MaturityQuestion, score: float | None) -> str:
    where = "" if score is None else f" ({number(score, 1)} sur {HIGHEST})"
    theme = f"Thème {quoted(question.theme)}{where}"
    return f"{theme}{NBSP}: le niveau suivant est un petit pas."
