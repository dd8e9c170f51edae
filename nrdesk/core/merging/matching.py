"""The rows of another copy as those of this one: rows about one thing share one identifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from nrdesk.core.merging.keys import key_of
from nrdesk.core.merging.state import STORED, State, references
from nrdesk.core.model import Record

Identifiers = Mapping[tuple[type[Record], str], str]
"""Kind and identifier in the other copy -> identifier here, for the rows that have two."""


def aligned(mine: State, theirs: State) -> tuple[State, Identifiers]:
    """Return the rows of another copy, brought to the identifiers of this one, and which were.

    Only a row that the other side does not know by its identifier is looked for by what it is about, and
    only where that tells it from all others on each side.
    """
    renamed: dict[tuple[type[Record], str], str] = {}
    found: dict[type[Record], Mapping[str, Record]] = {}
    for kind in STORED:  # parents first: their new identifiers are part of what children are about
        rows = {id: _pointing(record, renamed) for id, record in theirs[kind].items()}
        here = _by_key(mine[kind], without=rows)
        for key, id in _by_key(rows, without=mine[kind]).items():
            if key in here:
                renamed[kind, id] = here[key]
        found[kind] = {
            (known := renamed.get((kind, id), id)): record if known == id else replace(record, id=known)
            for id, record in rows.items()
        }
    return found, renamed


def _pointing(record: Record, renamed: Identifiers) -> Record:
    """Return a row that points to the rows of this copy."""
    changes: dict[str, Any] = {}
    for each in references(type(record)):
        id = getattr(record, each.name)
        if id is not None and (known := renamed.get((each.target, id))):
            changes[each.name] = known
    return replace(record, **changes) if changes else record


def _by_key(rows: Mapping[str, Record], *, without: Mapping[str, Record]) -> dict[tuple[object, ...], str]:
    """Return the identifiers of the rows that `without` has not, by what they alone are about."""
    keys = {id: key for id, record in rows.items() if (key := key_of(record)) is not None}
    times = Counter(keys.values())
    return {key: id for id, key in keys.items() if times[key] == 1 and id not in without}


def renamed_state(state: State, renamed: Identifiers) -> State:
    """Return the rows of a common ancestor under the identifiers that they have here."""
    if not renamed:
        return state
    found: dict[type[Record], Mapping[str, Record]] = {}
    for kind in STORED:
        rows = ((renamed.get((kind, id), id), record) for id, record in state[kind].items())
        found[kind] = {id: replace(_pointing(record, renamed), id=id) for id, record in rows}
    return found
