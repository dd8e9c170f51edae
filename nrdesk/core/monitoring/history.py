"""Who changed what, when: the journal as one reads it, of the whole document or of one action of the plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates, moments
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import (
    ActionLever,
    ActionYear,
    Activity,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    Record,
    ReviewDecision,
)
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_OF_ACTION: tuple[type[Record], ...] = (
    Contribution,
    Dependency,
    Milestone,
    BudgetLine,
    ActionLever,
    ActionYear,
    ReviewDecision,
)
"""What hangs from an action: a change of one of them is a change of the action."""
EVERYTHING = 1_000_000
"""More entries than any journal has."""
_UNDONE = {"undo": "Annulé", "redo": "Rétabli"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history."""

    at: dt.datetime
    """On the clock of this computer."""
    label: str
    """What was done: "Modifier « Statut » (Former les agents)"; an undo says so."""
    user: str
    """Name of the session; empty when the system had none."""
    rows: int
    """Number of rows changed."""

    @property
    def day(self) -> str:
        """The day, in letters."""
        return dates.in_letters(self.at.date())

    @property
    def details(self) -> str:
        """Who and when: « 14 h 05, jeanne »."""
        return ", ".join(filter(None, (moments.hour(self.at), self.user)))


def entries(document: Document, *, limit: int = 200, containing: str = "") -> tuple[Entry, ...]:
    """Return what was done to the document, the latest first.

    Args:
        document: the document.
        limit: most entries.
        containing: words to look for in what was done and by whom, accents and capitals aside.
    """
    wanted = normal(containing)
    if not wanted:
        return tuple(map(_entry, document.activity(limit)))
    found = (each for each in document.activity(EVERYTHING) if wanted in normal(f"{each.label} {each.user}"))
    return tuple(_entry(each) for each, _ in zip(found, range(limit), strict=False))


def of_action(document: Document, action_id: str, *, limit: int = 50) -> tuple[Entry, ...]:
    """Return what was done to an action of the plan and to what hangs from it, the latest first.

    What was deleted since, and imports of more rows than the journal names, are not found.
    """
    ids = {action_id}
    for kind in _OF_ACTION:
        ids.update(document.ids(kind, action_id=action_id))
    found = [each for each in document.activity(EVERYTHING) if not ids.isdisjoint(each.touched.split())]
    return tuple(map(_entry, found[:limit]))


def _entry(activity: Activity) -> Entry:
    prefix = _UNDONE.get(activity.kind)
    label = f"{prefix}{NBSP}: {activity.label}" if prefix else activity.label
    at = dt.datetime.fromisoformat(activity.at).astimezone().replace(tzinfo=None)
    return Entry(at, label, activity.user, activity.rows)
