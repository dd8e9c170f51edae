"""The moments of the year when something can be told: their dates, and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the year."""

    id: str
    title: str


@cache
def by_id() -> dict[str, Moment]:
    """Return every moment by identifier, in the order of the table."""
    return {
        line.required("id"): Moment(line.required("id"), line.required("name"))
        for line in read_data("content/moments.csv")
    }
