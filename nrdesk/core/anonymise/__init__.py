"""An anonymised copy of a document, for training or comparison: figures stay, people and places go.

The copy is a new file, written from the records once changed: nothing that was deleted, undone or journaled
in the document can be in it, not even in a page that SQLite has not used again. What is kept is listed, and
a text that nobody decided about stops the copy.

Kept: kinds, choices, dates, numbers of appliances, brands and operating systems that nrdesk knows, which
record goes with which. Rounded: populations, to the middle of their bracket; staff and purchases, to two
figures. Replaced by their number in a series: names, sites, services, models, titles. Emptied: free texts,
contacts, serial numbers. Left out: files of the proofs, journal, headers of the files imported.

What it cannot do: a large collectivité, almost alone in its bracket, may still be guessed.
"""

from __future__ import annotations

from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrdesk.core.anonymise.collectivite import anonymous
from nrdesk.core.anonymise.rule import LeftOutError, Names
from nrdesk.core.anonymise.rules import TEXTS
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import (
    RECORDS,
    Activity,
    AttachedFile,
    Authority,
    Campaign,
    FrozenMethod,
    ImportMapping,
    Record,
)

if TYPE_CHECKING:
    from nrdesk.core.document import Document

__all__ = ["anonymise"]

_LEFT_OUT = (ImportMapping, Activity, AttachedFile)
_STEP = 1_000
"""Records between two calls of the progress."""


def anonymise(document: Document, target: Path, progress: Progress = silent) -> Authority:
    """Write an anonymised copy of a document to a new file; return the collectivité as it is called there.

    Raises:
        UserError: a file is already there, or the folder refuses it.
    """
    from nrdesk.core.document import build

    authority = anonymous(document.authority)
    records: list[Record] = [authority]
    for kind in RECORDS:
        if kind not in (Authority, *_LEFT_OUT):
            records += document.all(kind)
    names, copied = Names(), []
    for done, record in enumerate(records):
        if done % _STEP == 0:
            progress(done, len(records))
        if copy := _copy(record, names):
            copied.append(copy)
    build(target, [_open_if_lost(record, copied) for record in copied])
    return authority


def _open_if_lost(record: Record, copied: list[Record]) -> Record:
    """Return a frozen campaign as an open one when what it kept could not be copied."""
    if not isinstance(record, Campaign) or not record.frozen:
        return record
    kept = {each.campaign_id for each in copied if isinstance(each, FrozenMethod)}
    return replace(record, frozen=record.id in kept)


def _copy(record: Record, names: Names) -> Record | None:
    """Return a record without what tells who it is about; None when nothing of it can stay."""
    rules = TEXTS.get(type(record), {})
    changes: dict[str, Any] = {}
    try:
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name == "id" or "references" in field.metadata:
                changes[field.name] = names.id(value)
            elif field.name in rules:
                changes[field.name] = rules[field.name](value, names)
            elif (
                field.name != "updated_at"
                and isinstance(value, str | bytes)
                and not isinstance(value, StrEnum)
            ):
                raise TypeError(f"{type(record).__name__}.{field.name}: does it tell who it is about?")
    except LeftOutError:
        return None
    return replace(record, **changes)
