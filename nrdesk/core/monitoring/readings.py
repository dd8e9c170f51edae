"""The dated values of the indicators: their order, the day that each stands for, when the next is due."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.model import Indicator, Reading

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

YEARLY = 12
"""Months between two readings when nobody said otherwise."""


def in_time(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that have a date and a value, the earliest first."""
    whole = [each for each in readings if each.read_on and each.value is not None]
    return tuple(sorted(whole, key=lambda each: (dates.last_day(each.read_on or ""), each.id)))


def by_indicator(readings: Iterable[Reading]) -> Mapping[str, tuple[Reading, ...]]:
    """Return the readings of each indicator, by its identifier, the earliest first."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for each in readings:
        found[each.indicator_id].append(each)
    return {id: in_time(several) for id, several in found.items()}


def day(reading: Reading, today: dt.date) -> dt.date:
    """Return the day that a reading stands for: the last one of its date, today at the latest.

    A reading of "2026" made in November is one of November: nobody knows the end of the year.
    """
    assert reading.read_on is not None
    return min(dates.last_day(reading.read_on), max(today, _first_day(reading.read_on)))


def next_due(indicator: Indicator, last: Reading | None) -> dt.date | None:
    """Return the day when the next reading is due; None when nothing was ever read, and it is due at once.

    A base counts as a first reading.
    """
    known = last.read_on if last else indicator.base_date if indicator.base_value is not None else None
    if not known:
        return None
    return months_later(dates.last_day(known), indicator.rhythm_months or YEARLY)


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months later, or the last one of a month that is shorter."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def keep(document: Document, tx: Transaction, reading: Reading) -> Reading:
    """Write a reading that nrdesk computed; one computed for the same day gives way to it.

    Args:
        document: where it goes.
        tx: the action that it is part of.
        reading: the reading; `computed` is true.

    Returns:
        The reading as it stands in the document.
    """
    same = [
        each
        for each in document.all(Reading, indicator_id=reading.indicator_id, read_on=reading.read_on)
        if each.computed
    ]
    if not same:
        tx.add(reading)
        return reading
    kept = same[-1]
    tx.update(Reading, kept.id, value=reading.value, source=reading.source)
    return document.get(Reading, kept.id)


def _first_day(partial: str) -> dt.date:
    year, month, day_of_month = dates.parts(partial)
    return dt.date(year, month or 1, day_of_month or 1)
