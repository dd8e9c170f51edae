"""What is read of a copy of a document: its rows, and its journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeAlias

from nrdesk.core.document import Document
from nrdesk.core.document.opening import require_document
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import RECORDS, Activity, Record

State: TypeAlias = Mapping[type[Record], Mapping[str, Record]]
"""The rows of a document, by kind and identifier. The journal is apart: it tells, and is never merged."""

STORED = tuple(kind for kind in RECORDS if kind is not Activity)
KIND_OF = {kind.TABLE: kind for kind in STORED}


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a document, as it was when it was read."""

    path: Path
    state: State
    journal: tuple[Activity, ...]
    """What was done to it, the oldest first."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that points to a row of another table."""

    name: str
    target: type[Record]
    required: bool


def references(kind: type[Record]) -> tuple[Reference, ...]:
    """Return the columns of a kind of record that point to others."""
    return _REFERENCES[kind]


def value_names(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that a person fills in: all but the identity and the date of a row."""
    return _NAMES[kind]


_REFERENCES: Mapping[type[Record], tuple[Reference, ...]] = {
    kind: tuple(
        Reference(each.name, KIND_OF[each.metadata["references"]], each.default is not None)
        for each in fields(kind)
        if "references" in each.metadata
    )
    for kind in STORED
}
_NAMES: Mapping[type[Record], tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind) if each.name not in ("id", "updated_at"))
    for kind in STORED
}


def read_copy(path: Path, progress: Progress = silent) -> Copy:
    """Read a file, without changing or locking it.

    Raises:
        DocumentTooNew: a later nrdesk wrote it; what it added would be lost.
        UserError: it is missing or is not a sound document.
    """
    require_document(path, "ro").close()
    with Document.open(path, read_only=True) as document:
        return copy_of(document, progress)


def copy_of(document: Document, progress: Progress = silent) -> Copy:
    """Read an open document."""
    state: dict[type[Record], Mapping[str, Record]] = {}
    for done, kind in enumerate(STORED):
        progress(done, len(STORED))
        state[kind] = {record.id: record for record in document.all(kind)}
    return Copy(document.path, state, tuple(document.all(Activity)))
