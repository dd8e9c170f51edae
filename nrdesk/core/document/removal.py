"""Deleting records together with what only exists through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from nrdesk.core.document.reading import Reader
from nrdesk.core.document.transaction import Transaction
from nrdesk.core.model import RECORDS, Record


def remove(reader: Reader, tx: Transaction, kind: type[Record], ids: Iterable[str]) -> None:
    """Delete records; what must point to them goes too, what may point to them forgets them.

    Args:
        reader: the document.
        tx: the action under way.
        kind: kind of the records.
        ids: their identifiers.
    """
    going = list(ids)
    for child, column, required in _pointing_to(kind):
        found = [each for id in going for each in reader.ids(child, **{column: id})]
        if required:
            remove(reader, tx, child, found)
        else:
            tx.update_all(child, found, **{column: None})
    tx.delete(kind, going)


def _pointing_to(kind: type[Record]) -> Iterator[tuple[type[Record], str, bool]]:
    """Yield the columns that refer to a kind: the kind that has it, its name, whether it must be filled."""
    for child in RECORDS:
        for each in fields(child):
            if each.metadata.get("references") == kind.TABLE:
                yield child, each.name, each.default is not None
