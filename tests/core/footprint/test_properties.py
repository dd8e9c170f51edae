"""What must hold for any inventory."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.footprint import compute, explain
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus
from tests.core.footprint.samples import CRITERIA, LAPTOP, NAS, SCREEN, SWITCH, line, method

METHOD = method(lifetime_rules={SCREEN: 8.0})

dates = st.one_of(
    st.integers(2005, 2025).map(str),
    st.builds("{:04}-{:02}".format, st.integers(2005, 2025), st.integers(1, 12)),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(2005, 2025), st.integers(1, 12), st.integers(1, 28)),
)
equipment = st.builds(
    line,
    st.sampled_from([LAPTOP, SCREEN, SWITCH, NAS, None]),
    quantity=st.integers(0, 50),
    purchased=st.none() | dates,
    purchased_uncertain=st.booleans(),
    retired=st.none() | dates,
    acquisition=st.sampled_from(Acquisition),
    status=st.sampled_from(EquipmentStatus),
    lifetime_years=st.none() | st.floats(0.5, 15),
    annual_kwh=st.none() | st.floats(0, 500),
    usage_profile=st.sampled_from([None, "bureau", "continu"]),
    site=st.sampled_from(["", "Mairie", "École"]),
)
inventories = st.lists(equipment, max_size=8)


def values(inventory: list[Equipment]) -> dict[str, float]:
    return {criterion: total.value for criterion, total in compute(inventory, METHOD).totals.items()}


@given(inventories)
def test_the_total_is_the_sum_of_its_lines_and_of_its_stages(inventory):
    result = compute(inventory, METHOD)
    for criterion, total in result.totals.items():
        lines = [figure for one in result.lines if (figure := one.total(criterion)) is not None]
        assert total.value == pytest.approx(math.fsum(lines))
        assert total.value == pytest.approx(total.manufacture + total.use)
        assert all(figure >= 0 for figure in lines)


@given(inventories)
def test_every_breakdown_adds_up_to_the_total(inventory):
    result = compute(inventory, METHOD)
    for breakdown in (result.by_group, result.by_category, result.by_site):
        for criterion, groups in breakdown.items():
            assert math.fsum(split.total for split in groups.values()) == pytest.approx(
                result.totals[criterion].value
            )


@given(inventories)
def test_a_range_holds_its_value_and_never_reaches_zero(inventory):
    result = compute(inventory, METHOD)
    for criterion, total in result.totals.items():
        assert total.low <= total.value <= total.high
        assert total.low > 0 or total.value == 0
        for one in result.lines:
            if one.total(criterion):
                low, high = one.range(criterion)
                assert 0 < low <= one.total(criterion) <= high


@given(inventories, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(inventory, random):
    shuffled = list(inventory)
    random.shuffle(shuffled)
    assert values(shuffled) == pytest.approx(values(inventory))


@given(equipment, st.integers(0, 20))
def test_linear_in_quantity(one, times):
    once = dataclasses.replace(one, quantity=1)
    many = dataclasses.replace(one, quantity=times)
    expected = {criterion: times * value for criterion, value in values([once]).items()}
    assert values([many]) == pytest.approx(expected)


@given(inventories, equipment)
def test_adding_a_line_never_lowers_a_total(inventory, one):
    before, after = values(inventory), values([*inventory, one])
    assert all(after[criterion] >= before[criterion] * (1 - 1e-12) for criterion in CRITERIA)


@given(equipment, st.floats(1, 10), st.floats(0, 10))
def test_a_longer_life_never_weighs_more(one, years, more):
    one = dataclasses.replace(one, retired=None)
    short = dataclasses.replace(one, lifetime_years=years)
    long = dataclasses.replace(one, lifetime_years=years + more)
    assert all(values([long])[criterion] <= values([short])[criterion] for criterion in CRITERIA)


@given(inventories)
def test_what_is_incomplete_is_never_counted(inventory):
    result = compute(inventory, METHOD)
    left = {one.id for one in result.incomplete}
    assert values([one for one in inventory if one.id not in left]) == pytest.approx(values(inventory))
    assert all(one.missing and one.total("gwp") is None for one in result.incomplete)
    counted = len(result.lines) - len(result.out) - len(result.incomplete)
    assert result.totals["electricity"].coverage_lines * (len(result.lines) - len(result.out)) == (
        pytest.approx(counted)
    )


@given(inventories)
def test_a_line_is_explained_by_the_figure_that_is_counted(inventory):
    result = compute(inventory, METHOD)
    for one in result.lines:
        for criterion in CRITERIA:
            explanation = explain(one.equipment, criterion, METHOD)
            assert explanation.value == one.total(criterion)
            assert bool(explanation.missing) == (explanation.value is None)
