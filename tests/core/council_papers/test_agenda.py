"""The dates of the vote go into a calendar."""

import datetime as dt

from nrdesk.core.council_papers import events


def test_without_a_session_there_is_nothing_to_put_in_a_calendar(make):
    assert events(make()) == ()


def test_the_dates_of_a_session(make):
    found = events(make(meeting="2026-12-15T20:00", place="Mairie", published="2026-12-18"))
    assert [each.starts for each in found] == [
        dt.date(2026, 12, 11),
        dt.datetime(2026, 12, 15, 20),
        dt.date(2026, 12, 22),
        dt.date(2027, 2, 18),
    ]
    assert found[1].place == "Mairie"
    assert "Conseil municipal" in found[1].title
    assert "à confirmer" in found[-1].text
    assert found[0].alarm
    assert len({each.uid for each in found}) == len(found)
