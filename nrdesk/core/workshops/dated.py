"""Meetings in time: their order, and each as an event of a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from nrdesk.core.calendar import Event, moment, stamp
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Workshop
from nrdesk.core.workshops.timetable import length, slots
from nrdesk.core.written.prose import capital

_UNDATED = "9999"
"""Meetings without a date come last."""


def in_order(workshops: Iterable[Workshop]) -> list[Workshop]:
    """Return meetings by date, then as they were added; those without a date last."""
    return sorted(workshops, key=lambda each: each.starts or _UNDATED)


def event(workshop: Workshop) -> Event | None:
    """Return a meeting as an event, None while it has no date.

    It lasts as long as was said, or as its agenda; a whole day while its hour is unknown.
    """
    if not workshop.starts:
        return None
    timed = "T" in workshop.starts
    return Event(
        uid=f"{workshop.id}@nrdesk",
        starts=moment(workshop.starts),
        minutes=(workshop.minutes_long or length(workshop) or None) if timed else None,
        title=workshop.title or capital(workshop.kind.label),
        place=workshop.place,
        text=_told(workshop),
        stamp=stamp(workshop.updated_at),
    )


def _told(workshop: Workshop) -> str:
    lines = []
    if workshop.participants:
        lines.append(f"Participants{NBSP}: {workshop.participants}")
    if found := slots(workshop):
        lines.append(f"Ordre du jour{NBSP}:")
        # Lengths rather than hours: whoever moves the meeting in a calendar keeps a true agenda.
        lines += [f"– {slot.text}{f' ({slot.length})' if slot.length else ''}" for slot in found]
    return "\n".join(lines)
