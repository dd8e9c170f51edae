"""Meetings in time: their order, and each as an event of a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from nrdesk.core.calendar import Event, moment, stamp
from nrdesk.core.formatting import NBSP
from nrdesk.core.workshops.meeting import Meeting, name
from nrdesk.core.workshops.timetable import length, slots

M = TypeVar("M", bound=Meeting)
_UNDATED = "9999"
"""Meetings without a date come last."""


def in_order(meetings: Iterable[M]) -> list[M]:
    """Return meetings by date, then as they were added; those without a date last."""
    return sorted(meetings, key=lambda each: each.starts or _UNDATED)


def event(meeting: Meeting) -> Event | None:
    """Return a meeting as an event, None while it has no date.

    It lasts as long as was said, or as its agenda; a whole day while its hour is unknown.
    """
    if not meeting.starts:
        return None
    timed = "T" in meeting.starts
    return Event(
        uid=f"{meeting.id}@nrdesk",
        starts=moment(meeting.starts),
        minutes=(meeting.minutes_long or length(meeting) or None) if timed else None,
        title=name(meeting),
        place=meeting.place,
        text=_told(meeting),
        stamp=stamp(meeting.updated_at),
    )


def _told(meeting: Meeting) -> str:
    lines = []
    if meeting.participants:
        lines.append(f"Participants{NBSP}: {meeting.participants}")
    if found := slots(meeting):
        lines.append(f"Ordre du jour{NBSP}:")
        # Lengths rather than hours: whoever moves the meeting in a calendar keeps a true agenda.
        lines += [f"– {slot.text}{f' ({slot.length})' if slot.length else ''}" for slot in found]
    return "\n".join(lines)
