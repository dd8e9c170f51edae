"""Moments have a date in any year, and say when it is to be checked."""

import datetime as dt

import pytest

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
