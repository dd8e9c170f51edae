"""Colours that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.branding import colour
from nrdesk.core.errors import UserError

CODES = st.integers(0, 0xFFFFFF).map(lambda code: f"#{code:06X}")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("#0b5e8a", "#0B5E8A"), ("0B5E8A", "#0B5E8A"), (" #15a ", "#1155AA"), ("", ""), ("  ", "")],
)
def test_what_people_write(typed: str, code: str) -> None:
    assert colour.read_colour(typed) == code


@pytest.mark.parametrize("typed", ["bleu", "#12345", "#GGGGGG", "url(javascript:alert(1))", "#0000000"])
def test_what_is_no_colour(typed: str) -> None:
    with pytest.raises(UserError, match="n’est pas une couleur"):
        colour.read_colour(typed)


def test_known_ratios() -> None:
    assert colour.contrast("#000000") == pytest.approx(21)
    assert colour.contrast("#FFFFFF") == 1
    assert colour.contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert colour.contrast("#0000FF", "#FFFF00") == colour.contrast("#FFFF00", "#0000FF")


@given(CODES)
def test_the_colour_proposed_can_be_read_and_is_the_nearest(code: str) -> None:
    found = colour.darkened(code)
    assert colour.contrast(found) >= colour.CONTRAST
    if colour.contrast(code) >= colour.CONTRAST:
        assert found == code
    else:
        assert colour.contrast(found) < 4.75, "no darker than needed"


def test_the_hue_is_kept() -> None:
    red, green, blue = colour.channels(colour.darkened("#FF8800"))
    assert red > green > blue == 0


def test_a_tint() -> None:
    assert colour.mixed("#000000", "#FFFFFF", 0.5) == "#808080"
    assert colour.mixed("#0B5E8A", "#FFFFFF", 1) == "#0B5E8A"
