"""How a deliberation cites the texts of an obligation: its visa, and the reason that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.formatting import NBSP
from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class Visa:
    """An article that a deliberation may cite, once its obligation applies."""

    obligation: str
    """Identifier in the law table."""
    text: str
    """The law or the code, in French as it follows "Vu"."""
    article: str
    ground: str
    """What it asks, as one of a list of names; empty when the draft words it itself."""


@cache
def load() -> tuple[Visa, ...]:
    """Return the articles, in the order of the table."""
    return tuple(
        Visa(
            line.required("obligation"),
            line.required("text"),
            line.required("article").replace(". ", f".{NBSP}"),
            line.text("ground"),
        )
        for line in read_data("law/visas.csv")
    )
