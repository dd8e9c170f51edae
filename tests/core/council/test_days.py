"""Clear days: neither the day of the sending nor that of the session, and every day between them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.council import add_months, clear_days, latest_sending

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("sent", "session", "days"),
    [
        # The 25th, the 26th and the 27th are clear days, a public holiday among them.
        ("2026-12-24", "2026-12-28", 3),
        ("2026-12-25", "2026-12-28", 2),
        ("2026-12-11", "2026-12-15", 3),
        ("2026-12-09", "2026-12-15", 5),
        ("2026-12-15", "2026-12-15", 0),
        ("2026-12-14", "2026-12-15", 0),
        ("2026-12-20", "2026-12-15", 0),
    ],
)
def test_clear_days(sent, session, days):
    assert clear_days(dt.date.fromisoformat(sent), dt.date.fromisoformat(session)) == days


@given(DAYS, st.integers(1, 30))
def test_the_latest_sending_is_just_in_time(session, days):
    latest = latest_sending(session, days)
    assert clear_days(latest, session) == days
    assert clear_days(latest + dt.timedelta(days=1), session) == days - 1


@given(DAYS, st.integers(0, 36))
def test_months_later(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + dt.timedelta(days=1)).day == 1
