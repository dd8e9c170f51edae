"""The question guides: those that come with nrdesk, and the questions of a collectivité’s own."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass

from nrdesk.core import paths
from nrdesk.core.model import QuestionGuide
from nrdesk.core.written.words import normal


@dataclass(frozen=True, slots=True)
class GuideTemplate:
    """A guide that comes with nrdesk, to copy and to change."""

    id: str
    title: str
    audience: str
    introduction: str
    """What is said before the questions."""
    questions: tuple[str, ...]


@functools.cache
def guides() -> tuple[GuideTemplate, ...]:
    """Return the guides that come with nrdesk, written for it.

    They are read from `resources/data/content/question_guides.toml`.

    Raises:
        FileNotFoundError: the file is missing (a fault of the installation, not of the user).
    """
    with (paths.data() / "content" / "question_guides.toml").open("rb") as file:
        return tuple(
            GuideTemplate(**{**guide, "questions": tuple(guide["questions"])})
            for guide in tomllib.load(file)["guides"]
        )


def copied(template: GuideTemplate) -> QuestionGuide:
    """Return a new guide of the document, the same as one that comes with nrdesk."""
    return QuestionGuide(
        title=template.title,
        audience=template.audience,
        introduction=template.introduction,
        questions="\n".join(template.questions),
    )


def questions_of(guide: QuestionGuide) -> tuple[str, ...]:
    """Return the questions of a guide, in order, each once."""
    first: dict[str, str] = {}
    for written in guide.questions.splitlines():
        if question := as_question(written):
            first.setdefault(normal(question), question)
    return tuple(first.values())


def as_question(written: str) -> str:
    """Return a question on one line, its no-break spaces kept."""
    return re.sub("[ \t\r\n]+", " ", written).strip()
