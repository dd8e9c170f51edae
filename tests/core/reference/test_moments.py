"""Moments have a date in any year, and say when it is to be checked."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import dates
from nrdesk.core.reference.moments import by_id

MOMENTS = by_id()


@pytest.mark.parametrize("id", MOMENTS)
def test_the_rule_gives_the_dates_that_were_read(id: str) -> None:
    moment = MOMENTS[id]
    for year, written in moment.known.items():
        later = moment.in_year(year + 50)
        assert later is not None, "a moment that was dated once comes again"
        if " " in moment.every and not moment.to_confirm:
            weekday = dt.date.fromisoformat(later.starts).weekday()
            assert weekday == dt.date.fromisoformat(written).weekday()
        elif "-" in moment.every:
            assert written.replace(f"{year}-", "") == moment.every


def test_a_day_that_moves_is_to_be_checked_beyond_the_table() -> None:
    cleanup = MOMENTS["M05"]
    read, later = cleanup.in_year(2026), cleanup.in_year(2028)
    assert read is not None
    assert (read.starts, read.sure) == ("2026-03-21", True)
    assert later is not None
    assert (later.starts, later.sure) == ("2028-03-18", False)
    fixed = MOMENTS["M02"].in_year(2031)
    assert fixed is not None
    assert (fixed.starts, fixed.sure) == ("2031-01-28", True)


def test_a_range_has_two_ends_and_some_have_no_date() -> None:
    weeks = MOMENTS["M11"].in_year(2029)
    assert weeks is not None
    assert (weeks.starts, weeks.ends) == ("2029-09-18", "2029-10-08")
    assert MOMENTS["M18"].in_year(2026) is None
    local = MOMENTS["M01"].in_year(2026)
    assert local is not None
    assert not local.sure


@given(year=st.integers(2026, 2200), id=st.sampled_from([each.id for each in MOMENTS.values() if each.every]))
def test_a_rule_gives_a_real_date_of_its_month_in_any_year(year: int, id: str) -> None:
    moment = MOMENTS[id]
    dated = moment.in_year(year)
    assert dated is not None
    first = dates.last_day(dated.starts)
    assert first.year == year
    if year not in moment.known:
        assert dated.starts[5:7] == moment.every[:2]
    if " " in moment.every and year not in moment.known:
        assert (first.day - 1) // 7 + 1 == int(moment.every.split()[2])
    assert dated.ends is None or dates.last_day(dated.ends) > first
