"""How far the collectivités of a portfolio are, by bands: for its chart, on screen and on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from nrdesk.core.formatting import number, percent
from nrdesk.core.portfolio.summary import Summary

BOUNDS = (0.2, 0.4, 0.6, 0.8)
"""Bounds of the bands; each holds its lower one."""


def bands(summaries: Iterable[Summary]) -> list[tuple[str, int]]:
    """Return how many collectivités are in each band of progress, with its French name."""
    counted = Counter(sum(each.progress >= bound for bound in BOUNDS) for each in summaries)
    edges = (0.0, *BOUNDS, 1.0)
    names = [f"{number(low * 100)} à {percent(high)}" for low, high in pairwise(edges)]
    return [(name, counted[rank]) for rank, name in enumerate(names)]
