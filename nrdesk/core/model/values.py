"""What the values of a field are besides their type: dates, JSON, numbers of a scale.

Said once, beside the field. The document writes nothing else, and finds out what another program wrote.
"""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from functools import lru_cache

from nrdesk.core import dates

HOLDS, WITHIN = "holds", "within"
"""Keys of the metadata of a field."""
_DAY = len("2026-03-12")


class Holds(StrEnum):
    """What the texts of a field are; the value ends the French sentence « … n’est pas »."""

    DATE = "une date"
    """A partial date of `core.dates`: "2018", "2018-03" or "2018-03-05"."""
    DAY = "une date entière"
    """A whole date."""
    MOMENT = "un jour ou une heure"
    """A moment of `core.moments`: a date, or a day with its hour on the local clocks."""
    INSTANT = "un instant"
    """A UTC time, ISO 8601; empty while there was none."""
    JSON = "un contenu lisible"
    """A JSON value."""
    TEXTS = "une liste de textes"
    """A JSON object whose values are texts; empty when there is none."""

    def accepts(self, text: str) -> bool:
        """Return whether a text is one."""
        return _accepts(self, text)


def holding(what: Holds) -> dict[str, Holds]:
    """Return the field metadata that says what the texts of a column are."""
    return {HOLDS: what}


def within(low: int, high: int) -> dict[str, tuple[int, int]]:
    """Return the field metadata that says between what bounds the numbers of a column are, both included."""
    return {WITHIN: (low, high)}


def _plausible(year: int) -> bool:
    return dates.EARLIEST <= year <= dates.LATEST


@lru_cache(maxsize=8192)
def _accepts(what: Holds, text: str) -> bool:
    if not text:
        return what in (Holds.INSTANT, Holds.TEXTS)
    try:
        match what:
            case Holds.DATE:
                return _plausible(dates.parts(text)[0])
            case Holds.DAY:
                return len(text) == _DAY and _plausible(dates.parts(text)[0])
            case Holds.MOMENT:
                day, hour, _ = text.partition("T")
                written = dt.datetime.fromisoformat(text) if hour else None
                return _plausible(dates.parts(day)[0]) and not (written and written.tzinfo)
            case Holds.INSTANT:
                return _plausible(dt.datetime.fromisoformat(text).year)
            case Holds.JSON:
                json.loads(text)
            case Holds.TEXTS:
                found = json.loads(text)
                return isinstance(found, dict) and all(isinstance(each, str) for each in found.values())
    except (ValueError, RecursionError):
        return False
    return True
