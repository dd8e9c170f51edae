"""The glossary: every word of the trade that a screen or a document uses, in plain French."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means."""

    term: str
    definition: str
    source: str


@cache
def load() -> tuple[Term, ...]:
    """Return the terms, in the order of the table."""
    return tuple(
        Term(line.required("term"), line.required("definition"), line.text("source"))
        for line in read_data("content/glossary.csv")
    )
