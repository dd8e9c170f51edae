"""What is asked in an interview, and what was answered: an answer never goes with the guide that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from nrdesk.core.formatting import count
from nrdesk.core.listening.guides import questions_of
from nrdesk.core.model import Interview, InterviewAnswer, InterviewKind, InterviewStatus, QuestionGuide
from nrdesk.core.written.words import normal


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of an interview."""

    question: str
    text: str
    """The answer, empty while there is none."""
    answer_id: str | None
    in_guide: bool
    """Whether the guide of the interview asks it today."""


def asked(guide: QuestionGuide | None, answers: Iterable[InterviewAnswer]) -> tuple[Asked, ...]:
    """Return the questions of an interview: those of its guide in order, then the others that have an answer.

    Args:
        guide: the guide chosen for the interview, None for none.
        answers: the answers of that interview.
    """
    left = list(answers)
    found = []
    for question in questions_of(guide) if guide else ():
        alike = [each for each in left if normal(each.question) == normal(question)]
        # A second answer to the same question stays in sight, among the others.
        answer = next((each for each in alike if each.text), alike[0] if alike else None)
        if answer:
            left.remove(answer)
        found.append(Asked(question, answer.text if answer else "", answer.id if answer else None, True))
    others = (Asked(each.question, each.text, each.id, False) for each in left if each.text)
    return (*found, *others)


def held(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """Return the interviews, groups, questionnaires and visits that took place, the earliest first."""
    done = (each for each in interviews if each.status is InterviewStatus.HELD)
    return tuple(sorted(done, key=lambda each: (each.held_on or "9999", each.id)))


def in_words(interviews: Iterable[Interview]) -> str:
    """Return how many there are of each kind: "2 entretiens, 1 groupe de travail"; "" for none."""
    kinds = Counter(each.kind for each in interviews)
    return ", ".join(
        count(kinds[kind], kind.label, _plural(kind.label)) for kind in InterviewKind if kinds[kind]
    )


def _plural(label: str) -> str:
    """Return the plural of a kind: "groupe de travail" -> "groupes de travail"."""
    first, *others = label.split(" ")
    return " ".join((f"{first}s", *others))
