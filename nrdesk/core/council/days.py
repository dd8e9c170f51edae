"""Days and months, as the texts on assemblies count them."""

from __future__ import annotations

import calendar
import datetime as dt


def clear_days(sent: dt.date, session: dt.date) -> int:
    """Return the clear days (jours francs) between a sending and a session.

    Neither the day of the sending nor that of the session counts; Saturdays, Sundays and public holidays do,
    and never extend the delay (CE 13 octobre 1993, d’André; see the row JOUR-FRANC of the table).
    """
    return max(0, (session - sent).days - 1)


def latest_sending(session: dt.date, days: int) -> dt.date:
    """Return the last day when a convocation can be sent for so many clear days."""
    return session - dt.timedelta(days=days + 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later; the last of the month where it has no such day."""
    total = day.month - 1 + months
    year, month = day.year + total // 12, total % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
