"""Scales of painted charts: round, few, and never below what they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.ui.widgets import scale


@given(st.floats(1e-6, 1e12))
def test_a_scale_holds_its_highest_value_in_few_round_levels(highest: float) -> None:
    one, top = scale.step(highest), scale.top(highest)
    assert top >= highest * (1 - 1e-6)
    assert round(top / one) <= scale.LEVELS
    assert top - one < highest * (1 + 1e-6)


@pytest.mark.parametrize(("highest", "step", "top"), [(40, 10, 40), (41, 20, 60), (7, 2, 8), (1, 0.25, 1)])
def test_scales_that_people_know(highest: float, step: float, top: float) -> None:
    assert (scale.step(highest), scale.top(highest)) == (step, top)
