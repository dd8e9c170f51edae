"""The way done, whether the figure must grow or shrink."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.ambition import value_text, way
from nrdesk.core.model import Objective

AMOUNTS = st.floats(0, 1e6, allow_nan=False)


@pytest.mark.parametrize(
    ("base", "target", "value", "said"),
    [
        (5.0, 7.0, 6.0, "50\u00a0% du chemin"),
        (2400.0, 1900.0, 2150.0, "50\u00a0% du chemin"),
        (2400.0, 1900.0, 2500.0, "en recul depuis le départ"),
        (5.0, 7.0, 5.0, "au point de départ"),
        (5.0, 7.0, 8.0, "cible atteinte"),
        (0.0, 1000.0, 999.9, "99\u00a0% du chemin"),
    ],
)
def test_the_way_is_told_in_words(base: float, target: float, value: float, said: str) -> None:
    found = way(Objective(base_value=base, target_value=target), value)
    assert found
    assert found.text == said


@pytest.mark.parametrize(
    ("objective", "value"),
    [
        (Objective(base_value=5.0, target_value=7.0), None),
        (Objective(target_value=7.0), 6.0),
        (Objective(base_value=5.0), 6.0),
        (Objective(base_value=5.0, target_value=5.0), 6.0),
    ],
)
def test_there_is_no_way_without_two_ends(objective: Objective, value: float | None) -> None:
    assert way(objective, value) is None


@given(AMOUNTS, AMOUNTS)
def test_the_way_goes_from_none_to_all(base: float, target: float) -> None:
    objective = Objective(base_value=base, target_value=target)
    if base == target:
        assert way(objective, base) is None
        return
    start, end = way(objective, base), way(objective, target)
    assert start
    assert end
    assert start.share == 0
    assert end.share == 1


def test_a_value_is_written_with_its_unit() -> None:
    assert value_text(5.1, "ans") == "5,1\u00a0ans"
    assert value_text(1200.0, "") == "1\u202f200"
    assert value_text(None, "ans") == ""
