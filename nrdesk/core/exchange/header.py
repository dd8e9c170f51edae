"""Find the row of titles of a table, under whatever was written above it."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.exchange.columns import is_known, known_title
from nrdesk.core.exchange.source import SourceRow

_LOOKED_AT = 40
"""Rows among which the titles are looked for."""


def score(row: SourceRow) -> int:
    """Return how many different fields the cells of a row are titles of."""
    fields = {(known_title(cell) or ("personal", 0))[0] for cell in row.cells if cell and is_known(cell)}
    return len(fields)


def find(rows: Sequence[SourceRow]) -> int:
    """Return the place of the row of titles.

    It is the row that has the most known titles, two at least; failing that, the first row of two
    words or more, which the user will match by hand.

    Raises:
        ValueError: there is no row at all with anything in it.
    """
    candidates = range(min(_LOOKED_AT, len(rows)))
    best = max(candidates, key=lambda i: (score(rows[i]), -i), default=None)
    if best is not None and score(rows[best]) >= 2:
        return best
    for least in (2, 1):
        for i, row in enumerate(rows):
            if sum(1 for cell in row.cells if cell.strip()) >= least:
                return i
    raise ValueError("no row")
