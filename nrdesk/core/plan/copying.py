"""An action like another: what it asks and changes is kept, what only happened to the first is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    BudgetLine,
    Contribution,
    Record,
    new_id,
)
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_COPIED: tuple[type[Record], ...] = (Contribution, BudgetLine, ActionLever)


def duplicate(document: Document, action_id: str) -> Action:
    """Add a copy of an action, with who helps, its money and its levers, and return it.

    Milestones, dependencies, progress and votes stay with the first one.

    Raises:
        KeyError: there is no such action.
        UserError: the document cannot be written.
    """
    first = document.get(Action, action_id)
    copy = replace(
        first,
        id=new_id(),
        updated_at="",
        title=f"{first.title} (copie)".strip(),
        status=ActionStatus.TO_START,
        blocked=False,
        blocked_reason="",
        progress=None,
        votes=0,
        catalogue="",
        rank=max((action.rank for action in document.all(Action)), default=0) + 1,
    )
    with document.action(f"Dupliquer l’action {quoted(first.title)}") as tx:
        tx.add(copy)
        tx.add_all(_belongings(document, first.id, copy.id))
    return copy


def _belongings(document: Document, of: str, to: str) -> Iterator[Record]:
    for kind in _COPIED:
        for record in document.all(kind, action_id=of):
            changes = {"id": new_id(), "updated_at": "", "action_id": to}
            yield replace(record, **changes)
