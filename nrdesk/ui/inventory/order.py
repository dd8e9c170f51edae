"""The order and the choice of the lines shown, worked out on identifiers: the records stay in the file.

Sorting a list of 100 000 keys takes some tens of milliseconds; asking a Qt proxy model to do it takes
seconds. Keys are therefore built once per column and kept until the data change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress

_DIGITS = re.compile(r"\d+")
_MARKS = re.compile("[\u0300-\u036f]+")
"""Accents, cedillas and the like, once apart from their letter."""
_SPELLINGS = (("œ", "oe"), ("æ", "ae"), ("’", "'"), ("\u00a0", " "), ("\u202f", " "))

Key = str | float | None
"""What a cell is sorted by; None for an empty cell, which comes last whatever the direction."""


def fold(text: str) -> str:
    """Return a text without case, accents or ligatures, so that « ecole » finds « École »."""
    if text.isascii():
        return text.lower()
    text = text.lower()
    for written, plain in _SPELLINGS:
        text = text.replace(written, plain)
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


@lru_cache(maxsize=4096)
def collate(text: str) -> str | None:
    """Return the sort key of a text in French order, numbers by value: « NR2 » before « NR10 »."""
    folded = fold(text.strip())
    return _DIGITS.sub(lambda digits: digits[0].zfill(12), folded) or None


def arrange(ids: Iterable[str], keys: Mapping[str, Key], *, descending: bool = False) -> list[str]:
    """Return `ids` sorted by their keys, empty cells last; equal keys keep the order they had."""
    known: list[str] = []
    empty: list[str] = []
    for identifier in ids:
        (empty if keys.get(identifier) is None else known).append(identifier)
    known.sort(key=keys.__getitem__, reverse=descending)  # type: ignore[arg-type]
    return known + empty


def search(ids: Sequence[str], texts: Sequence[str], wanted: str) -> Sequence[str]:
    """Return the lines whose text holds every word of `wanted`, in the order given.

    Args:
        ids: identifiers of the lines.
        texts: for each of them, the folded text that is looked into.
        wanted: words, in any order, accents and case aside.
    """
    return Search(ids, texts).find(wanted)


class Search:
    """Lines looked into as one types: a letter more narrows what the letters before it found."""

    def __init__(self, ids: Sequence[str], texts: Sequence[str]) -> None:
        """Take identifiers and, for each of them, the folded text that is looked into."""
        self._all = self._found = (ids, texts)
        self._wanted = ""

    def find(self, wanted: str) -> Sequence[str]:
        """Return the lines whose text holds every word of `wanted`, accents and case aside."""
        wanted = fold(wanted)
        if not wanted.startswith(self._wanted):
            self._found, self._wanted = self._all, ""
        looked_for = set(self._wanted.split())
        for word in wanted.split():
            if word not in looked_for:
                self._narrow(word)
        self._wanted = wanted
        return self._found[0]

    def _narrow(self, word: str) -> None:
        ids, texts = self._found
        holds = [word in text for text in texts]
        if not all(holds):
            self._found = list(compress(ids, holds)), list(compress(texts, holds))
