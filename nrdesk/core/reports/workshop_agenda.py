"""« Ordre du jour »: what a meeting is for, and its points at their hours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core import steps
from nrdesk.core.errors import NotReadyError
from nrdesk.core.model import Workshop, WorkshopKind
from nrdesk.core.reports import meetings, parts
from nrdesk.core.reports.content import Block, Heading, Report, bullets
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.workshops import in_order, slots, template

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Ordre du jour"


def build(document: Document, workshop_id: str | None = None) -> Report:
    """Return the agenda of a meeting, or of every one that has an agenda, each on its page.

    Raises:
        NotReadyError: no meeting has an agenda, or this one is gone.
    """
    if workshop_id is not None:
        found = meetings.find(document, workshop_id, Workshop)
    else:
        found = [each for each in in_order(document.all(Workshop)) if each.agenda.strip()]
    if not found:
        raise NotReadyError(
            "Aucune réunion n’a d’ordre du jour.",
            todo="À l’étape 5, ajoutez une réunion\u00a0: nrdesk propose un ordre du jour.",
        )
    small = steps.flash(document)
    return meetings.paper(document, TITLE, found, partial(_agenda, small=small))


def _agenda(workshop: Workshop, level: int, *, small: bool) -> Iterator[Block]:
    known = template(workshop.kind, small=small)
    if workshop.kind is not WorkshopKind.OTHER:
        yield prose(known.purpose, style="lead")
    yield from meetings.facts(workshop, "Avec")
    points = slots(workshop)
    if points:
        yield meetings.timetable(points)
    else:
        yield parts.to_complete("l’ordre du jour de cette réunion, à l’étape 5.")
    if known.materials:
        yield Heading(level, "À préparer")
        yield bullets(*(french(each) for each in known.materials))
