"""The way to a target: straight between its points, held after the last one, never before the first."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Indicator, Reading, TargetStep
from nrdesk.core.monitoring.targets import TOLERANCE, path

VALUES = st.floats(0, 1e6)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))


def indicator(**fields: object) -> Indicator:
    given_fields = {
        "base_value": 10.0,
        "base_date": "2025",
        "target_value": 20.0,
        "target_date": "2030",
        **fields,
    }
    return Indicator(**given_fields)  # type: ignore[arg-type]


def test_a_year_stands_for_its_end() -> None:
    found = path(indicator())
    assert [point.on for point in found.points] == [dt.date(2025, 12, 31), dt.date(2030, 12, 31)]
    assert found.at(dt.date(2025, 12, 30)) is None
    assert found.at(dt.date(2025, 12, 31)) == 10
    assert found.at(dt.date(2030, 12, 31)) == found.at(dt.date(2099, 1, 1)) == 20


def test_steps_bend_the_way() -> None:
    steps = [
        TargetStep(indicator_id="x", due="2028", value=18),
        TargetStep(indicator_id="x", due="2027-06", value=None),
        TargetStep(indicator_id="x", due=None, value=3),
        TargetStep(indicator_id="x", due="2024", value=9),
    ]
    found = path(indicator(), steps)
    assert [point.value for point in found.points] == [10, 18, 20]
    assert found.at(dt.date(2028, 12, 31)) == 18


def test_the_target_is_worth_more_than_a_step_of_the_same_day() -> None:
    assert (
        path(indicator(), [TargetStep(indicator_id="x", due="2030", value=99)]).at(dt.date(2031, 1, 1)) == 20
    )


def test_without_a_target_nothing_is_expected() -> None:
    for fields in ({"target_value": None}, {"target_date": None}):
        found = path(indicator(**fields))
        assert found.points == ()
        assert found.aim is None
        assert found.tolerance == 0
        assert found.at(dt.date(2030, 1, 1)) is None


def test_the_first_reading_stands_for_a_base_that_nobody_wrote() -> None:
    read = [
        Reading(indicator_id="x", read_on="2026-03", value=12),
        Reading(indicator_id="x", read_on="2027", value=14),
    ]
    found = path(indicator(base_value=None), (), read)
    assert found.assumed
    assert found.started
    assert found.points[0].value == 12
    assert found.points[0].on == dt.date(2026, 3, 31)


def test_a_start_after_the_target_is_no_start() -> None:
    found = path(indicator(base_date="2031"))
    assert not found.started
    assert found.tolerance == 0
    assert found.at(dt.date(2030, 1, 1)) is None
    assert found.at(dt.date(2031, 1, 1)) == 20


@given(VALUES, VALUES, DAYS)
def test_what_is_expected_lies_between_the_points(base: float, target: float, on: dt.date) -> None:
    found = path(indicator(base_value=base, target_value=target))
    expected = found.at(on)
    if expected is None:
        assert on < dt.date(2025, 12, 31)
    else:
        assert min(base, target) - 1e-6 <= expected <= max(base, target) + 1e-6
    assert found.tolerance == pytest.approx(TOLERANCE * abs(target - base))


@given(VALUES, VALUES, DAYS, DAYS)
def test_the_way_goes_one_way(base: float, target: float, one: dt.date, other: dt.date) -> None:
    found = path(indicator(base_value=base, target_value=target))
    early, late = found.at(min(one, other)), found.at(max(one, other))
    if early is not None and late is not None:
        assert (late - early) * (target - base) >= -1e-6


@given(st.lists(st.tuples(st.integers(2021, 2035), VALUES), max_size=6), st.randoms())
def test_the_order_of_the_steps_changes_nothing(steps: list[tuple[int, float]], random) -> None:
    made = [TargetStep(indicator_id="x", due=str(year), value=value) for year, value in dict(steps).items()]
    shuffled = list(made)
    random.shuffle(shuffled)
    assert path(indicator(), made) == path(indicator(), shuffled)
