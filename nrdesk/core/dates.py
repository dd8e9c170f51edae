"""Partial dates: a purchase known to the year, to the month or to the day, as ISO 8601 prefixes.

A partial date is the text "2018", "2018-03" or "2018-03-05". What is not known is not invented: it stays
absent in storage and is only assumed (middle of the period) where an age has to be computed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

EARLIEST, LATEST = 1970, 2100
"""A year outside of these is a typing mistake, or damage."""

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."
)  # fmt: skip

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parts(partial: str) -> tuple[int, int | None, int | None]:
    """Return (year, month, day) of a partial date; month and day are None when unknown.

    Raises:
        ValueError: the text is not a partial date, or names a day that does not exist.
    """
    match = _PARTIAL.fullmatch(partial)
    if match is None:
        raise ValueError(partial)
    year, month, day = match.groups()
    dt.date(int(year), int(month or 1), int(day or 1))
    return int(year), int(month) if month else None, int(day) if day else None


def is_partial_date(text: str) -> bool:
    """Return whether `text` is a valid partial date."""
    try:
        parts(text)
    except ValueError:
        return False
    return True


def decimal_year(partial: str) -> float:
    """Return a partial date as a decimal year, taking the middle of what is not known."""
    year, month, day = parts(partial)
    days = 366 if calendar.isleap(year) else 365
    if month is None:
        return year + 0.5
    if day is None:
        day = calendar.monthrange(year, month)[1] // 2 + 1
    return year + (dt.date(year, month, day).toordinal() - dt.date(year, 1, 1).toordinal()) / days


def years_between(start: str, end: str) -> float:
    """Return the years from one partial date to another; negative when they are inverted."""
    return decimal_year(end) - decimal_year(start)


def short(partial: str) -> str:
    """Return a partial date as typed in a French grid: "2018", "03/2018" or "05/03/2018"."""
    return "/".join(reversed(partial.split("-")))


def in_letters(date: dt.date) -> str:
    """Return a date as written in a French document: "1ᵉʳ mars 2026"."""
    day = "1ᵉʳ" if date.day == 1 else str(date.day)
    return f"{day} {MONTHS[date.month - 1]} {date.year}"


def partial_in_letters(partial: str) -> str:
    """Return a partial date as written in a French document: "2018", "mars 2018", "5 mars 2018"."""
    year, month, day = parts(partial)
    if month and day:
        return in_letters(dt.date(year, month, day))
    return f"{MONTHS[month - 1]} {year}" if month else str(year)


def last_day(partial: str) -> dt.date:
    """Return the last day that a partial date may stand for: "2030" gives 31 December 2030."""
    year, month, day = parts(partial)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])
