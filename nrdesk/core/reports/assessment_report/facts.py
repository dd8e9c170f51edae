"""Figures that several chapters of the report tell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

from nrdesk.core import dates
from nrdesk.core.assessment import Assessment
from nrdesk.core.footprint import LineResult
from nrdesk.core.model import Equipment

OLDEST = 10
"""Years from which appliances are counted together in the chart of ages."""


def date_of(assessment: Assessment) -> dt.date:
    """Return the date of the inventory."""
    return dt.date.fromisoformat(assessment.campaign.as_of)


def park(assessment: Assessment) -> list[LineResult]:
    """Return the lines still in the park at the date of the inventory."""
    return [line for line in assessment.result.lines if line.in_park]


def appliances(lines: Iterable[LineResult], key: Callable[[LineResult], str]) -> Counter[str]:
    """Return how many appliances there are for each value of `key`."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted[key(line)] += max(line.quantity, 0)
    return counted


def group(line: LineResult) -> str:
    """Return the group of a line ("Ordinateurs", "Écrans"…), "" without a category."""
    return line.recipe.category.group if line.recipe.category else ""


def age(equipment: Equipment, as_of: str) -> float | None:
    """Return the age in years at the date of the inventory, None when the purchase is not dated."""
    if equipment.purchased is None:
        return None
    return max(dates.years_between(equipment.purchased, as_of), 0.0)


def mean_age(lines: Iterable[LineResult], as_of: str) -> float | None:
    """Return the mean age of the dated appliances in years, None when none is dated."""
    known = [
        (years, max(line.quantity, 0)) for line in lines if (years := age(line.equipment, as_of)) is not None
    ]
    quantity = sum(number for _, number in known)
    return sum(years * number for years, number in known) / quantity if quantity else None


def ages(lines: Iterable[LineResult], as_of: str) -> list[int]:
    """Return the number of appliances of each age, from less than a year to `OLDEST` years and more."""
    counts = [0] * (OLDEST + 1)
    for line in lines:
        years = age(line.equipment, as_of)
        if years is not None:
            counts[min(int(years), OLDEST)] += max(line.quantity, 0)
    return counts
