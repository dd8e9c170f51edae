"""Calendar files, read back by another reader."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nrdesk.core.calendar import Event, ics
from nrdesk.core.calendar.writer import clean
from nrdesk.core.calendar.zones import ZONES
from tests.core.calendar.reading import parse

STAMP = dt.datetime(2026, 3, 1, 8, 30, tzinfo=dt.UTC)
MEETING = Event(
    uid="0190@nrdesk",
    starts=dt.datetime(2026, 3, 12, 14),
    minutes=90,
    title="Réunion de cadrage",
    place="Mairie, salle du conseil",
    text="Accueil\nChoix des axes; décisions",
    stamp=STAMP,
    alarm=dt.timedelta(days=1),
)
DAY = Event(uid="0191@nrdesk", starts=dt.date(2026, 12, 31), title="Échéance", stamp=STAMP)

texts = st.text(st.characters(codec="utf-8"), max_size=300)
moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2099, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(title=texts, place=texts, text=texts, name=texts)
@example(title="a\\n\\;b,;\n", place="\r\n", text="é" * 80, name="\u2028\x85\x00")
def test_any_text_comes_back(title, place, text, name):
    calendar = parse(ics([Event(uid="1", starts=DAY.starts, title=title, place=place, text=text)], name=name))
    (event,) = calendar.parts
    assert calendar.text("X-WR-CALNAME") == calendar.text("NAME") == clean(name)
    assert event.text("SUMMARY") == clean(title)
    for told, given_text in (("LOCATION", place), ("DESCRIPTION", text)):
        if given_text:
            assert event.text(told) == clean(given_text)
        else:
            assert told not in event.properties


def test_a_lone_surrogate_and_control_characters_are_left_out():
    (event,) = parse(ics([Event(uid="1", starts=DAY.starts, title="a\ud800b\x07c\td")], name="")).parts
    assert event.text("SUMMARY") == "abc\td"


@given(title=texts, name=st.text("é€😀a,", max_size=400))
def test_lines_are_short_and_characters_whole(title, name):
    content = ics([Event(uid="1", starts=DAY.starts, title=title)], name=name)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
        assert b"\n" not in line
        assert b"\r" not in line


@given(starts=moments, minutes=st.integers(1, 3000))
def test_an_event_ends_after_it_starts(starts, minutes):
    calendar = parse(ics([Event(uid="1", starts=starts, minutes=minutes, title="")], name=""))
    (event,) = calendar.all("VEVENT")
    read = [dt.datetime.strptime(event.value(name), "%Y%m%dT%H%M%S") for name in ("DTSTART", "DTEND")]
    assert read == [starts, starts + dt.timedelta(minutes=minutes)]


@given(starts=st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)), days=st.integers(0, 400))
def test_whole_days_end_on_the_morning_after_the_last(starts, days):
    last = starts + dt.timedelta(days=days)
    (event,) = parse(ics([Event(uid="1", starts=starts, ends=last, title="")], name="")).parts
    assert event.properties["DTSTART"] == ({"VALUE": "DATE"}, f"{starts:%Y%m%d}")
    assert event.properties["DTEND"] == ({"VALUE": "DATE"}, f"{last + dt.timedelta(days=1):%Y%m%d}")


def test_a_meeting_is_published_at_the_hour_of_its_place():
    calendar = parse(ics([MEETING, DAY], name="Valbrenne"))
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("METHOD") == "PUBLISH"
    assert calendar.value("CALSCALE") == "GREGORIAN"
    zone, meeting, day = calendar.parts
    assert zone.value("TZID") == "Europe/Paris"
    assert meeting.properties["DTSTART"] == ({"TZID": "Europe/Paris"}, "20260312T140000")
    assert meeting.value("DTSTAMP") == "20260301T083000Z"
    assert meeting.text("DESCRIPTION") == "Accueil\nChoix des axes; décisions"
    (alarm,) = meeting.parts
    assert (alarm.value("ACTION"), alarm.value("TRIGGER")) == ("DISPLAY", "-P1D")
    assert alarm.text("DESCRIPTION") == "Réunion de cadrage"
    assert (meeting.value("TRANSP"), day.value("TRANSP")) == ("OPAQUE", "TRANSPARENT")
    assert day.parts == []


@pytest.mark.parametrize(
    ("before", "written"),
    [
        (dt.timedelta(minutes=90), "-PT90M"),
        (dt.timedelta(days=7), "-P7D"),
        (dt.timedelta(hours=24), "-P1D"),
        (dt.timedelta(0), "PT0M"),
    ],
)
def test_notice_is_given_before(before, written):
    (event,) = parse(ics([Event(uid="1", starts=DAY.starts, title="", alarm=before)], name="")).parts
    assert event.parts[0].value("TRIGGER") == written


def test_whole_days_need_no_clocks():
    assert [part.name for part in parse(ics([DAY], name="")).parts] == ["VEVENT"]


def test_the_same_events_give_the_same_file():
    assert ics([MEETING, DAY], name="Valbrenne") == ics([MEETING, DAY], name="Valbrenne")


def test_an_empty_calendar_is_one_still():
    assert parse(ics([], name="Valbrenne")).parts == []


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone.id)
def test_hours_name_the_clocks_that_the_file_describes(zone):
    described, meeting = parse(ics([MEETING], name="", zone=zone)).parts
    assert described.value("TZID") == zone.id == meeting.properties["DTSTART"][0]["TZID"]
    assert [part.name for part in described.parts] == (
        ["DAYLIGHT", "STANDARD"] if zone.summer else ["STANDARD"]
    )
