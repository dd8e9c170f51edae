"""The maturity questionnaire: questions in ten themes, five levels described for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nrdesk.core.reference.table import Row, read_data

HIGHEST = 4
"""Levels go from 0 to this one."""
LEVELS = range(HIGHEST + 1)


class SmallCommune(StrEnum):
    """Whether a question makes sense in a small commune."""

    YES = "yes"
    ADAPTED = "adapted"
    """It makes sense in some small communes only."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class MaturityQuestion:
    """A question of the questionnaire."""

    id: str
    theme: str
    text: str
    levels: tuple[str, ...]
    """What is true at each level, from 0 to `HIGHEST`."""
    step: int
    """Step of the method that works on it."""
    axis: tuple[str, ...]
    """Identifiers of the axes of decree 2022-1084 that it belongs to: "A2"; often none."""
    references: tuple[str, ...]
    """Items of public référentiels that it comes from: "DINUM a.1"."""
    small_commune: SmallCommune
    flash: bool
    """Whether the flash path asks it: half of each theme, so that every theme still has a score."""
    obligation: str
    """Identifier of the legal obligation that asks for it, or ""."""
    law_reference: str
    """Text that asks for it without being an obligation of the law table: "RGPD art. 32", or ""."""
    help: str


@cache
def load() -> tuple[MaturityQuestion, ...]:
    """Return the questions, theme after theme, in the order of the table."""
    return tuple(_question(line) for line in read_data("content/questionnaire.csv"))


@cache
def by_id() -> dict[str, MaturityQuestion]:
    """Return the questions by identifier, in the order of the table."""
    return {question.id: question for question in load()}


@cache
def themes() -> tuple[str, ...]:
    """Return the themes, in the order of the table."""
    return tuple(dict.fromkeys(question.theme for question in load()))


def _question(line: Row) -> MaturityQuestion:
    step = line.integer("guide_step")
    if step is None:
        raise line.error("la colonne « guide_step » est vide")
    return MaturityQuestion(
        id=line.required("id"),
        theme=line.required("theme"),
        text=line.required("question"),
        levels=tuple(line.required(f"level_{level}") for level in LEVELS),
        step=step,
        axis=line.list("decree_axis"),
        references=line.list("references"),
        small_commune=SmallCommune(line.required("small_commune")),
        flash=line.flag("flash"),
        obligation=line.text("obligation"),
        law_reference=line.text("law_reference"),
        help=line.text("help"),
    )
