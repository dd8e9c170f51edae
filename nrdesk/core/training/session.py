"""Whose exercise a document is: a commune, a table, the moment when it began."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.document.reading import Reader

SETTING = "training"
"""Setting of the document: there in training mode only."""


@dataclass(frozen=True, slots=True)
class TrainingSession:
    """A table at work on a commune."""

    commune: str
    """Key of the commune."""
    table: str
    """Name that the table gave itself."""
    started_at: str
    """UTC time."""


def session_of(document: Reader) -> TrainingSession | None:
    """Return whose exercise a document is, None for any other document."""
    found = document.setting(SETTING)
    return TrainingSession(**found) if found else None


def is_exercise(document: Reader) -> bool:
    """Return whether all that goes out of a document is stamped EXERCICE."""
    return session_of(document) is not None


def begin(document: Document, session: TrainingSession) -> None:
    """Make an exercise of a document."""
    with document.action("Commencer l’exercice") as tx:
        tx.set_setting(SETTING, asdict(session))
