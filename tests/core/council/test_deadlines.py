"""The dates around a session follow from it, each with its text."""

import datetime as dt

from nrdesk.core.council import DeadlineKind, deadlines, rules_for
from nrdesk.core.model import Authority, Deliberation
from nrdesk.core.reference import council

SMALL = rules_for(council.load(), Authority(population_municipal=2_812))
LARGE = rules_for(council.load(), Authority(population_municipal=12_000))


def dates_of(rules, **values):
    return {each.kind: each for each in deadlines(Deliberation(**values), rules)}


def test_nothing_is_due_before_a_date_is_set():
    assert dates_of(SMALL) == {}


def test_around_a_session():
    found = dates_of(LARGE, meeting="2026-12-15T20:00")
    assert {kind: each.date for kind, each in found.items()} == {
        DeadlineKind.CONVOCATION: dt.date(2026, 12, 9),
        DeadlineKind.SESSION: dt.date(2026, 12, 15),
        DeadlineKind.LIST: dt.date(2026, 12, 22),
    }
    assert "note de synthèse" in found[DeadlineKind.CONVOCATION].text
    assert found[DeadlineKind.LIST].article == "CGCT L.\u00a02121-25"


def test_after_a_publication():
    found = dates_of(LARGE, meeting="2026-12-15", published="2026-12-31")
    assert found[DeadlineKind.PUBLICATION].date == dt.date(2027, 2, 28)
    assert found[DeadlineKind.CONTEST].date == dt.date(2027, 2, 28)
    assert found[DeadlineKind.CONTEST].to_confirm
    assert not found[DeadlineKind.PUBLICATION].to_confirm


def test_a_small_commune_has_no_least_time_online():
    found = dates_of(SMALL, meeting="2026-12-15", published="2026-12-18")
    assert DeadlineKind.PUBLICATION not in found
    assert "note de synthèse" not in found[DeadlineKind.CONVOCATION].text


def test_they_come_in_order():
    every = deadlines(Deliberation(meeting="2026-12-15", published="2026-12-18"), LARGE)
    assert [each.date for each in every] == sorted(each.date for each in every)
