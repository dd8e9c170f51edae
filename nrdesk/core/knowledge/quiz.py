"""The rules of the quiz: which questions, in which order, how the score is kept, alone or in teams.

Games are frozen: each move returns the next state, so that a screen only shows what it is given.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nrdesk.core.formatting import percent
from nrdesk.core.reference.quiz import LETTERS, Question

MOST_TEAMS = 4
"""Teams of a projected game: as many as the keys 1 to 4."""


def themes(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return the themes of the questions, in the order in which they appear."""
    return tuple(dict.fromkeys(question.theme for question in questions))


def draw(
    questions: Sequence[Question], seed: str, *, theme: str = "", number: int | None = None
) -> tuple[Question, ...]:
    """Return the questions of a game, easy ones first.

    Args:
        questions: all of them.
        seed: name of the game. The same one gives the same questions in the same order: two rooms can be
            compared, and a game played again.
        theme: keep this theme only; empty for all.
        number: how many at most; None for all.
    """
    chosen = [question for question in questions if theme in ("", question.theme)]
    random.Random(seed).shuffle(chosen)
    return tuple(sorted(chosen[:number], key=lambda question: question.level))


@dataclass(frozen=True, slots=True)
class SoloGame:
    """Somebody who answers alone, one question after the other."""

    questions: tuple[Question, ...]
    answers: tuple[int, ...] = ()
    """Indices of the choices made so far."""
    read: int = 0
    """Questions whose explanation has been left behind."""

    @property
    def question(self) -> Question | None:
        """The question on the screen, None at the end."""
        return self.questions[self.read] if self.read < len(self.questions) else None

    @property
    def chosen(self) -> int | None:
        """Index of the choice made for the question on the screen, None before the answer."""
        return self.answers[self.read] if len(self.answers) > self.read else None

    @property
    def score(self) -> int:
        """Right answers so far."""
        return sum(map(_is_right, self.questions, self.answers))

    @property
    def by_theme(self) -> dict[str, tuple[int, int]]:
        """Theme -> (right answers, answers), in the order of the game."""
        found: dict[str, tuple[int, int]] = {}
        for question, choice in zip(self.questions, self.answers, strict=False):
            right, asked = found.get(question.theme, (0, 0))
            found[question.theme] = right + _is_right(question, choice), asked + 1
        return found

    def answer(self, choice: int) -> SoloGame:
        """Return the game once a choice is made; the first one counts."""
        if self.chosen is not None or self.question is None:
            return self
        return replace(self, answers=(*self.answers, choice))

    def next(self) -> SoloGame:
        """Return the game at the next question; one does not leave a question without an answer."""
        return self if self.chosen is None else replace(self, read=self.read + 1)

    def sheet(self) -> list[list[str]]:
        """Return the answers as rows of a table, with its headers and the score."""
        rows = [
            [*_about(question), LETTERS[choice], "oui" if _is_right(question, choice) else "non"]
            for question, choice in zip(self.questions, self.answers, strict=False)
        ]
        total = f"{self.score} sur {len(self.answers)}"
        return [[*_HEADERS, "Votre réponse", "Juste"], *rows, ["Total", "", "", "", total, _share(self)]]


@dataclass(frozen=True, slots=True)
class TeamGame:
    """A room in teams, before a screen: an animator shows, teams get points."""

    questions: tuple[Question, ...]
    teams: tuple[str, ...]
    place: int = 0
    """Index of the question on the screen; the number of questions at the end."""
    revealed: frozenset[int] = frozenset()
    """Places of the questions whose answer has been shown."""
    points: frozenset[tuple[int, int]] = frozenset()
    """(place, team) for every point."""

    @property
    def question(self) -> Question | None:
        """The question on the screen, None at the end."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def is_revealed(self) -> bool:
        """Whether the answer of the question on the screen shows."""
        return self.place in self.revealed

    @property
    def scores(self) -> tuple[int, ...]:
        """Points of each team."""
        return tuple(sum(team == index for _, team in self.points) for index in range(len(self.teams)))

    @property
    def winners(self) -> tuple[str, ...]:
        """Teams that lead; all of them in a draw, none before the first point."""
        best = max(self.scores, default=0)
        return tuple(
            team for team, score in zip(self.teams, self.scores, strict=True) if score == best and best
        )

    def move(self, step: int) -> TeamGame:
        """Return the game some questions further, or back."""
        return replace(self, place=min(max(self.place + step, 0), len(self.questions)))

    def reveal(self) -> TeamGame:
        """Return the game once the answer shows."""
        return replace(self, revealed=self.revealed | {self.place}) if self.question else self

    def toggle_point(self, team: int) -> TeamGame:
        """Return the game once a team gets its point for the question, or loses it again.

        Nothing happens for a team that does not exist, or before the answer shows: the score would give
        it away.
        """
        if not (self.is_revealed and 0 <= team < len(self.teams)):
            return self
        return replace(self, points=self.points ^ {(self.place, team)})

    def sheet(self) -> list[list[str]]:
        """Return the points as rows of a table, with its headers and the scores."""
        rows = [
            [*_about(question), *(_point((place, team) in self.points) for team in range(len(self.teams)))]
            for place, question in enumerate(self.questions)
            if place in self.revealed
        ]
        return [[*_HEADERS, *self.teams], *rows, ["Total", "", "", "", *map(str, self.scores)]]


_HEADERS = ("Question", "Thème", "Texte", "Bonne réponse")


def _about(question: Question) -> tuple[str, ...]:
    right = f"{LETTERS[question.answer]}. {question.choices[question.answer]}"
    return question.id, question.theme, question.text, right


def _is_right(question: Question, choice: int) -> bool:
    return question.answer == choice


def _point(won: bool) -> str:
    return "1" if won else "0"


def _share(game: SoloGame) -> str:
    return percent(game.score / len(game.answers)) if game.answers else ""
