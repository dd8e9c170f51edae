"""« Dates du vote »: convocation, session, publication and delays, for a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core import council_papers
from nrdesk.core.calendar import ics, zone_of
from nrdesk.core.errors import NotReadyError
from nrdesk.core.jobs import Progress

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def write(document: Document, progress: Progress) -> bytes:
    """Return the calendar file.

    Raises:
        NotReadyError: the session has no day yet.
    """
    found = council_papers.events(document)
    if not found:
        raise NotReadyError(
            "Aucune date n’est encore connue pour le vote.",
            todo="À l’étape 7, donnez le jour de la séance\u00a0: les autres dates en découlent.",
        )
    authority = document.authority
    progress(1, 1)
    return ics(found, name=f"Vote de la stratégie, {authority.name}", zone=zone_of(authority))
