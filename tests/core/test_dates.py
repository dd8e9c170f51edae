import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import dates


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2018", (2018, None, None)),
        ("2018-03", (2018, 3, None)),
        ("2018-03-05", (2018, 3, 5)),
        ("2024-02-29", (2024, 2, 29)),
    ],
)
def test_parts(text, parts):
    assert dates.parts(text) == parts
    assert dates.is_partial_date(text)


NOT_DATES = (
    "", "18", "2018-3", "2018-13", "2018-00", "2018-02-30", "2023-02-29", "2018-01-00", "0000", "+018",
    "2018-", "2018-01-01-01", "2018/03", " 2018", "2018\n", "٢٠١٨", "hier",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_partial_date(text):
    assert not dates.is_partial_date(text)
    with pytest.raises(ValueError):  # noqa: PT011 -- the calendar's own message is as good as ours
        dates.parts(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_a_partial_date_and_grows_with_time(day):
    text = day.isoformat()
    assert dates.parts(text) == (day.year, day.month, day.day)
    tomorrow = (day + dt.timedelta(days=1)).isoformat()
    assert dates.decimal_year(text) < dates.decimal_year(tomorrow)
    assert int(dates.decimal_year(text)) == day.year


def test_what_is_unknown_is_taken_in_its_middle():
    assert dates.decimal_year("2018") == 2018.5
    assert dates.decimal_year("2018-01-01") == 2018
    assert 2018.5 < dates.decimal_year("2018-07") < 2018.6
    assert dates.decimal_year("2018-12-31") < 2019


def test_years_between():
    assert dates.years_between("2018-01-01", "2021-01-01") == 3
    assert dates.years_between("2021", "2018") == -3


@pytest.mark.parametrize(
    ("text", "shown"), [("2018", "2018"), ("2018-03", "03/2018"), ("2018-03-05", "05/03/2018")]
)
def test_short(text, shown):
    assert dates.short(text) == shown


def test_in_letters():
    assert dates.in_letters(dt.date(2026, 3, 1)) == "1ᵉʳ mars 2026"
    assert dates.in_letters(dt.date(2026, 8, 15)) == "15 août 2026"


@pytest.mark.parametrize(
    ("partial", "words"), [("2018", "2018"), ("2018-03", "mars 2018"), ("2018-03-01", "1ᵉʳ mars 2018")]
)
def test_a_partial_date_says_no_more_than_is_known(partial, words):
    assert dates.partial_in_letters(partial) == words


@pytest.mark.parametrize(
    ("partial", "last"),
    [("2030", (2030, 12, 31)), ("2028-02", (2028, 2, 29)), ("2026-03-05", (2026, 3, 5))],
)
def test_the_last_day_of_a_partial_date(partial: str, last: tuple[int, int, int]) -> None:
    assert dates.last_day(partial) == dt.date(*last)
