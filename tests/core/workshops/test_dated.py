"""A meeting in a calendar."""

import datetime as dt
from dataclasses import replace

from nrdesk.core.model import Workshop
from nrdesk.core.workshops import event

MEETING = Workshop(title="Cadrage", starts="2026-03-12T14:00", place="Mairie", agenda="90 min Échange")


def test_it_lasts_as_long_as_was_said_or_as_its_agenda():
    assert event(MEETING).end == dt.datetime(2026, 3, 12, 15, 30)
    assert event(replace(MEETING, minutes_long=60)).end == dt.datetime(2026, 3, 12, 15)
    assert event(replace(MEETING, agenda="")).end is None


def test_without_an_hour_it_takes_the_day():
    found = event(replace(MEETING, starts="2026-03-12", minutes_long=60))
    assert (found.all_day, found.end) == (True, dt.date(2026, 3, 13))


def test_without_a_date_it_is_in_no_calendar():
    assert event(replace(MEETING, starts=None)) is None


def test_it_says_who_comes_and_what_for():
    found = event(replace(MEETING, participants="Élus", title=""))
    assert found.title == "Réunion de cadrage"
    assert found.text.replace("\u00a0", " ").splitlines() == [
        "Participants : Élus",
        "Ordre du jour :",
        "– Échange (1 h 30)",
    ]


def test_it_stays_the_same_event_when_it_is_moved():
    assert event(MEETING).uid == event(replace(MEETING, starts="2026-04-12")).uid
