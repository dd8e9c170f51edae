"""What is said of a passage that is hard to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Aim(StrEnum):
    """Whom a text is written for."""

    CLEAR = "clear"
    """Everyone: plain French."""
    EASY = "easy"
    """People who read with difficulty: easy-to-read French (FALC)."""


class Kind(StrEnum):
    """What makes a passage hard; the value is its French name."""

    LONG_SENTENCE = "phrase longue"
    RARE_WORD = "mot rare"
    ACRONYM = "sigle"
    DOUBLE_NEGATIVE = "double négation"
    PASSIVE = "voix passive"
    PARENTHESES = "parenthèses"
    NUMBER = "nombre"
    PRONOUN = "pronom"


@dataclass(frozen=True, slots=True)
class Remark:
    """A passage, what makes it hard, and what to do about it."""

    start: int
    """Place of its first character in the text."""
    length: int
    """Characters of the passage, at least 1."""
    kind: Kind
    advice: str
    """A French sentence."""

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + self.length
