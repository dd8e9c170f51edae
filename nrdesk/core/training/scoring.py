"""Looking at a document: which exercises are passed, with which hints, for how many points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.training import notebook
from nrdesk.core.training.catalogue import exercises
from nrdesk.core.training.exercise import Exercise, Verdict
from nrdesk.core.training.session import TrainingSession, session_of

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.training.looking import Seen


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise in the score of a table."""

    exercise: Exercise
    verdict: Verdict
    hints: int
    """Number of hints opened."""
    points: int
    """Points earned: those of the exercise less one a hint, one at least; none while it is not passed."""
    passed_at: str
    """UTC time of the first success that was looked at, empty when unknown."""


@dataclass(frozen=True, slots=True)
class Score:
    """Where a table stands."""

    session: TrainingSession
    lines: tuple[Line, ...]

    @property
    def points(self) -> int:
        """Points earned."""
        return sum(line.points for line in self.lines)

    @property
    def total(self) -> int:
        """Points of all the exercises."""
        return sum(line.exercise.points for line in self.lines)

    @property
    def done(self) -> int:
        """Number of exercises passed."""
        return sum(line.verdict.done for line in self.lines)


def check(document: Document, exercise: Exercise) -> Verdict:
    """Look at a document; a success is noted with its time.

    Raises:
        KeyError: nrdesk has no check for this exercise.
    """
    from nrdesk.core.training.looking import Seen

    verdict = _look(Seen.of(document), exercise)
    if verdict.done and (session := session_of(document)):
        _note(document, session, (exercise,))
    return verdict


def score(document: Document) -> Score:
    """Return where a table stands: every exercise is looked at, each new success noted with its time.

    Raises:
        UserError: the document is no exercise.
    """
    from nrdesk.core.training.looking import Seen

    session = _session(document)
    seen = Seen.of(document)
    looked = [(exercise, _look(seen, exercise)) for exercise in exercises(session.commune)]
    noted = _note(document, session, [exercise for exercise, verdict in looked if verdict.done])
    return Score(session, tuple(_line(exercise, verdict, noted) for exercise, verdict in looked))


def hint(document: Document, exercise: Exercise) -> tuple[str, ...]:
    """Open the next hint of an exercise, and return those that are open; opening one costs a point.

    Raises:
        UserError: the document is no exercise, or the folder refused.
    """
    session = _session(document)
    noted = notebook.read(document.path, session.started_at)
    opened = noted.hints.get(exercise.id, 0)
    if opened < len(exercise.hints):
        opened += 1
        notebook.write(document.path, replace(noted, hints={**noted.hints, exercise.id: opened}))
    return exercise.hints[:opened]


def hints_opened(document: Document, exercise: Exercise) -> tuple[str, ...]:
    """Return the hints of an exercise that are open.

    Raises:
        UserError: the document is no exercise.
    """
    noted = notebook.read(document.path, _session(document).started_at)
    return exercise.hints[: noted.hints.get(exercise.id, 0)]


def _session(document: Document) -> TrainingSession:
    session = session_of(document)
    if session is None:
        raise UserError("Ce document n’est pas un exercice.", todo="Ouvrez une commune d’entraînement.")
    return session


def _look(seen: Seen, exercise: Exercise) -> Verdict:
    from nrdesk.core.training.checks import CHECKS

    missing = CHECKS[exercise.id](seen)
    return Verdict(not missing, missing)


def _note(document: Document, session: TrainingSession, passed: Sequence[Exercise]) -> notebook.Notebook:
    from nrdesk.core.document.stamps import utc_now

    noted = notebook.read(document.path, session.started_at)
    new = {exercise.id: utc_now() for exercise in passed if exercise.id not in noted.passed}
    if new and not document.read_only:
        noted = replace(noted, passed={**noted.passed, **new})
        notebook.write(document.path, noted)
    return noted


def _line(exercise: Exercise, verdict: Verdict, noted: notebook.Notebook) -> Line:
    hints = min(noted.hints.get(exercise.id, 0), len(exercise.hints))
    points = max(1, exercise.points - hints) if verdict.done else 0
    return Line(exercise, verdict, hints, points, noted.passed.get(exercise.id, ""))
