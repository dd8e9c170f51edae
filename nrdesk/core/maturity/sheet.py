"""The questionnaire as a table to fill in elsewhere: its titles, and how a level is written and read.

Whoever writes the table and whoever reads it back share this: that is what guarantees the round trip.
"""

from __future__ import annotations

import re

from nrdesk.core.reference.questionnaire import LEVELS, MaturityQuestion
from nrdesk.core.written.words import listed, normal

SHEET = "Questionnaire"
NUMBER, THEME, QUESTION = "N°", "Thème", "Question"
LEVEL, COMMENT, EVIDENCE = "Niveau", "Commentaire", "Preuve"
NOT_APPLICABLE = "Sans objet"
_NOT_APPLICABLE = frozenset(listed("sans objet, sans objet ici, non concerne, s o, so, na, n a"))
_LEVEL = re.compile(r"(?:niveau )?([0-9])(?: 0)?")
"""A level: "2", "Niveau 2", "2,0"."""


class NotALevelError(ValueError):
    """What is written is no level."""


def described(level: int) -> str:
    """Return the title of the column that describes a level."""
    return f"Au niveau {level}"


def written(level: int | None, *, not_applicable: bool) -> str:
    """Return how an answer is written, "" when there is none."""
    if not_applicable:
        return NOT_APPLICABLE
    return "" if level is None else f"{LEVEL} {level}"


CHOICES = (*(written(level, not_applicable=False) for level in LEVELS), NOT_APPLICABLE)


def read(text: str, question: MaturityQuestion) -> tuple[int | None, bool]:
    """Return the level and whether the question makes no sense here, from what somebody wrote.

    Raises:
        NotALevelError: it is neither a level nor the words of one.
    """
    words = normal(text)
    if not words:
        return None, False
    if words in _NOT_APPLICABLE:
        return None, True
    for level, said in enumerate(map(normal, question.levels)):
        if words in (said, f"{level} {said}", f"niveau {level} {said}"):
            return level, False
    found = _LEVEL.fullmatch(words)
    if found and int(found[1]) in LEVELS:
        return int(found[1]), False
    raise NotALevelError(text)
