"""Dates as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.dates import is_partial_date, short
from nrdesk.core.written.dates import read
from nrdesk.core.written.values import Unreadable


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("2018", "2018"),
        ("03/2017", "2017-03"),
        ("3-2017", "2017-03"),
        ("03/17", "2017-03"),
        ("2017-03", "2017-03"),
        ("05/03/2018", "2018-03-05"),
        ("5.3.2018", "2018-03-05"),
        ("05/03/18", "2018-03-05"),
        ("05/03/98", "1998-03-05"),
        ("2018-03-05", "2018-03-05"),
        ("2018-03-05T09:14:33Z", "2018-03-05"),
        ("2018-03-05 09:14:33", "2018-03-05"),
        ("05/03/2018 09:14", "2018-03-05"),
        ("5 mars 2018", "2018-03-05"),
        ("1er mars 2018", "2018-03-01"),
        ("lundi", None),
        ("mars 2018", "2018-03"),
        ("mars-18", "2018-03"),
        ("Déc. 2019", "2019-12"),
        ("août 2016", "2016-08"),
        ("March 5, 2018", "2018-03-05"),
        ("5-Mar-2018", "2018-03-05"),
        ("05/20/2019", "2019-05-20"),
        ("43164", "2018-03-05"),
        ("20180305", "2018-03-05"),
        ("05032018", "2018-03-05"),
    ],
)
def test_dates_as_written(text, partial):
    if partial is None:
        with pytest.raises(Unreadable):
            read(text)
    else:
        assert read(text) == (partial, False)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022 ?", "2022"),
        ("vers 2016", "2016"),
        ("~2015", "2015"),
        ("début 2019", "2019"),
        ("2017-2018", "2017"),
    ],
)
def test_a_doubt_is_kept(text, year):
    assert read(text) == (year, True)


def test_an_age_gives_a_year_with_a_doubt():
    assert read("7 ans", today=dt.date(2025, 6, 1)) == ("2018", True)


@pytest.mark.parametrize("text", ["", "-", "NC", "date inconnue", "0000-00-00", "00/00/0000"])
def test_what_says_nothing_is_no_date(text):
    assert read(text) == (None, False)


def test_a_question_mark_alone_is_a_doubt_about_nothing():
    assert read("?") == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "18",
        "5 mars",
        "31/02/2018",
        "2018-13",
        "3018",
        "1905",
        "12345678",
        "abc",
        "mars avril 2018",
        "2018 2020",
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text):
    with pytest.raises(Unreadable) as unreadable:
        read(text)
    assert unreadable.value.reason


@given(st.dates(dt.date(1970, 1, 1), dt.date(2100, 12, 31)), st.sampled_from((4, 7, 10)))
def test_a_date_shown_is_read_again(date, length):
    partial = date.isoformat()[:length]
    assert read(short(partial)) == (partial, False)


@given(st.text(alphabet="0123456789/-. ?marsjuin", max_size=14))
def test_what_is_read_is_always_a_date(text):
    try:
        partial, _ = read(text)
    except Unreadable:
        return
    assert partial is None or is_partial_date(partial)
