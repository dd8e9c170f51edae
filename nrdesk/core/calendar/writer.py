"""Events written as an iCalendar object: RFC 5545, published as RFC 5546 calls it (`METHOD:PUBLISH`).

A published calendar asks nothing of its reader: no answer, no attendance. RFC 5546 would have an `ORGANIZER`
there, which is an address where to write; nrdesk knows none and sends nothing, so that it is left out, as
most calendars on the web do.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from nrdesk.core.calendar.event import Event
from nrdesk.core.calendar.zones import PARIS, Zone

LONGEST = 75
"""Octets of a line, its end apart (RFC 5545, 3.1)."""
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = {
    code: None for code in (*range(32), *range(127, 160), *range(0xD800, 0xE000)) if code not in (9, 10)
}
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def ics(events: Iterable[Event], *, name: str, zone: Zone = PARIS) -> bytes:
    """Return the content of an .ics file; the same events always give the same octets.

    Args:
        events: what it holds, in the order of the file.
        name: what the calendar is called.
        zone: clocks that the hours of the events are read on (`zone_of`).
    """
    held = tuple(events)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nrdesk//nrdesk//FR", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
    if not all(event.all_day for event in held):
        lines += _zone(zone)
    for event in held:
        lines += _event(event, zone)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def clean(text: str) -> str:
    """Return a text as a calendar may hold it: every kind of line end as one, no other control character."""
    return _LINE_ENDS.sub("\n", text).translate(_CONTROLS)


def escaped(text: str) -> str:
    """Return a text as the value of a property."""
    return clean(text).translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line with its end, cut every `LONGEST` octets and never within a character."""
    left = line.encode()
    pieces: list[bytes] = []
    room = LONGEST
    while len(left) > room:
        cut = room
        while left[cut] & 0xC0 == 0x80:  # in the middle of a character
            cut -= 1
        pieces.append(left[:cut])
        left = left[cut:]
        room = LONGEST - 1  # the space that opens a continuation
    return b"\r\n ".join((*pieces, left)) + b"\r\n"


def _event(event: Event, zone: Zone) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{event.stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield _time("DTSTART", event.starts, zone)
    if event.end is not None:
        yield _time("DTEND", event.end, zone)
    yield f"SUMMARY:{escaped(event.title)}"
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    if event.text:
        yield f"DESCRIPTION:{escaped(event.text)}"
    # A deadline is to be seen, not to make its day busy.
    yield f"TRANSP:{'TRANSPARENT' if event.all_day else 'OPAQUE'}"
    if event.alarm is not None:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(event.title)}"
        yield f"TRIGGER:{_before(event.alarm)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _time(name: str, time: dt.date, zone: Zone) -> str:
    # strftime would write the year 980 without its zero.
    day = time.isoformat()[:10].replace("-", "")
    if isinstance(time, dt.datetime):
        return f"{name};TZID={zone.id}:{day}T{time:%H%M%S}"
    return f"{name};VALUE=DATE:{day}"


def _before(length: dt.timedelta) -> str:
    """Return how long before an event, as a duration of RFC 5545: "-P1D", "-PT90M"."""
    minutes = int(length.total_seconds()) // 60
    sign = "-" if minutes > 0 else ""
    return f"{sign}P{minutes // 1440}D" if minutes and minutes % 1440 == 0 else f"{sign}PT{minutes}M"


def _zone(zone: Zone) -> Iterator[str]:
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.id}"
    if zone.summer is None:
        yield from _observance("STANDARD", zone.offset, zone.offset, zone.name, "19700101T000000")
    else:
        summer, spring, autumn = zone.summer
        yield from _observance("DAYLIGHT", zone.offset, summer, spring.name, spring.since, spring.rule)
        yield from _observance("STANDARD", summer, zone.offset, autumn.name, autumn.since, autumn.rule)
    yield "END:VTIMEZONE"


def _observance(kind: str, before: str, after: str, name: str, since: str, rule: str = "") -> Iterator[str]:
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{since}"
    yield f"TZOFFSETFROM:{before}"
    yield f"TZOFFSETTO:{after}"
    yield f"TZNAME:{name}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"END:{kind}"
