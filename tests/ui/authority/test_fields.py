"""How the numbers of a collectivité are read and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.ui.authority import fields
from nrdesk.ui.authority.fields import Unreadable, read_amount, read_count, read_name, read_year


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2812", 2812), ("2 812", 2812), ("2\u202f812", 2812), (" 18 ", 18), ("", None), ("  ", None), ("0", 0)],
)
def test_whole_numbers(typed: str, value: int | None) -> None:
    assert read_count(typed) == value


@pytest.mark.parametrize("typed", ["-3", "3,5", "douze", "1e3", "²", "12 habitants"])
def test_what_is_not_a_whole_number(typed: str) -> None:
    with pytest.raises(Unreadable, match="nombre entier"):
        read_count(typed)


@pytest.mark.parametrize(
    ("typed", "value"), [("14,6", 14.6), ("14.6", 14.6), ("14 200 €", 14200.0), ("", None), ("7", 7.0)]
)
def test_amounts(typed: str, value: float | None) -> None:
    assert read_amount(typed) == value


@pytest.mark.parametrize("typed", ["-1", "1,2,3", "nan", "inf", ",", "€"])
def test_what_is_not_an_amount(typed: str) -> None:
    if typed == "€":
        assert read_amount(typed) is None
    else:
        with pytest.raises(Unreadable):
            read_amount(typed)


def test_years_and_names() -> None:
    assert read_year("2022") == 2022
    with pytest.raises(Unreadable):
        read_year("22")
    assert read_name("  Saint-Jean   d’Angle ") == "Saint-Jean d’Angle"
    with pytest.raises(Unreadable):
        read_name("   ")


@given(st.integers(min_value=0, max_value=10**9))
def test_what_is_shown_is_read_back(value: int) -> None:
    for field in (*fields.POPULATION[:2], fields.STAFF[0]):
        assert field.read(field.show(value)) == value
