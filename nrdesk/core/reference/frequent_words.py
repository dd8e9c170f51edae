"""The words that French uses most."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nrdesk.core.reference.table import read_data


@cache
def load() -> Mapping[str, int]:
    """Return the rank of each word as it is written (plural, feminine…), 1 being the most frequent."""
    lines = read_data("content/frequent_words.csv")
    return {line.required("word"): rank for rank, line in enumerate(lines, 1)}
