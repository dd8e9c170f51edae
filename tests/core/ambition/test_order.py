"""Ranked records are in the order that was given to them."""

from nrdesk.core.ambition import in_order
from nrdesk.core.model import PriorityAxis


def test_the_rank_comes_first_and_creation_decides_between_equals() -> None:
    axes = [PriorityAxis(title=title, rank=rank) for title, rank in (("c", 2), ("a", 1), ("d", 2), ("b", 1))]
    assert [axis.title for axis in in_order(axes)] == ["a", "b", "c", "d"]
