"""What the checks of exercises look at: a document as it is now, read once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.training.session import session_of

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class Seen:
    """A document, and what the checks of the steps read of it."""

    document: Document
    now: Snapshot
    commune: str = ""
    """Key of the commune; empty for a document that is no exercise."""

    @classmethod
    def of(cls, document: Document) -> Self:
        """Read a document once for all the exercises."""
        from nrdesk.core.assessment import assess

        session = session_of(document)
        now = Snapshot.of(document, assess(document))
        return cls(document, now, session.commune if session else "")
