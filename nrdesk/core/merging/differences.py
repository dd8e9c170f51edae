"""What differs between two copies: rows, fields, and campaigns that stand or fall as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nrdesk.core.merging.state import State
from nrdesk.core.model import Activity, Record


class Side(StrEnum):
    """Whose version is kept."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Two texts, one after the other."""


class Nature(StrEnum):
    """How a row differs."""

    CHANGED = "changed"
    ONLY_MINE = "only_mine"
    """Added here since the copies parted."""
    ONLY_THEIRS = "only_theirs"
    GONE_MINE = "gone_mine"
    """Deleted here."""
    GONE_THEIRS = "gone_theirs"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of a row, or several that go together, with another value on each side."""

    key: str
    """What a choice names."""
    names: tuple[str, ...]
    mine: tuple[object, ...]
    theirs: tuple[object, ...]
    suggested: Side
    conflict: bool
    """Whether both copies changed it, or nothing tells which did: somebody is to choose."""

    @property
    def joinable(self) -> bool:
        """Whether both values can be kept, one after the other: they are two texts of some length."""
        (mine, *more), (theirs, *_) = self.mine, self.theirs
        plain = type(mine) is str and type(theirs) is str and not more
        return plain and self.names[0] in JOINABLE and bool(mine) and bool(theirs)


JOINABLE = frozenset(
    (
        *("text", "comment", "description", "mission", "findings", "lessons", "summary", "goals", "means"),
        *("expected", "reason", "agenda", "report", "participants", "grounds", "presentation", "foreword"),
        *("highlights", "difficulties", "next_year", "difficulty", "next_step", "governance", "idea"),
        *("blocked_reason", "definition", "introduction", "renounced", "publics"),
    )
)
"""Fields of plain paragraphs, which may follow one another. A formatted text or JSON may not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not the same in the two copies."""

    key: str
    """What a choice names: taking or leaving the whole row of one side."""
    kind: type[Record]
    id: str
    """Its identifier here."""
    nature: Nature
    mine: Record | None
    theirs: Record | None
    """As it would be here: it points to the rows of this copy."""
    suggested: Side
    conflict: bool
    fields: tuple[FieldDifference, ...] = ()
    """What differs of a row that both have."""
    block: str = ""
    """Key of the frozen campaign that it stands or falls with; "" when it is chosen by itself."""
    needed: bool = False
    """Whether one copy deleted it while the other made something that depends on it."""

    @property
    def any_conflict(self) -> bool:
        """Whether somebody is to choose, for the row or for one of its fields."""
        return self.conflict or any(each.conflict for each in self.fields)


@dataclass(frozen=True, slots=True)
class Block:
    """A campaign frozen in one copy at least, that is taken whole: its figures are those of its lines."""

    key: str
    campaign_id: str
    year: int
    suggested: Side
    conflict: bool
    rows: int
    """Rows that differ."""
    frozen: tuple[Side, ...]
    """The sides that froze it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two copies of a document."""

    mine_path: Path
    theirs_path: Path
    mine: State
    ancestor: Path | None
    exact: bool
    """Whether the ancestor is the very state at which the copies parted."""
    unread: tuple[Path, ...]
    """Backups that could not be read, in which an ancestor was looked for."""
    differences: tuple[Difference, ...]
    blocks: tuple[Block, ...]
    journal: tuple[Activity, ...]
    """What was done in the other copy since they parted, the oldest first. It stays in that file."""

    @property
    def conflicts(self) -> int:
        """How many choices are asked."""
        free = [each for each in self.differences if not each.block]
        asked = sum(each.conflict + sum(field.conflict for field in each.fields) for each in free)
        return asked + sum(block.conflict for block in self.blocks)
