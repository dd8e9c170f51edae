"""How the collectivité meets its obligations, and the proof of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class Progress(StrEnum):
    """Where the collectivité says that it stands on an obligation."""

    UNSAID = ""
    TODO = "todo"
    UNDER_WAY = "under_way"
    DONE = "done"

    @property
    def label(self) -> str:
        """French words, empty when nothing was said."""
        return {"": "", "todo": "à faire", "under_way": "en cours", "done": "fait"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationTracking(Record):
    """Where the collectivité stands on one obligation."""

    TABLE: ClassVar[str] = "obligation_tracking"

    obligation: str
    """Identifier of the obligation in the law table."""
    progress: Progress = Progress.UNSAID
    responsible: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A proof: a text, a link, or a file kept inside the document (see `AttachedFile`)."""

    TABLE: ClassVar[str] = "evidence"

    obligation: str
    title: str = ""
    text: str = ""
    link: str = ""
    file_name: str = ""
    """Name of the file attached, empty when there is none."""
    dated: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date of the proof, possibly partial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile(Record):
    """The bytes of a proof: in a table of their own, so that listing the proofs does not read them."""

    TABLE: ClassVar[str] = "attached_file"

    evidence_id: str = field(metadata=reference("evidence"))
    content: bytes
    """10 MB at most."""
