"""The scale of a painted chart: round numbers from zero up."""

from __future__ import annotations

import math

LEVELS = 4
"""Levels above zero, at most."""


def step(highest: float) -> float:
    """Return the round number between two levels of a scale that goes up to `highest`, > 0."""
    rough = highest / LEVELS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * nice for nice in (1, 2, 2.5, 5, 10) if power * nice >= rough * (1 - 1e-9))


def top(highest: float) -> float:
    """Return the highest level of that scale: the first one that is not below `highest`."""
    one = step(highest)
    return one * math.ceil(highest / one - 1e-9)
