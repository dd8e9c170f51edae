"""Where the terms of the glossary appear in a text, so that a reader gets their definition there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference import glossary
from nrdesk.core.reference.glossary import Term

_SPACE = "[ \u00a0\u202f]"
_SHORTEST_PLURAL = 4
"""Letters from which a word of a term takes the mark of the plural: "du" and "de" never do."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text."""

    start: int
    end: int
    term: Term


def occurrences(text: str) -> tuple[Occurrence, ...]:
    """Return the terms of the glossary that `text` uses, each where it first appears, in reading order.

    Whole words only, the longest term wherever two begin together ("Label NR" before "NR"). Acronyms are
    looked for as they are written ("REP", not "rep"), other words in any case, singular or plural.
    """
    pattern, terms = _compiled()
    found: dict[str, Occurrence] = {}
    for match in pattern.finditer(text):
        term = terms[int(str(match.lastgroup)[1:])]
        found.setdefault(term.term, Occurrence(match.start(), match.end(), term))
    return tuple(found.values())


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[Term, ...]]:
    """Return one expression with a named group per form of a term, and the term of each group."""
    forms = [(form, term) for term in glossary.load() for form in _forms(term.term)]
    forms.sort(key=lambda each: len(each[0]), reverse=True)
    groups = "|".join(f"(?P<t{index}>{_expression(form)})" for index, (form, _) in enumerate(forms))
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), tuple(term for _, term in forms)


def _forms(term: str) -> Iterator[str]:
    """Yield the ways of writing a term: "RSE / RSO", "DPD (DPO)", "INSEE (code)" (that is, "code INSEE")."""
    for name in term.split(" / "):
        match = re.fullmatch(r"(.+) \((.+)\)", name)
        if match is None:
            yield name
        elif _is_acronym(match[2]):
            yield match[1]
            yield match[2]
        else:
            yield f"{match[2]} {match[1]}"


def _expression(form: str) -> str:
    return _SPACE.join(map(_word, form.split(" ")))


def _word(word: str) -> str:
    written = re.escape(word)
    if _is_acronym(word):
        return written
    if word.endswith("al"):
        written = f"{written[:-1]}(?:l|ux)"
    elif word.endswith("é"):
        written += "e?s?"
    elif len(word) >= _SHORTEST_PLURAL and not word.endswith(("s", "x")):
        written += "s?"
    return f"(?i:{written})"


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() or letter.isdigit() for letter in word) > 1 or word.isdigit()
