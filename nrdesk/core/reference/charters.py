"""The charters, manifestos and labels that the method suggests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A charter that one may sign."""

    name: str
    publisher: str
    url: str
    text: str
    """What it is, in one sentence."""


@cache
def load() -> tuple[Suggestion, ...]:
    """Return the suggestions, in the order of the table."""
    return tuple(
        Suggestion(line.required("name"), line.required("publisher"), line.required("url"), line.text("text"))
        for line in read_data("content/charters.csv")
    )
