"""Effects shared out between actions: they add up, whatever the order, and no park goes below zero."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrdesk.core.footprint import compute
from nrdesk.core.footprint.attribution import (
    EXACT,
    Ground,
    attribute,
    doubtful,
    most_together,
    shares,
    spread_of,
)
from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.footprint.scenario import outcome, park_of, project
from nrdesk.core.footprint.services import compute_services
from nrdesk.core.model import ServiceUse
from nrdesk.core.reference import services
from tests.core.footprint.samples import LAPTOP, SCREEN, line, method
from tests.core.footprint.test_scenario import FIRST, GWP, LAST, lines_of_a_park

SERVICES = services.load()
PRICES = {LAPTOP: 800.0}
years = st.integers(FIRST, LAST)
everywhere = st.sampled_from((frozenset(), frozenset((LAPTOP,)), frozenset((SCREEN,))))


def levers_of(kind, amounts, *, bounded=True):
    bounds = st.booleans() if bounded else st.just(False)
    return st.builds(
        lambda amount, year, on, bound: Lever(kind, amount, year, categories=on, bound=bound),
        amounts,
        years,
        everywhere,
        bounds,
    )


levers = st.one_of(
    levers_of(LeverKind.LIFETIME, st.floats(0, 12)),
    levers_of(LeverKind.QUANTITY, st.floats(0, 2)),
    levers_of(LeverKind.FEWER, st.floats(0, 60), bounded=False),
    levers_of(LeverKind.REFURBISHED, st.floats(0, 1)),
    levers_of(LeverKind.USAGE, st.floats(0, 2)),
    st.builds(
        lambda amount, year, bound: Lever(
            LeverKind.SERVICE, amount, year, services=frozenset(("ramettes",)), bound=bound
        ),
        st.floats(0, 2),
        years,
        st.booleans(),
    ),
)
plans = st.dictionaries(
    st.text("abcdefghijklm", min_size=1, max_size=2), st.lists(levers, max_size=3), max_size=5
)


def ground(lines, last=LAST) -> Ground:
    result = compute(lines, method())
    uses = [ServiceUse(campaign_id="c", service=name, quantity=40.0) for name in ("ramettes", "boite_mail")]
    used = compute_services(uses, (), SERVICES, result)
    return Ground(park_of(result), used, GWP, FIRST, last, PRICES)


def pulled(plan):
    return [lever for each in plan.values() for lever in each]


@settings(max_examples=60)
@given(lines_of_a_park, plans)
def test_effects_add_up_to_what_the_plan_changes(lines, plan):
    here = ground(lines)
    found = attribute(here, plan)
    changed = spread_of(here, pulled(plan)).value - spread_of(here).value
    assert math.fsum(each.impact for each in found.values()) == pytest.approx(changed, rel=1e-6, abs=1e-6)
    with_it, without = (outcome(here.park, FIRST, LAST, each) for each in (pulled(plan), []))
    for amount, total in (
        ("kwh", lambda last: last.split("electricity").total),
        ("purchases", lambda last: sum(last.bought.values())),
        ("spent", lambda last: last.bought.get(LAPTOP, 0.0) * PRICES[LAPTOP]),
    ):
        whole = math.fsum(getattr(each, amount) for each in found.values())
        assert whole == pytest.approx(total(with_it) - total(without), rel=1e-6, abs=1e-6)


@settings(max_examples=40)
@given(lines_of_a_park, plans, st.randoms())
def test_neither_the_order_of_actions_nor_that_of_their_levers_matters(lines, plan, random):
    names = list(plan)
    random.shuffle(names)
    turned = {name: random.sample(plan[name], len(plan[name])) for name in names}
    here = ground(lines)
    known, found = attribute(here, plan), attribute(here, turned)
    for name, merit in known.items():
        assert tuple(found[name]) == pytest.approx(tuple(merit), rel=1e-6, abs=1e-6)


@settings(max_examples=60)
@given(lines_of_a_park, plans)
def test_no_lever_yields_a_negative_park(lines, plan):
    here = ground(lines)
    for year in project(here.park, FIRST, LAST, pulled(plan)).years:
        assert year.number >= 0
        assert all(number >= 0 for number in year.bought.values())
        for tally in year.weights.values():
            assert tally.per_year >= 0
            assert tally.kwh >= 0
        for point in (year.point(GWP), year.point("electricity")):
            assert 0 <= point.low <= point.value * (1 + 1e-9)
    assert spread_of(here, pulled(plan)).value >= 0


def test_two_actions_that_do_the_same_share_it():
    here = ground([line(quantity=10, purchased="2022")])
    longer = [Lever(LeverKind.LIFETIME, 9.0, 2027, bound=True)]
    both = attribute(here, {"a": longer, "b": longer})
    alone = attribute(here, {"a": longer})
    assert both["a"] == both["b"]
    assert both["a"].impact + both["b"].impact == pytest.approx(alone["a"].impact)
    assert alone["a"].impact < 0


def test_what_changes_nothing_gets_nothing():
    here = ground([line(quantity=10, purchased="2022")])
    found = attribute(
        here,
        {
            "rien": [Lever(LeverKind.USAGE, 0.5, categories=frozenset((SCREEN,)))],
            "vide": [],
            "moins": [Lever(LeverKind.USAGE, 0.5)],
        },
    )
    assert set(found["rien"]) == set(found["vide"]) == {0.0}
    assert found["moins"].park < 0
    assert most_together(here, {"a": [Lever(LeverKind.USAGE, 0.5)], "b": [Lever(LeverKind.USAGE, 0.5)]}) == 2


games = st.integers(1, EXACT + 4).flatmap(
    lambda count: st.tuples(
        st.just(count), st.lists(st.floats(-50, 50), min_size=count, max_size=count), st.floats(0, 100)
    )
)


@settings(max_examples=60)
@given(games)
def test_shares_add_up_beyond_what_can_be_tried(game):
    """A game where what each brings overlaps: never more saved than a floor leaves."""
    count, weights, floor = game

    def worth(names):
        return (max(floor - 50, 100 + sum(weights[name] for name in names)),)

    found = shares(range(count), worth)
    whole = worth(range(count))[0] - worth([])[0]
    assert math.fsum(value for (value,) in found.values()) == pytest.approx(whole, rel=1e-6, abs=1e-6)


@settings(max_examples=20)
@given(st.lists(st.floats(-20, 20), min_size=EXACT + 1, max_size=EXACT + 2), st.randoms())
def test_beyond_what_can_be_tried_players_are_still_equal(weights, random):
    def worth(names):
        return (max(0.0, 60 + sum(weights[name] for name in names)),)

    names = list(range(len(weights)))
    known = shares(names, worth)
    random.shuffle(names)
    assert shares(names, worth) == {name: pytest.approx(known[name], rel=1e-9, abs=1e-9) for name in names}


def test_what_only_works_together_is_shared_equally():
    def worth(names):
        return (-8.0 if len(names) == 12 else 0.0,)

    # First alone, each changes nothing; last, each changes all: the means are equal.
    assert list(shares(range(12), worth).values()) == [(pytest.approx(-8 / 12),)] * 12

    def never_alone(names):
        return (-8.0 if len(names) >= 2 else 0.0,)

    # Neither first nor last does any of them change anything.
    assert list(shares(range(12), never_alone).values()) == [(pytest.approx(-8 / 12),)] * 12


def test_the_shapley_value_is_the_mean_over_all_orders():
    bought = {(): 0.0, ("a",): 4.0, ("b",): 6.0, ("a", "b"): 7.0, ("c",): 0.0, ("a", "c"): 5.0}
    bought |= {("b", "c"): 6.0, ("a", "b", "c"): 9.0}
    found = shares("abc", lambda names: (bought[tuple(names)],))
    for name in "abc":
        marks = []
        for order in itertools.permutations("abc"):
            before = order[: order.index(name)]
            after = sorted((*before, name))
            marks.append(bought[tuple(after)] - bought[tuple(sorted(before))])
        assert found[name][0] == pytest.approx(sum(marks) / len(marks))


@settings(max_examples=40)
@given(lines_of_a_park, st.lists(levers, min_size=1, max_size=3))
def test_a_range_holds_its_effect(lines, plan):
    here = ground(lines)
    without, with_it = spread_of(here), spread_of(here, plan)
    effect = with_it.value - without.value
    low, high = doubtful(effect, (without, with_it))
    assert low <= effect + 1e-9
    assert effect <= high + 1e-9
    assert doubtful(0.0, (without, with_it)) == (0.0, 0.0)


def test_an_effect_with_little_doubt_keeps_its_side():
    here = ground([line(quantity=10, purchased="2022")])
    less = [Lever(LeverKind.USAGE, 0.5)]
    low, high = doubtful(-3.0, (spread_of(here), spread_of(here, less)))
    assert low < -3.0 < high < 0
