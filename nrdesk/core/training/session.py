"""Whose exercise a document is: a commune, a table, the moment when it began."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace
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
    """Return whose exercise a document is; None for any other, or for a commune that we do not have."""
    return _read(document.setting(SETTING))


def is_exercise(document: Reader) -> bool:
    """Return whether all that goes out of a document is stamped EXERCICE, its session readable or not."""
    return document.setting(SETTING) is not None


def unnamed(value: object) -> dict[str, str] | None:
    """Return what a setting keeps of a session, without the name of its table; None for anything else."""
    session = _read(value)
    return asdict(replace(session, table="Table")) if session else None


def _read(value: object) -> TrainingSession | None:
    """Return a session from its setting, of which nothing is believed: the file may come from elsewhere."""
    from nrdesk.core.training.communes import KEYS

    match value:
        case {"commune": str(commune), "table": str(table), "started_at": str(started_at)} if commune in KEYS:
            try:
                began = dt.datetime.fromisoformat(started_at)
            except ValueError:
                return None
            return TrainingSession(commune, table, started_at) if began.tzinfo else None
    return None


def begin(document: Document, session: TrainingSession) -> None:
    """Make an exercise of a document."""
    with document.action("Commencer l’exercice") as tx:
        tx.set_setting(SETTING, asdict(session))
