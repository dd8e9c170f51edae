"""What the workshops of step 5 and the reviews of step 9 share: both are meetings, with decisions."""

from __future__ import annotations

from typing import TypeAlias

from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Decision, Review, ReviewDecision, Workshop
from nrdesk.core.written.prose import capital

Meeting: TypeAlias = Workshop | Review
MeetingDecision: TypeAlias = Decision | ReviewDecision


def name(meeting: Meeting) -> str:
    """Return the title of a meeting, that of its kind when it has none."""
    if meeting.title:
        return meeting.title
    if isinstance(meeting, Workshop):
        return capital(meeting.kind.label)
    return f"Revue{NBSP}: {meeting.level.label}"
