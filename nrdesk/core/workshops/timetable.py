"""The timetable of a meeting: what people wrote on its agenda, each point at its hour."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from nrdesk.core import moments
from nrdesk.core.formatting import NBSP
from nrdesk.core.workshops.meeting import Meeting

LONGEST = 5 * 60
"""Minutes beyond which a time is not the length of a point: "9 h 30 Accueil" says when, not how long."""
_LENGTH = (
    r"(?:(?P<hours>\d{1,2})\s*(?:heures?|h)(?![^\W\d])\s*(?P<rest>\d{2}(?!\d))?(?:\s*(?:min|mn)\b)?"
    r"|(?P<minutes>\d{1,3})\s*(?:minutes?|min|mn|[’'′])(?!\w)\.?)"
)
_BLANKS = re.compile("[ \t]+")
"""No-break spaces are kept: they are typed on purpose."""
_BULLET = r"[-•*\s]*"
_AT_FIRST = re.compile(rf"{_BULLET}\(?{_LENGTH}\)?\s*[:–—-]?\s*(?P<text>\S.*)", re.IGNORECASE)
_AT_LAST = re.compile(rf"{_BULLET}(?P<text>\S.*?)\s*[:–—-]?\s*\(?(?<!\d){_LENGTH}\)?\s*\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """A point of the agenda; its hours are unknown when the start or a length before it is."""

    text: str
    minutes: int | None
    starts: dt.datetime | None
    ends: dt.datetime | None

    @property
    def hours(self) -> str:
        """Return "14 h 00 – 14 h 10", "14 h 00" when its length is unknown, "" when the hour is."""
        if self.starts is None:
            return ""
        told = moments.hour(self.starts)
        return f"{told}{NBSP}– {moments.hour(self.ends)}" if self.ends else told

    @property
    def length(self) -> str:
        """Return "10 min", "1 h 30", "" when it is unknown."""
        return in_words(self.minutes) if self.minutes else ""


def slots(meeting: Meeting) -> tuple[Slot, ...]:
    """Return the points of the agenda of a meeting, in order.

    A line says its length first or last: "10 min Accueil", "Accueil (10 min)", "1 h 30 Ateliers".
    """
    at = moments.time_of(meeting.starts) if meeting.starts else None
    found: list[Slot] = []
    for written in filter(str.strip, meeting.agenda.splitlines()):
        text, minutes = _point(written)
        ends = at + dt.timedelta(minutes=minutes) if at and minutes else None
        found.append(Slot(text, minutes, at, ends))
        at = ends
    return tuple(found)


def length(meeting: Meeting) -> int:
    """Return the minutes that the points of an agenda take, those that say none left out."""
    return sum(slot.minutes or 0 for slot in slots(meeting))


def in_words(minutes: int) -> str:
    """Return "50 min", "2 h", "1 h 05"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def _point(written: str) -> tuple[str, int | None]:
    """Return the words of a line, and its length in minutes if it says one."""
    told = _BLANKS.sub(" ", written).strip()
    for pattern in (_AT_FIRST, _AT_LAST):
        if found := pattern.fullmatch(told):
            minutes = int(found["minutes"] or 0) + 60 * int(found["hours"] or 0) + int(found["rest"] or 0)
            if 0 < minutes <= LONGEST:
                return found["text"], minutes
    return told.lstrip("-•* ") or told, None
