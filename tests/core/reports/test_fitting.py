"""Texts shortened to their room."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.reports import fitting
from nrdesk.core.reports.pdf import fonts


def test_what_fits_stays_as_it_is() -> None:
    assert fitting.shortened("Garder 5,1\u00a0ans\n de plus", 400, 10, 1) == "Garder 5,1\u00a0ans de plus"
    assert fitting.lines("", 100, 10, 2) == [""]


def test_it_is_cut_between_words() -> None:
    assert fitting.shortened("Garder plus longtemps, puis donner", 110, 10, 1) == "Garder plus longtemps…"
    assert fitting.shortened("W" * 100, 60, 10, 1).endswith("W…")


@given(st.text(max_size=400), st.integers(1, 4), st.floats(40, 400), st.booleans())
def test_lines_never_go_over_their_room(text: str, most: int, width: float, bold: bool) -> None:
    found = fitting.lines(text, width, 9.5, most, bold=bold)
    assert 1 <= len(found) <= most
    for line in found:
        assert fonts.width(line, fonts.variant(bold=bold), 9.5) <= width + 0.1
