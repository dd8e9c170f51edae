"""What becomes of the rows of a file, and how many of each there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum


class Outcome(StrEnum):
    """What becomes of a row."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """French word shown beside the row."""
        return _LABELS[self]


_LABELS = {
    Outcome.IMPORTED: "importée",
    Outcome.DUPLICATE: "doublon",
    Outcome.REJECTED: "rejetée",
    Outcome.IGNORED: "ignorée",
}


class Counted:
    """What the plan of any import counts: read = imported + duplicates + rejected + ignored."""

    __slots__ = ()

    rows: Sequence[object]
    """Every row of the file but the titles."""
    counts: Counter[Outcome]

    @property
    def read(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def imported(self) -> int:
        """Number of rows that are written."""
        return self.counts[Outcome.IMPORTED]

    @property
    def duplicates(self) -> int:
        """Number of rows already known."""
        return self.counts[Outcome.DUPLICATE]

    @property
    def rejected(self) -> int:
        """Number of rows that cannot be written as they are."""
        return self.counts[Outcome.REJECTED]

    @property
    def ignored(self) -> int:
        """Number of rows that are none: blanks, titles, totals, instructions of a template."""
        return self.counts[Outcome.IGNORED]
