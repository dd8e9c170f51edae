"""What is prepared before the session, and the quiz on paper in case nothing can be projected."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.reference import quiz as questions
from nrdesk.core.reference.quiz import LETTERS
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Heading,
    Run,
    bold,
    bullets,
    paragraph,
    runs,
)
from nrdesk.core.reports.trainer_guide.programme import Programme
from nrdesk.core.reports.wording import french, prose

QUESTIONS = 8
"""The most questions that the sequence of the quiz has time for."""


def blocks(session: Programme) -> Iterator[Block]:
    """Yield what is done before the session, and what to bring."""
    yield Heading(1, "Avant la séance")
    for each in session.before:
        yield Heading(2, each.title)
        yield bullets(*each.items)
    yield Heading(2, "Le matériel")
    yield bullets(*session.materials)


def quiz() -> Iterator[Block]:
    """Yield the first questions for everybody, with their answers."""
    yield Heading(1, "Le quiz, sur papier")
    yield prose(
        "Si rien ne se projette, lisez ces questions à voix haute : les tables lèvent la main. La bonne "
        "réponse est en gras."
    )
    easy = [each for each in questions.load() if each.level == 1]
    for rank, question in enumerate(easy[:QUESTIONS], 1):
        yield paragraph(bold(french(f"{rank}. {question.text}")), style="block")
        yield BulletList(
            tuple(
                runs(Run(french(f"{letter}. {words}"), bold=place == question.answer))
                for place, (letter, words) in enumerate(zip(LETTERS, question.choices, strict=True))
            )
        )
        yield prose(f"{question.explanation} Source : {question.source}.", style="small")
