"""What goes on the wall: the session, sequence by sequence; the exercises of a commune with their answers."""

from __future__ import annotations

from nrdesk.core import training
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.reports.trainer_guide.programme import WHO, programme
from nrdesk.core.workshops.timetable import in_words
from nrdesk.ui.training.wall import Slide


def of_session() -> tuple[Slide, ...]:
    """Return the sequences of the session, each with its time and what the room does."""
    session = programme()
    total = len(session.sequences)
    found = []
    for rank, each in enumerate(session.sequences, 1):
        exercises = tuple(
            f"• {exercise.title} ({in_words(exercise.minutes)})"
            for exercise in each.exercises(session.commune)
        )
        top = f"Séquence {rank} sur {total} · {WHO[each.who]} · {in_words(each.minutes)}"
        found.append(Slide(top, each.title, (each.goal, *each.ask, *exercises), each.minutes))
    return tuple(found)


def of_exercises(commune: str) -> tuple[Slide, ...]:
    """Return the exercises of a commune, their answers hidden.

    Raises:
        KeyError: there is no such commune.
    """
    name = next(each.name for each in training.communes() if each.key == commune)
    return tuple(
        Slide(
            top=f"{name} · Étape {each.step} · {count(each.points, 'point')}",
            title=each.title,
            lines=(each.statement.strip(),),
            minutes=each.minutes,
            answer=(f"Corrigé{NBSP}: {each.solution.strip()}",),
        )
        for each in training.exercises(commune)
    )
