"""« Calendrier »: every date of the strategy, or one meeting, for a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core import workshops
from nrdesk.core.agenda import dated_events
from nrdesk.core.calendar import ics, zone_of
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Review, Workshop
from nrdesk.core.reports import meetings

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def write(document: Document, progress: Progress = silent) -> bytes:
    """Return the calendar file of every date.

    Raises:
        NotReadyError: nothing has a date yet.
    """
    found = dated_events(document)
    if not found:
        raise NotReadyError(
            "Rien n’a encore de date.",
            todo="Donnez une date à une réunion ou une échéance à un objectif, à l’étape 5.",
        )
    progress(1, 1)
    authority = document.authority
    return ics(found, name=f"Numérique responsable, {authority.name}", zone=zone_of(authority))


def meeting(document: Document, meeting_id: str, kind: type[Workshop | Review] = Workshop) -> bytes:
    """Return the calendar file of one meeting.

    Raises:
        NotReadyError: it has no date, or it is gone.
    """
    (found,) = meetings.find(document, meeting_id, kind)
    event = workshops.event(found)
    if event is None:
        raise NotReadyError(
            f"«{NBSP}{workshops.name(found)}{NBSP}» n’a pas encore de date.",
            todo="Donnez-lui une date, et une heure si vous la connaissez.",
        )
    return ics([event], name=event.title, zone=zone_of(document.authority))
