import math

import pytest

from nrdesk.core.footprint.lifetime import Lifetime, LifetimeBasis, Lifetimes
from nrdesk.core.footprint.uncertainty import sigma
from tests.core.footprint.samples import LAPTOP, line, method


def lifetime(rules=None, category=LAPTOP, **fields) -> Lifetime:
    return Lifetimes(method(lifetime_rules=rules or {})).of(line(category, **fields))


def test_typical_when_nothing_else_is_known():
    assert lifetime() == Lifetime(5.0, LifetimeBasis.TYPICAL)


def test_rule_of_the_collectivite_beats_typical():
    assert lifetime({LAPTOP: 7.0}) == Lifetime(7.0, LifetimeBasis.RULE)


def test_planned_for_the_line_beats_the_rule():
    planned = lifetime({LAPTOP: 7.0}, lifetime_years=8.0)
    assert (planned.years, planned.basis) == (8.0, LifetimeBasis.PLANNED)
    assert planned.sigma > 0


def test_observed_beats_planned():
    observed = lifetime(lifetime_years=8.0, purchased="2018-01-01", retired="2021-01-01")
    assert (observed.years, observed.basis) == (pytest.approx(3.0), LifetimeBasis.OBSERVED)
    assert observed.sigma == 0


def test_an_exit_to_come_is_not_observed_yet():
    coming = lifetime(purchased="2018-01-01", retired="2031", lifetime_years=9.0)
    assert (coming.years, coming.basis) == (9.0, LifetimeBasis.PLANNED)


def test_inverted_dates_observe_nothing():
    assert lifetime(purchased="2025-06-01", retired="2021-01-01").basis is LifetimeBasis.TYPICAL


def test_an_exit_without_a_purchase_observes_nothing():
    assert lifetime(retired="2021-01-01").basis is LifetimeBasis.TYPICAL


@pytest.mark.parametrize("planned", [None, 6.0])
def test_kept_beyond_its_life_it_is_divided_by_its_real_age(planned):
    kept = lifetime(purchased="2014-01-01", lifetime_years=planned)
    assert (kept.years, kept.basis) == (pytest.approx(12.0), LifetimeBasis.REAL_AGE)


def test_younger_than_its_life_it_keeps_it():
    assert lifetime(purchased="2024-01-01").basis is LifetimeBasis.TYPICAL


def test_unknown_without_category_rule_or_plan():
    unknown = lifetime(category=None, purchased="2010")
    assert not unknown.known
    assert unknown.years == math.inf


@pytest.mark.parametrize("fields", [{"lifetime_years": 0.25}, {"purchased": "2025", "retired": "2025"}])
def test_a_year_never_carries_more_than_the_whole_manufacture(fields):
    assert lifetime(**fields).years == 1.0


def test_short_rules_and_typical_lives_count_a_year_too():
    assert lifetime({LAPTOP: 0.5}).years == 1.0


@pytest.mark.parametrize("planned", [0.0, -2.0])
def test_an_absurd_plan_is_no_plan(planned):
    assert lifetime(lifetime_years=planned).basis is LifetimeBasis.TYPICAL


def test_a_purchase_to_come_has_its_expected_life():
    assert lifetime(purchased="2026-06-01") == Lifetime(5.0, LifetimeBasis.TYPICAL)


def test_the_less_precise_the_date_the_larger_the_doubt():
    doubts = [lifetime(purchased=date).sigma for date in ("2014-01-01", "2014-01", "2014")]
    hesitant = lifetime(purchased="2014", purchased_uncertain=True)
    assert doubts[0] == 0
    assert doubts == sorted(doubts)
    assert hesitant.sigma > doubts[2]
    assert hesitant.sigma == pytest.approx(sigma(1.5 / hesitant.years))


def test_both_dates_of_an_observed_life_may_be_wrong():
    observed = lifetime(purchased="2015", retired="2020")
    assert observed.sigma == pytest.approx(sigma(1.0 / 5.0))


def test_a_wrong_date_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="hier"):
        lifetime(purchased="hier")
