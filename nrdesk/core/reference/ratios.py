"""Ratios that turn five numbers of a collectivité into a park: the start without an inventory."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nrdesk.core.reference.table import Row, read_data

HYPOTHESIS = "Hypothèse nrdesk"
"""Source of a ratio that nobody published: ours, to be replaced by a count."""


class Driver(StrEnum):
    """One of the five numbers; the value is the attribute of `FiveNumbers` that holds it."""

    AGENTS = "agents"
    ELECTED = "elected"
    CLASSROOMS = "classrooms"
    SITES = "sites"
    POPULATION = "population"


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many appliances of a category come with one unit of a number."""

    id: str
    driver: Driver
    category: str
    """Identifier of a category of `resources/data/factors/categories.csv`."""
    value: float
    """Appliances per unit of the number."""
    low: float
    high: float
    """What it may be elsewhere: the smallest and the largest that is not surprising."""
    from_units: int
    """Smallest number from which there is any such appliance."""
    at_least: int
    """Appliances as soon as that number is reached."""
    service: str
    """Who uses them, as the grid says it."""
    usage_profile: str | None
    source: str
    note: str = ""

    @property
    def is_hypothesis(self) -> bool:
        """Whether nobody published it."""
        return self.source == HYPOTHESIS


@cache
def load() -> tuple[Ratio, ...]:
    """Return the ratios, in the order of the table."""
    return tuple(_ratio(line) for line in read_data("factors/ratios.csv"))


def _ratio(line: Row) -> Ratio:
    return Ratio(
        id=line.required("id"),
        driver=Driver(line.required("driver")),
        category=line.required("category"),
        value=line.number("ratio") or 0.0,
        low=line.number("low") or 0.0,
        high=line.number("high") or 0.0,
        from_units=line.integer("from_units") or 1,
        at_least=line.integer("at_least") or 0,
        service=line.required("service"),
        usage_profile=line.text("usage_profile") or None,
        source=line.required("source"),
        note=line.required("note"),
    )
