"""What may become of a text in an anonymised copy: the rules that the fields share."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

from nrdesk.core import dates
from nrdesk.core.model import new_id

ANSWERED = "Réponse retirée de cette copie anonymisée."
"""Stands for an answer: that there was one still shows in the progress."""
ASKED = "Question retirée de cette copie anonymisée."
"""Stands for a question that somebody wrote: an answer belongs to one."""


class LeftOutError(Exception):
    """The record makes no sense without a text that was not one of nrdesk's own."""


class Names:
    """Names given in place of those of the document: always the same one for the same text."""

    def __init__(self) -> None:
        self._given: dict[str, dict[str, str]] = defaultdict(dict)
        self._ids: dict[str, str] = {}

    def numbered(self, series: str, text: str) -> str:
        """Return "Site 3" for the third text of a series; an empty one stays so."""
        given = self._given[series]
        return given.setdefault(text, f"{series} {len(given) + 1}") if text else ""

    def id(self, id: str | None) -> str | None:
        """Return another identifier: rows of the copy cannot be matched with those of the document."""
        if id is None:
            return None
        if id not in self._ids:
            self._ids[id] = new_id()
        return self._ids[id]


Rule = Callable[[Any, Names], object]
"""From the value of a field to that of the copy; raises `LeftOutError`."""


def emptied(text: str, names: Names) -> str:
    """Leave nothing."""
    return ""


def unsaid(text: str | None, names: Names) -> None:
    """Leave out what may be absent."""


def replaced(text: str, names: Names) -> str:
    """Keep a text that was replaced beforehand."""
    return text


def date(text: str | None, names: Names) -> str | None:
    """Keep a date, possibly partial; leave anything else out."""
    return text if text and dates.is_partial_date(text) else None


def day(text: str, names: Names) -> str:
    """Keep a date; put that of today in place of anything else."""
    return date(text, names) or dt.date.today().isoformat()


def series(series: str) -> Rule:
    """Replace a text by its number in a series."""
    return lambda text, names: names.numbered(series, text)


def ours(words: Callable[[], Collection[str]], otherwise: str | None = None) -> Rule:
    """Keep a word of nrdesk's own; put `otherwise` in place of any other."""
    return lambda text, names: text if text in words() else otherwise


def needed(words: Callable[[], Collection[str]]) -> Rule:
    """Keep a word of nrdesk's own; a record where it is another one is left out."""

    def rule(text: str, names: Names) -> str:
        if text not in words():
            raise LeftOutError
        return text

    return rule


def left_out(text: str, names: Names) -> str:
    """Leave the whole record out."""
    raise LeftOutError


def id_only(text: str | None, names: Names) -> str | None:
    """Give another identifier."""
    return names.id(text)


def lineage(text: str, names: Names) -> str:
    """Give another identifier, where there is one."""
    return names.id(text) or "" if text else ""


def answer(text: str, names: Names) -> str:
    """Tell that there was an answer."""
    return ANSWERED if text else ""


SERVICE, PERSON, COLLECTIVITE = series("Service"), series("Personne"), series("Collectivité")
"""Shared series: the same service, person or collectivité has the same number in every record."""
