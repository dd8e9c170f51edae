"""« Compte rendu »: who met, what was said, what was decided, by whom and for when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Decision, Workshop
from nrdesk.core.reports import meetings
from nrdesk.core.reports.content import Block, Report
from nrdesk.core.workshops import in_order

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Compte rendu"


def build(document: Document, workshop_id: str | None = None) -> Report:
    """Return the minutes of a meeting, or of every one that was held, each on its page.

    Raises:
        NotReadyError: no meeting was held yet, or this one is gone.
    """
    if workshop_id is not None:
        found = meetings.find(document, workshop_id, Workshop)
    else:
        found = [each for each in in_order(document.all(Workshop)) if each.held]
    if not found:
        raise NotReadyError(
            "Aucune réunion ne s’est encore tenue.",
            todo="À l’étape 5, cochez «\u00a0La réunion a eu lieu\u00a0» et notez ce qui s’est dit.",
        )
    return meetings.paper(document, TITLE, found, partial(_minutes, decisions=document.all(Decision)))


def _minutes(workshop: Workshop, level: int, *, decisions: Sequence[Decision]) -> Iterator[Block]:
    ours = [each for each in decisions if each.workshop_id == workshop.id]
    return meetings.minutes(workshop, level, ours)
