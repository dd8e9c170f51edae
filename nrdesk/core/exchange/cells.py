"""Values of spreadsheet cells, written as a French person would have typed them."""

from __future__ import annotations

import datetime as dt

_ORIGIN = dt.date(1899, 12, 30)


def as_text(value: object) -> str:
    """Return the text of a cell: "1450", "12,5", "05/03/2018", "oui"."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, dt.datetime):
        day = value.date()
        return _day(day) if value.time() == dt.time() else f"{_day(day)} {value:%H:%M}"
    if isinstance(value, dt.date):
        return _day(value)
    return "" if value is None else str(value)


def _day(date: dt.date) -> str:
    """Return a date as 05/03/2018."""
    serial = (date - _ORIGIN).days
    if 1970 <= serial <= 2100:
        # A year typed in a cell formatted as a date: 2018 shows as 10/07/1905.
        return str(serial)
    return f"{date:%d/%m/%Y}"
