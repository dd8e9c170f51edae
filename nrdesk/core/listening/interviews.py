"""What is asked in an interview, and what was answered: an answer never goes with the guide that changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def by_kind(interviews: Iterable[Interview]) -> dict[InterviewKind, int]:
    """Return how many there are of each kind, only kinds that there are."""
    found = list(interviews)
    counts = {kind: sum(each.kind is kind for each in found) for kind in InterviewKind}
    return {kind: n for kind, n in counts.items() if n}
