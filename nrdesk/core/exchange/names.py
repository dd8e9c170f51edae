"""Words for the formats that want a name of its own and a model on every line of an inventory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from nrdesk.core.written.values import is_nothing

UNKNOWN = "Unknown"
"""Written for an appliance without brand nor model, as G4IT does in its own samples."""
_NAMELESS = "sans-numero"
_STOPGAP = re.compile(rf"{_NAMELESS}-[0-9]+")


def unique(numbers: Iterable[str]) -> Iterator[str]:
    """Yield a name for each line: its inventory number, told apart when several lines have the same."""
    given: set[str] = set()
    for number in numbers:
        candidates = (f"{number} ({n})" if number else f"{_NAMELESS}-{n - 1}" for n in count(2))
        name = number if number and number not in given else next(n for n in candidates if n not in given)
        given.add(name)
        yield name


def is_stopgap(text: str) -> bool:
    """Return whether a name or a model is only there because the format wants one."""
    return is_nothing(text) or _STOPGAP.fullmatch(text.strip()) is not None
