"""A park carried forward: it starts where the inventory is, and each lever only pulls its own way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.footprint import compute
from nrdesk.core.footprint.levers import Lever, LeverKind, electricity_path, factor
from nrdesk.core.footprint.scenario import outcome, park_of, project, simulate
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus
from tests.core.footprint.samples import LAPTOP, NAS, SCREEN, SWITCH, line, method

FIRST, LAST = 2026, 2034
GWP = "gwp"
purchases = st.one_of(st.none(), st.integers(2008, 2026).map(str))
lines_of_a_park = st.lists(
    st.builds(
        line,
        category=st.sampled_from((LAPTOP, SCREEN)),
        quantity=st.integers(0, 50),
        purchased=purchases,
        acquisition=st.sampled_from((Acquisition.NEW, Acquisition.REFURBISHED)),
        status=st.sampled_from((EquipmentStatus.IN_USE, EquipmentStatus.IN_STOCK)),
        lifetime_years=st.one_of(st.none(), st.floats(1, 12)),
        annual_kwh=st.one_of(st.none(), st.floats(0, 300)),
    ),
    max_size=8,
)
levers = st.one_of(
    st.builds(Lever, st.just(LeverKind.LIFETIME), st.floats(0, 6), st.integers(2026, 2034)),
    st.builds(Lever, st.just(LeverKind.QUANTITY), st.floats(0, 1), st.integers(2026, 2034)),
    st.builds(Lever, st.just(LeverKind.FEWER), st.floats(0, 100), st.integers(2026, 2034)),
    st.builds(Lever, st.just(LeverKind.REFURBISHED), st.floats(0, 1), st.integers(2026, 2034)),
    st.builds(Lever, st.just(LeverKind.USAGE), st.floats(0, 1), st.integers(2026, 2034)),
    st.builds(Lever, st.just(LeverKind.ELECTRICITY), st.floats(0.9, 1), st.integers(2026, 2034)),
)


def trajectory(lines: list[Equipment], *pulled: Lever, criterion: str = GWP) -> list[float]:
    told = simulate(lines, method(), FIRST, LAST, pulled)
    return [point.value for point in told.of(criterion)]


@settings(max_examples=60)
@given(lines_of_a_park, st.lists(levers, max_size=3))
def test_the_first_year_is_the_inventory_whatever_the_levers(lines, pulled):
    told = compute(lines, method())
    for criterion in (GWP, "electricity", "adpe"):
        expected = told.totals[criterion].value
        assert trajectory(lines, *pulled, criterion=criterion)[0] == pytest.approx(expected, rel=1e-9)


@settings(max_examples=60)
@given(lines_of_a_park, st.lists(levers, max_size=4))
def test_nothing_is_ever_negative_and_ranges_hold_their_value(lines, pulled):
    for point in simulate(lines, method(), FIRST, LAST, pulled).of(GWP):
        assert 0 <= point.low <= point.value * (1 + 1e-9)
        assert point.value <= point.high * (1 + 1e-9)


@settings(max_examples=40)
@given(lines_of_a_park, st.lists(levers, max_size=3), st.randoms())
def test_neither_the_order_of_lines_nor_that_of_levers_matters(lines, pulled, random):
    shuffled, turned = list(lines), list(pulled)
    random.shuffle(shuffled)
    random.shuffle(turned)
    assert trajectory(shuffled, *turned) == pytest.approx(trajectory(lines, *pulled), rel=1e-9, abs=1e-9)


@settings(max_examples=40)
@given(lines_of_a_park, st.floats(0, 5))
def test_keeping_longer_never_weighs_more(lines, years):
    before, after = trajectory(lines), trajectory(lines, Lever(LeverKind.LIFETIME, years))
    assert all(kept <= gone * (1 + 1e-9) + 1e-9 for kept, gone in zip(after, before, strict=True))


@settings(max_examples=40)
@given(lines_of_a_park, st.floats(0, 1), st.floats(0, 1))
def test_more_refurbished_never_weighs_more(lines, some, more):
    less, most = sorted((some, more))
    heavier = trajectory(lines, Lever(LeverKind.REFURBISHED, less))
    lighter = trajectory(lines, Lever(LeverKind.REFURBISHED, most))
    assert all(b <= a * (1 + 1e-9) + 1e-9 for a, b in zip(heavier, lighter, strict=True))


def test_what_is_never_replaced_is_gone_in_the_end():
    park = [line(quantity=10, purchased="2022"), line(SCREEN, quantity=4, purchased="2021")]
    assert trajectory(park, Lever(LeverKind.QUANTITY, 0))[-1] == 0


def test_a_park_that_is_renewed_alike_weighs_the_same():
    assert trajectory([line(quantity=5, purchased="2024")])[-1] == pytest.approx(
        trajectory([line(quantity=5, purchased="2024")])[0]
    )


def test_so_many_fewer_are_given_up_once():
    park = [line(quantity=10, purchased="2022")]
    told = simulate(park, method(), FIRST, LAST, [Lever(LeverKind.FEWER, 3)])
    assert told.years[-1].number == pytest.approx(7)


def test_half_the_use_is_half_the_electricity():
    park = [line(quantity=10, purchased="2022")]
    plain = trajectory(park, criterion="electricity")
    halved = trajectory(park, Lever(LeverKind.USAGE, 0.5, from_year=2027), criterion="electricity")
    assert halved[0] == plain[0]
    assert halved[1:] == pytest.approx([value / 2 for value in plain[1:]])


def test_a_cleaner_mix_leaves_the_kilowatt_hours_alone():
    park = [line(quantity=10, purchased="2022")]
    cleaner = Lever(LeverKind.ELECTRICITY, 0.9, from_year=2027)
    assert trajectory(park, cleaner, criterion="electricity") == trajectory(park, criterion="electricity")
    assert trajectory(park, cleaner)[-1] < trajectory(park)[-1]
    assert electricity_path([cleaner], 2028, FIRST) == pytest.approx(0.81)


def test_a_lever_acts_on_its_own_appliances_only():
    laptops, screens = [line(quantity=3, purchased="2022")], [line(SCREEN, quantity=3, purchased="2022")]
    alone = trajectory(laptops, Lever(LeverKind.QUANTITY, 0))[-1] + trajectory(screens)[-1]
    both = trajectory([*laptops, *screens], Lever(LeverKind.QUANTITY, 0, categories=frozenset((LAPTOP,))))
    assert both[-1] == pytest.approx(alone)
    grouped = trajectory([*laptops, *screens], Lever(LeverKind.QUANTITY, 0, groups=frozenset(("Groupe l",))))
    assert grouped == pytest.approx(both)


def test_the_last_year_alone_is_that_of_the_whole_way():
    park = park_of(compute([line(quantity=7, purchased="2019"), line(SWITCH, annual_kwh=50)], method()))
    pulled = [Lever(LeverKind.LIFETIME, 2), Lever(LeverKind.REFURBISHED, 0.4)]
    whole = project(park, FIRST, LAST, pulled).years[-1]
    last = outcome(park, FIRST, LAST, pulled)
    assert last.year == whole.year
    assert last.number == pytest.approx(whole.number)


def test_what_cannot_be_counted_is_not_carried_forward():
    assert trajectory([line(NAS, quantity=2), line(None)]) == [0.0] * (LAST - FIRST + 1)


def test_a_level_that_is_reached_changes_nothing():
    park = [line(quantity=10, purchased="2022", lifetime_years=8)]
    assert trajectory(park, Lever(LeverKind.LIFETIME, 7, bound=True)) == trajectory(park)
    longer = trajectory(park, Lever(LeverKind.LIFETIME, 10, bound=True))
    assert longer == trajectory(park, Lever(LeverKind.LIFETIME, 2))


def test_a_level_counts_what_others_already_bring():
    park = [line(quantity=10, purchased="2022", lifetime_years=5)]
    to_nine = Lever(LeverKind.LIFETIME, 9, bound=True)
    assert trajectory(park, to_nine, Lever(LeverKind.LIFETIME, 3)) == trajectory(park, to_nine)
    assert trajectory(park, to_nine, Lever(LeverKind.LIFETIME, 6)) == trajectory(
        park, Lever(LeverKind.LIFETIME, 6)
    )
    half = Lever(LeverKind.REFURBISHED, 0.5, bound=True)
    assert trajectory(park, half, half) == trajectory(park, Lever(LeverKind.REFURBISHED, 0.5))


@pytest.mark.parametrize(
    ("factors", "bounds", "expected"),
    [
        ((0.9, 0.9), (), 0.81),
        ((0.9,), (0.5,), 0.5),
        ((0.4,), (0.5, 0.6), 0.4),
        ((), (1.5,), 1.5),
        ((0.9,), (1.5,), 1.5),
        ((), (1.5, 0.5), 0.5),
    ],
)
def test_factors_multiply_then_come_within_their_bounds(factors, bounds, expected):
    pulled = [Lever(LeverKind.USAGE, amount) for amount in factors]
    pulled += [Lever(LeverKind.USAGE, amount, bound=True) for amount in bounds]
    assert factor(pulled, LeverKind.USAGE, FIRST) == pytest.approx(expected)
    assert factor(pulled, LeverKind.QUANTITY, FIRST) == 1


@pytest.mark.parametrize("kind", [LeverKind.FEWER, LeverKind.ELECTRICITY])
def test_some_kinds_have_no_level_to_reach(kind):
    with pytest.raises(ValueError, match="no bounds"):
        Lever(kind, 1, bound=True)


@pytest.mark.parametrize(
    ("kind", "amount"),
    [(LeverKind.REFURBISHED, 1.2), (LeverKind.QUANTITY, -1), (LeverKind.LIFETIME, float("nan"))],
)
def test_an_amount_that_means_nothing_is_refused(kind, amount):
    with pytest.raises(ValueError, match="no amount"):
        Lever(kind, amount)
