"""REEN article 16: A over B, with what the decree leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.compliance.reen16 import Exit, ReuseVerdict, reuse_rate
from nrdesk.core.model import ExitRoute
from nrdesk.core.reference import purchases

TARGETS = purchases.reuse_targets()


def gone(quantity=1, route=ExitRoute.REUSE, left="2026-03", bought="2020", **changes):
    return Exit(quantity=quantity, route=route, left=left, bought=bought, **changes)


def rate(*exits, year=2026, **given):
    return reuse_rate(exits, year, TARGETS, **given)


def test_the_share_is_that_of_the_year():
    shares = [reuse_rate([], year, TARGETS).target_share for year in (2022, 2023, 2024, 2025, 2026)]
    assert shares == [None, 0.25, 0.35, 0.5, 0.5]


def test_reuse_gifts_and_sales_count_and_waste_does_not():
    routes = (ExitRoute.REUSE, ExitRoute.DONATED, ExitRoute.SOLD, ExitRoute.WEEE, ExitRoute.UNKNOWN)
    found = rate(*(gone(route=route) for route in routes))
    assert (found.a, found.b, found.unrouted) == (3, 5, 1)
    assert found.rate == 0.6
    assert found.verdict is ReuseVerdict.MET


@pytest.mark.parametrize(("bought", "left", "kept"), [("2016", "2026", True), ("2015-12", "2026-01", False)])
def test_over_ten_years_counts_on_neither_side(bought, left, kept):
    found = rate(gone(bought=bought, left=left), gone(route=ExitRoute.WEEE))
    assert (found.a, found.b, found.over_age) == ((1, 2, 0) if kept else (0, 1, 1))


def test_an_unknown_age_counts_and_is_told():
    found = rate(gone(bought=None))
    assert (found.b, found.undated) == (1, 1)


def test_what_is_lost_leased_or_out_of_scope_is_left_out_and_told():
    found = rate(
        gone(route=ExitRoute.LOST),
        gone(2, route=ExitRoute.RETURNED),
        gone(3, in_scope=False),
        gone(left="2025"),
    )
    assert (found.b, found.not_discarded, found.out_of_scope) == (0, 3, 3)


def test_nothing_discarded_is_without_object():
    found = rate(gone(route=ExitRoute.WEEE, bought="2001"))
    assert found.rate is None
    assert found.verdict is ReuseVerdict.NO_OBJECT
    assert rate(gone(5), stock=0).verdict is ReuseVerdict.NO_OBJECT


def test_a_stock_that_was_counted_may_be_passed():
    found = rate(gone(6), stock=4)
    assert found.rate == 1.5
    assert found.stock_known
    assert found.verdict is ReuseVerdict.MET


def test_half_is_enough_and_less_is_not():
    assert rate(gone(1), gone(1, ExitRoute.WEEE)).verdict is ReuseVerdict.MET
    assert rate(gone(49), gone(51, ExitRoute.WEEE)).verdict is ReuseVerdict.SHORT
    assert rate(gone(), gone(left="2022"), year=2022).verdict is ReuseVerdict.NO_TARGET


def test_a_negative_stock_is_refused_and_a_negative_line_left_nothing():
    with pytest.raises(ValueError, match="-1"):
        rate(stock=-1)
    assert rate(gone(-3), gone(2)).b == 2


exits = st.lists(
    st.builds(
        Exit,
        quantity=st.integers(-2, 50),
        left=st.sampled_from(["2025", "2026", "2026-07", "2026-12-31"]),
        bought=st.sampled_from([None, "2010", "2016-06", "2024"]),
        route=st.sampled_from(list(ExitRoute)),
        in_scope=st.booleans(),
    )
)


@given(exits)
def test_every_exit_of_the_year_is_told_once(lines):
    found = rate(*lines)
    of_year = sum(max(0, each.quantity) for each in lines if each.left.startswith("2026"))
    assert found.b + found.over_age + found.not_discarded + found.out_of_scope == of_year
    assert 0 <= found.a <= found.b
    assert found.rate is None or 0 <= found.rate <= 1
