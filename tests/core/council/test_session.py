"""The convocation: until when, and whether it left in time."""

import datetime as dt

import pytest

from nrdesk.core.council import convocation, meeting_day, meeting_time, rules_for
from nrdesk.core.model import Authority, AuthorityKind, Deliberation
from nrdesk.core.reference import council

SMALL = rules_for(council.load(), Authority(population_municipal=2_812))
LARGE = rules_for(council.load(), Authority(population_municipal=3_500))
EPCI = rules_for(council.load(), Authority(kind=AuthorityKind.CC, population_municipal=40_000))


def session(meeting="2026-12-15T20:00", convened=None, second=False):
    return Deliberation(meeting=meeting, convened=convened, second_convocation=second)


@pytest.mark.parametrize(
    ("rules", "second", "latest"),
    [
        (SMALL, False, "2026-12-11"),
        (LARGE, False, "2026-12-09"),
        (EPCI, False, "2026-12-09"),
        (SMALL, True, "2026-12-11"),
        # After a missed quorum, three clear days are enough everywhere.
        (LARGE, True, "2026-12-11"),
    ],
)
def test_the_latest_day(rules, second, latest):
    found = convocation(rules, session(second=second))
    assert found.latest == dt.date.fromisoformat(latest)
    assert found.in_time is None


@pytest.mark.parametrize(
    ("convened", "in_time", "said"),
    [
        ("2026-12-11", True, "est tenu"),
        ("2026-12-01", True, "est tenu"),
        ("2026-12-12", False, "urgence"),
        ("2026-12-13", False, "urgence"),
        ("2026-12-14", False, "pourrait être annulé"),
        ("2026-12-15", False, "jour de la séance"),
        ("2026-12-20", False, "d’après"),
    ],
)
def test_a_small_commune_convenes_three_clear_days_before(convened, in_time, said):
    found = convocation(SMALL, session(convened=convened))
    assert found.in_time is in_time
    assert said in found.text


def test_a_week_end_is_pointed_at():
    found = convocation(SMALL, session("2026-12-17"))
    assert found.latest == dt.date(2026, 12, 13)
    assert "dimanche 13 décembre 2026" in found.text
    assert "vendredi 11 décembre 2026" in found.text


@pytest.mark.parametrize("meeting", [None, "2026", "2026-12"])
def test_without_a_day_there_is_no_date(meeting):
    found = convocation(SMALL, session(meeting))
    assert found.latest is None
    assert "Fixez le jour" in found.text


def test_the_day_and_the_hour():
    assert meeting_day(session()) == dt.date(2026, 12, 15)
    assert meeting_time(session()) == dt.datetime(2026, 12, 15, 20)
    assert meeting_time(session("2026-12-15")) is None
    assert meeting_day(session(None)) is None
