"""Days that may have an hour: "2026-03-12" or "2026-03-12T14:00", on the clocks of the collectivité."""

from __future__ import annotations

import datetime as dt

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def day_of(moment: str) -> dt.date:
    """Return the day of a moment; the last one that it may be for a partial date.

    Raises:
        ValueError: it is not a moment.
    """
    return dates.last_day(moment.partition("T")[0])


def time_of(moment: str) -> dt.datetime | None:
    """Return the day and the hour of a moment, None while its hour is unknown.

    Raises:
        ValueError: it is not a moment.
    """
    return dt.datetime.fromisoformat(moment) if "T" in moment else None


def hour(time: dt.time | dt.datetime) -> str:
    """Return an hour as written in a French document: "14 h 05"."""
    return f"{time.hour}{NBSP}h{NBSP}{time.minute:02d}"


def short(moment: str) -> str:
    """Return a moment as typed in a French form: "12/03/2026" or "12/03/2026, 14 h 00"."""
    day = dates.short(moment.partition("T")[0])
    return f"{day}, {hour(time)}" if (time := time_of(moment)) else day


def in_letters(moment: str) -> str:
    """Return a moment as written in a French document: "jeudi 12 mars 2026 à 14 h 00"."""
    date = moment.partition("T")[0]
    told = dates.partial_in_letters(date)
    if len(date) == len("2026-03-12"):
        told = f"{WEEKDAYS[day_of(moment).weekday()]} {told}"
    return f"{told} à {hour(time)}" if (time := time_of(moment)) else told
