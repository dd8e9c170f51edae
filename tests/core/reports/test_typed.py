"""Numbers come back from the texts that were made of them; anything else stays a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core import formatting
from nrdesk.core.reports.typed import typed
from nrdesk.core.reports.xlsx import Number


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("0", 0, "#,##0"),
        ("12", 12, "#,##0"),
        ("1\u202f300", 1300, "#,##0"),
        ("−4,5", -4.5, "#,##0.0"),
        ("18\u00a0%", 0.18, "0\\ %"),
        ("1\u202f450,00\u00a0€", 1450, '#,##0.00\\ "€"'),
        ("3,2\u00a0ans", 3.2, '#,##0.0\\ "ans"'),
        ("2,9\u00a0t éq.\u00a0CO₂", 2.9, '#,##0.0\\ "t éq.\u00a0CO₂"'),
        ("2025", 2025, "0"),
    ],
)
def test_a_number_is_read_back_and_shown_alike(text: str, value: float, shown: str) -> None:
    assert typed(text) == Number(pytest.approx(value), shown)


@pytest.mark.parametrize(
    "text",
    ["", "007", "< 1\u00a0%", "entre 2 et 4", "4,9\u00a0×\u00a010⁻⁸", "inconnu", "12 rue du Pont 3", "1,2,3",
     "=1+1", "12\u00a0\"x\"", "5/2026", "non compté", "0,4 ; 0,5", "2 sur 3"],
)  # fmt: skip
def test_what_is_no_plain_number_stays_a_text(text: str) -> None:
    assert typed(text) == text


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_whatever_is_written_is_read_back(value: float, digits: int) -> None:
    cell = typed(formatting.number(value, digits))
    assert isinstance(cell, Number)
    assert cell.value == pytest.approx(round(value, digits), abs=10**-digits)
