"""What an exercise is, and what looking at a document says of it."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.steps.step import Place


@dataclass(frozen=True, slots=True)
class Exercise:
    """One thing to do in the document of a fictional commune; every text is ready to show."""

    id: str
    step: int
    """From 1 to 10."""
    title: str
    statement: str
    """What to do and why, in a few sentences."""
    hints: tuple[str, ...]
    """From the vaguest to the plainest."""
    minutes: int
    """How long a table needs."""
    points: int
    place: Place
    """The page, and the field, where it is done."""
    solution: str
    """The answer key: for the trainer only."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the document says of an exercise."""

    done: bool
    missing: tuple[str, ...] = ()
    """What is missing, a French sentence each; empty once done."""
