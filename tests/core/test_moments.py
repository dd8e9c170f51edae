"""Days that may have an hour."""

import datetime as dt

import pytest

from nrdesk.core import moments


@pytest.mark.parametrize(
    ("moment", "short", "letters"),
    [
        ("2026-03-12T14:05", "12/03/2026, 14 h 05", "jeudi 12 mars 2026 à 14 h 05"),
        ("2026-03-01", "01/03/2026", "dimanche 1ᵉʳ mars 2026"),
        ("2026-03", "03/2026", "mars 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_moment_is_written(moment, short, letters):
    assert moments.short(moment).replace("\u00a0", " ") == short
    assert moments.in_letters(moment).replace("\u00a0", " ") == letters


def test_a_moment_has_a_day_and_maybe_an_hour():
    assert moments.day_of("2026-03-12T14:05") == dt.date(2026, 3, 12)
    assert moments.day_of("2026-02") == dt.date(2026, 2, 28)
    assert moments.time_of("2026-03-12T14:05") == dt.datetime(2026, 3, 12, 14, 5)
    assert moments.time_of("2026-03-12") is None
