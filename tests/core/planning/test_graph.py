"""Circles are found with their path; everything has its place in an order, whatever the plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.model import Action, Dependency
from nrdesk.core.planning import graph

NAMES = [f"a{number}" for number in range(9)]
links = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20)


def waits(*pairs: tuple[str, str]) -> list[Dependency]:
    return [Dependency(action_id=action, needs_id=needed) for action, needed in pairs]


ACTIONS = [Action(id=name) for name in NAMES]


def test_a_new_link_that_closes_a_circle_tells_its_path():
    known = waits(("b", "a"), ("c", "b"), ("x", "y"))
    assert graph.cycle(known, new=("a", "c")) == ("a", "c", "b")
    assert graph.cycle(known, new=("c", "a")) == ()


def test_an_action_cannot_wait_for_itself():
    assert graph.cycle([], new=("a", "a")) == ("a",)


def test_a_circle_that_is_there_is_found_in_the_whole():
    assert set(graph.cycle(waits(("a", "b"), ("b", "c"), ("c", "b")))) == {"b", "c"}
    assert graph.cycle(waits(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"))) == ()


def test_the_shortest_way_is_told():
    known = waits(("b", "a"), ("c", "b"), ("d", "c"), ("d", "a"))
    assert graph.cycle(known, new=("a", "d")) == ("a", "d")


@given(links)
def test_a_path_told_is_one_that_is_there(pairs):
    circle = graph.cycle(waits(*pairs))
    for here, there in zip(circle, (*circle[1:], *circle[:1]), strict=True):
        assert (here, there) in pairs
    assert bool(circle) == _has_circle(pairs)


@given(links)
def test_links_added_while_no_circle_is_told_never_make_one(pairs):
    kept: list[Dependency] = []
    for action, needed in pairs:
        if not graph.cycle(kept, new=(action, needed)):
            kept += waits((action, needed))
    assert graph.cycle(kept) == ()
    places = {name: place for place, name in enumerate(graph.order(ACTIONS, kept))}
    assert all(places[each.needs_id] < places[each.action_id] for each in kept)


@given(links)
def test_an_order_loses_nothing_and_forgets_links_to_elsewhere(pairs):
    found = graph.order(ACTIONS, waits(*pairs, ("a1", "gone")))
    assert sorted(found) == NAMES


def test_an_order_keeps_that_given():
    assert graph.order(ACTIONS, ()) == tuple(NAMES)
    assert graph.order(ACTIONS[:3], waits(("a0", "a2"))) == ("a1", "a2", "a0")


def test_a_long_chain_is_no_trouble():
    chain = waits(*((f"{n + 1}", f"{n}") for n in range(5_000)))
    assert graph.cycle(chain) == ()
    assert len(graph.cycle(chain, new=("0", "5000"))) == 5_001


@pytest.mark.parametrize("count", [1, 2])
def test_two_times_the_same_link_counts_once(count):
    assert graph.order(ACTIONS[:2], waits(*[("a0", "a1")] * count)) == ("a1", "a0")


def _has_circle(pairs: list[tuple[str, str]]) -> bool:
    """Return the same by taking away what waits for nothing, until nothing changes."""
    left = set(pairs)
    while True:
        waiting = {action for action, _ in left}
        kept = {(action, needed) for action, needed in left if needed in waiting}
        if kept == left:
            return bool(left)
        left = kept
