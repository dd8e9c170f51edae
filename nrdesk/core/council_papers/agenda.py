"""The dates of the vote as events of a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nrdesk.core.calendar import Event, stamp
from nrdesk.core.council import Deadline, DeadlineKind, deadlines, meeting_time
from nrdesk.core.council_papers.state import rules_of, under_way
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Deliberation

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_NOTICE = dt.timedelta(days=2)
_SESSION_MINUTES = 120
"""Length given to a session, which nobody knows beforehand: two hours."""


def events(document: Document) -> tuple[Event, ...]:
    """Return the dates of the vote, in order; none while the session has no day."""
    deliberation = under_way(document)
    found = deadlines(deliberation, rules_of(document))
    return tuple(_event(deliberation, deadline) for deadline in found)


def _event(deliberation: Deliberation, deadline: Deadline) -> Event:
    source = f"\nTexte{NBSP}: {deadline.article}" if deadline.article else ""
    unsure = f" (à confirmer){NBSP}" if deadline.to_confirm else ""
    session = deadline.kind is DeadlineKind.SESSION
    hour = meeting_time(deliberation) if session else None
    return Event(
        uid=f"{deliberation.id}-{deadline.kind}@nrdesk",
        starts=hour or deadline.date,
        title=f"{deliberation.body_name}{NBSP}: {deliberation.title}" if session else deadline.title,
        minutes=_SESSION_MINUTES if hour else None,
        place=deliberation.place if session else "",
        text=f"{deadline.text}{source}{unsure}".strip(),
        stamp=stamp(deliberation.updated_at),
        alarm=_NOTICE if deadline.kind is DeadlineKind.CONVOCATION else None,
    )
