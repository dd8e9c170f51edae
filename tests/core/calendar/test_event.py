"""What an event may be."""

import datetime as dt

import pytest

from nrdesk.core.calendar import Event, moment, stamp

NOON = dt.datetime(2026, 3, 12, 12)
DAY = dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": NOON, "ends": NOON},
        {"starts": NOON, "ends": NOON - dt.timedelta(minutes=1)},
        {"starts": NOON, "ends": DAY},
        {"starts": DAY, "ends": NOON},
        {"starts": DAY, "ends": DAY - dt.timedelta(days=1)},
        {"starts": DAY, "minutes": 30},
        {"starts": NOON, "minutes": 0},
        {"starts": NOON, "minutes": 30, "ends": NOON + dt.timedelta(hours=1)},
        {"starts": NOON.replace(tzinfo=dt.UTC)},
        {"starts": NOON, "stamp": NOON},
    ],
)
def test_what_does_not_hold_together_is_no_event(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        Event(uid="1", title="", **wrong)


def test_an_event_without_a_length_has_no_end():
    assert Event(uid="1", title="", starts=NOON).end is None


def test_an_hour_may_end_another_day():
    event = Event(uid="1", title="", starts=NOON, ends=NOON + dt.timedelta(days=1))
    assert event.end == NOON + dt.timedelta(days=1)
    assert not event.all_day


def test_a_record_says_an_hour_a_day_or_a_year():
    assert moment("2026-03-12T12:00") == NOON
    assert moment("2026-03-12") == DAY
    assert moment("2028") == dt.date(2028, 12, 31)
    with pytest.raises(ValueError, match="bientôt"):
        moment("bientôt")


def test_a_stamp_is_read_from_the_last_write():
    assert stamp("2026-03-12T11:00:00.123Z").isoformat() == "2026-03-12T11:00:00.123000+00:00"
    assert stamp("").year == 2020
