"""The order and the choice of the lines shown, worked out on identifiers: the records stay in the file.

Sorting a list of 100 000 keys takes some tens of milliseconds; asking a Qt proxy model to do it takes
seconds. Keys are therefore built once per column and kept until the data change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

_DIGITS = re.compile(r"\d+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\u00a0": " ", "\u202f": " "})

Key = str | float | None
"""What a cell is sorted by; None for an empty cell, which comes last whatever the direction."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a text without case, accents or ligatures, so that « ecole » finds « École »."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LIGATURES))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
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


def haystack(
    columns: Sequence[Mapping[str, object]], texts: Sequence[Callable[[object], str]]
) -> dict[str, str]:
    """Return, by line, the folded text that a search looks into.

    Args:
        columns: values by line identifier, one mapping per field.
        texts: for each field, what turns a value into the text shown.
    """
    found: dict[str, list[str]] = {}
    for values, text in zip(columns, texts, strict=True):
        for identifier, value in values.items():
            if value:
                found.setdefault(identifier, []).append(fold(text(value)))
    return {identifier: "\n".join(parts) for identifier, parts in found.items()}


def search(ids: Iterable[str], texts: Mapping[str, str], wanted: str) -> list[str]:
    """Return the lines whose text holds every word of `wanted`, in the order given."""
    words = fold(wanted).split()
    kept = list(ids)
    for word in words:
        kept = [identifier for identifier in kept if word in texts.get(identifier, "")]
    return kept
