"""Digital services to come: as today, but for what levers change."""

import pytest

from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.footprint.services_future import line_in, services_in
from tests.core.footprint.test_services import count, park, use

USED = count(use("ramettes", 40), use("boite_mail", 20), use("courriel", 1e6), inventory=park("box"))


def less(amount, *services, year=2027, bound=False):
    return Lever(LeverKind.SERVICE, amount, year, services=frozenset(services), bound=bound)


def test_nothing_changes_without_a_lever():
    for year in (2026, 2030):
        found = services_in(USED, year)
        assert found.value == pytest.approx(USED.total.value)
        assert found.range() == pytest.approx((USED.total.low, USED.total.high))


def test_a_lever_acts_on_its_services_from_its_year():
    paper = USED.lines[0]
    assert line_in(paper, 2026, [less(0.5, "ramettes")]).value == pytest.approx(paper.value)
    assert line_in(paper, 2027, [less(0.5, "ramettes")]).value == pytest.approx(paper.value / 2)
    assert line_in(paper, 2027, [less(0.5, "boite_mail")]).value == pytest.approx(paper.value)


def test_all_services_and_two_bounds():
    assert services_in(USED, 2030, [less(0.5)]).value == pytest.approx(USED.total.value / 2)
    twice = [less(0.5, bound=True), less(0.5, bound=True)]
    assert services_in(USED, 2030, twice).value == pytest.approx(USED.total.value / 2)


def test_what_is_not_counted_today_stays_so():
    excluded = {line.id for line in USED.excluded}
    assert excluded
    assert services_in(USED, 2030, [less(3, "courriel")]).value == pytest.approx(USED.total.value)


def test_levers_on_appliances_leave_services_alone():
    assert services_in(USED, 2030, [Lever(LeverKind.USAGE, 0.5)]).value == pytest.approx(USED.total.value)
