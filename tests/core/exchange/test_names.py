"""A name of its own for every line, and nothing invented when it comes back."""

from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.exchange import names


@given(st.lists(st.sampled_from(["", "A", "A (2)", "A (3)", "sans-numero-1"])))
def test_every_line_has_a_name_of_its_own(numbers: list[str]) -> None:
    given_names = list(names.unique(numbers))
    assert len(set(given_names)) == len(numbers)
    assert all(given_names)


def test_numbers_are_kept_and_stopgaps_are_known() -> None:
    assert list(names.unique(["A", "", "A", ""])) == ["A", "sans-numero-1", "A (2)", "sans-numero-2"]
    assert names.is_stopgap("sans-numero-2")
    assert names.is_stopgap(names.UNKNOWN)
    assert not names.is_stopgap("A (2)")
