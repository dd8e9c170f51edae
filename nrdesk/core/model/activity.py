"""The journal: what was done to the document, by whom, when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """One action done, undone or redone. Written by the document itself, never undone."""

    TABLE: ClassVar[str] = "activity"

    at: str = field(metadata=holding(Holds.INSTANT))
    """UTC time, ISO 8601."""
    label: str
    """What was done, in the words of the undo menu."""
    kind: str = "action"
    """"action", "undo" or "redo"."""
    user: str = ""
    rows: int = 0
    """Number of rows changed."""
    touched: str = ""
    """Identifiers of the rows changed, separated by blanks; empty beyond a few, and before version 7."""
