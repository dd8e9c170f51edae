"""The quiz: forty questions with one right answer each, and the reason why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import Row, read_data

LETTERS = "ABCD"
"""Names of the choices, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the quiz."""

    id: str
    theme: str
    level: int
    """From 1 (for everybody) to 3 (for those who know the subject)."""
    text: str
    choices: tuple[str, ...]
    answer: int
    """Index of the right choice."""
    explanation: str
    source: str


@cache
def load() -> tuple[Question, ...]:
    """Return the questions, in the order of the table."""
    return tuple(_question(line) for line in read_data("content/quiz.csv"))


def _question(line: Row) -> Question:
    return Question(
        id=line.required("id"),
        theme=line.required("theme"),
        level=int(line.required("level")),
        text=line.required("question"),
        choices=tuple(line.required(letter.lower()) for letter in LETTERS),
        answer=LETTERS.index(line.required("answer")),
        explanation=line.required("explanation"),
        source=line.required("source"),
    )
