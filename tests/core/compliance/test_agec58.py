"""AGEC article 58: shares of spending, their targets read from the table, what is unsure said as such."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.compliance.agec58 import SpendVerdict, assess
from nrdesk.core.model import DeclaredSpend
from nrdesk.core.model.purchase import TargetShare
from nrdesk.core.reference import purchases

IT = purchases.IT
TARGETS = purchases.purchase_targets()


def spend(**changes):
    given = {"year": 2025, "product_type": IT, "total": 1000.0, "reused": 0.0, "donated": 0.0}
    return DeclaredSpend(**{**given, **changes})


def one(*spends, year=2025, targets=TARGETS):
    (result,) = assess(spends, targets, year)
    return result


@pytest.mark.parametrize(
    ("reused", "donated", "verdict"),
    [
        (199.99, 0.0, SpendVerdict.SHORT),
        (200.0, 0.0, SpendVerdict.MET),
        (150.0, 50.0, SpendVerdict.MET),
        (0.0, 1500.0, SpendVerdict.MET),
    ],
)
def test_gifts_count_with_reuse_towards_the_share_of_the_spending(reused, donated, verdict):
    result = one(spend(reused=reused, donated=donated))
    assert result.verdict is verdict
    assert result.reuse_share == pytest.approx((reused + donated) / 1000)
    assert result.reuse_target == 0.2
    assert result.verified


def test_the_target_is_the_one_of_the_year():
    assert one(spend(year=2030), year=2030).reuse_target == 0.3
    of_2027 = one(spend(year=2027, reused=250.0), year=2027)
    assert (of_2027.reuse_target, of_2027.verdict, of_2027.verified) == (0.25, SpendVerdict.MET, False)


def test_a_rate_that_nobody_read_is_never_a_verdict():
    result = one(spend(product_type="Consommables d'impression"))
    assert result.verdict is SpendVerdict.NO_TARGET
    assert result.reuse_target is None
    assert not result.verified
    assert one(spend(product_type="Jeux et jouets")).verdict is SpendVerdict.NO_TARGET


def test_paper_is_held_to_recycled_matter_alone():
    paper = {"product_type": "Papier", "reused": None, "donated": None}
    assert one(spend(**paper, recycled=400.0)).verdict is SpendVerdict.MET
    assert one(spend(**paper, recycled=399.0)).verdict is SpendVerdict.SHORT
    assert one(spend(**paper, recycled=None)).verdict is SpendVerdict.INCOMPLETE


def test_what_is_missing_is_no_zero_and_nothing_bought_is_no_fault():
    assert one(spend(total=None)).verdict is SpendVerdict.INCOMPLETE
    assert one(spend(reused=None)).verdict is SpendVerdict.INCOMPLETE
    nothing = one(spend(total=0.0, reused=0.0))
    assert nothing.verdict is SpendVerdict.NO_SPENDING
    assert nothing.reuse_share is None


def test_lines_of_a_type_add_up_and_other_years_stay_out():
    result = one(spend(total=600.0, reused=100.0), spend(total=400.0, reused=None), spend(year=2024))
    assert (result.total, result.reused) == (1000.0, 100.0)
    assert result.left_to_reuse == pytest.approx(100.0)


def test_a_rate_that_changes_within_a_year_is_the_last_one_in_force():
    targets = (
        TargetShare(subject=IT, start=dt.date(2025, 1, 1), end=dt.date(2025, 6, 30), reuse_percent=10),
        TargetShare(subject=IT, start=dt.date(2025, 7, 1), reuse_percent=30),
    )
    assert one(spend(), targets=targets).reuse_target == 0.3


amounts = st.floats(0, 1e9, allow_nan=False)


@given(st.lists(st.tuples(amounts, amounts, amounts), min_size=1, max_size=5))
def test_what_is_missing_is_just_what_reaches_the_share(lines):
    result = one(*(spend(total=total, reused=reused, donated=donated) for total, reused, donated in lines))
    assert result.left_to_reuse >= 0
    if result.verdict is SpendVerdict.MET:
        assert result.left_to_reuse <= 1e-6 * max(1.0, result.total or 0)
    if result.total and result.left_to_reuse:
        reused = (result.reused or 0) + result.left_to_reuse
        more = one(spend(total=result.total, reused=reused, donated=result.donated))
        assert more.verdict is SpendVerdict.MET
