"""Recognise the kind of an appliance from what people write: its type, its model, its name.

The words are data (`resources/data/content/category_words.csv`), in three columns: the words as
`words.normal` writes them, the category ("" when the words name something that is not an appliance),
and whether they are generic. "Ordinateur fixe" is generic: the model "EliteDesk 800 G4 Mini" says better.
In the words, `#` is a digit, `@` a letter, `?` either, `*` the end of a word or up to three words.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from typing import NamedTuple

from nrdesk.core import paths
from nrdesk.core.written.words import normal

_LONGEST = 4
"""Most words in an entry without wildcards; checked when the table is read."""
_TELLING = 200
"""Characters of a text in which its kind is looked for."""
_WILDCARDS = {"#": "[0-9]", "@": "[a-z]", "?": "[a-z0-9]", "*": "[a-z0-9]*"}


class Meaning(NamedTuple):
    """What words mean."""

    category: str
    generic: bool


class _Table(NamedTuple):
    """The words, ready to be looked up."""

    phrases: dict[str, Meaning]
    patterns: re.Pattern[str]
    pattern_meanings: tuple[Meaning, ...]


@cache
def _table() -> _Table:
    """Return the table of words; the longest patterns come first, so that they win."""
    path = paths.data() / "content" / "category_words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["words"], Meaning(row["category"], row["generic"] == "yes"))
            for row in csv.DictReader(file, delimiter=";")
        ]
    phrases = {words: meaning for words, meaning in rows if _WILDCARDS.keys().isdisjoint(words)}
    if any(words.count(" ") >= _LONGEST for words in phrases):
        raise ValueError(f"{path}: more than {_LONGEST} words")
    patterns = sorted((row for row in rows if row[0] not in phrases), key=lambda row: -len(row[0]))
    alternatives = "|".join(f"({_expression(words)})" for words, _ in patterns)
    return _Table(phrases, re.compile(rf"\b(?:{alternatives})\b"), tuple(meaning for _, meaning in patterns))


def _expression(words: str) -> str:
    """Return the regular expression of an entry with wildcards."""
    gap = r"(?: [a-z0-9]+){0,3} "
    return gap.join("".join(_WILDCARDS.get(c, c) for c in part) for part in words.split(" * "))


@lru_cache(maxsize=20_000)
def meaning(text: str) -> Meaning | None:
    """Return what one text means: its longest specific words, failing that its longest generic ones.

    Words that name no appliance prevail when they come first: "Sacoche pour ordinateur portable".
    """
    words = normal(text[:_TELLING]).split()
    if not words:
        return None
    table = _table()
    found = [
        (not known.category and start == 0, not known.generic, len(phrase), known)
        for size in range(1, min(_LONGEST, len(words)) + 1)
        for start in range(len(words) - size + 1)
        if (known := table.phrases.get(phrase := " ".join(words[start : start + size]))) is not None
    ]
    for match in table.patterns.finditer(" ".join(words)):
        known = table.pattern_meanings[(match.lastindex or 1) - 1]
        found.append((False, not known.generic, len(match.group()), known))
    return max(found, key=lambda candidate: candidate[:3])[3] if found else None


def recognise(*texts: str) -> str | None:
    """Return the category of an appliance, or None when nothing tells it.

    Args:
        texts: what is written about it, the most reliable first: type, model, name. The first specific
            words win; failing that, the first generic ones.
    """
    fallback: Meaning | None = None
    for text in texts:
        known = meaning(text)
        if known is None:
            continue
        if not known.generic:
            return known.category or None
        fallback = fallback or known
    return fallback.category if fallback else None
