"""The type indicators of step 9: what is worth following, and how it is measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nrdesk.core.model import Direction, ReviewLevel
from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class TypeIndicator:
    """An indicator ready to be taken up."""

    id: str
    title: str
    unit: str
    direction: Direction
    level: ReviewLevel
    measured_by: str
    """Identifier of a figure that nrdesk computes; empty when it has to be typed."""
    rhythm_months: int
    small: bool
    """Whether a small commune would begin with it."""
    source: str
    """Where the value is found."""
    definition: str
    """What is counted, and what is not."""
    origin: str
    """Who suggests it: the method's guide, a law, or nrdesk."""


@cache
def by_id() -> Mapping[str, TypeIndicator]:
    """Return every type indicator by identifier, in the order of the table."""
    found = (
        TypeIndicator(
            id=line.required("id"),
            title=line.required("title"),
            unit=line.required("unit"),
            direction=Direction(line.required("direction")),
            level=ReviewLevel(line.required("level")),
            measured_by=line.text("measured_by"),
            rhythm_months=line.integer("rhythm_months") or 12,
            small=line.flag("small_commune"),
            source=line.required("source"),
            definition=line.required("definition"),
            origin=line.required("origin"),
        )
        for line in read_data("content/indicators.csv")
    )
    return MappingProxyType({each.id: each for each in found})
