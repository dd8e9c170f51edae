"""Words that the readers of a text may not know: rare words and acronyms, each where it first appears."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from nrdesk.core.formatting import NBSP
from nrdesk.core.readability.remark import Aim, Kind, Remark
from nrdesk.core.readability.sentences import Sentence, Word
from nrdesk.core.readability.vocabulary import EASIEST, MOST_FREQUENT, is_frequent
from nrdesk.core.reference import glossary
from nrdesk.core.written.words import normal

FREQUENT = {Aim.CLEAR: MOST_FREQUENT, Aim.EASY: EASIEST}
"""How many words count as frequent."""
_ACRONYM = re.compile(r"(?<![\w.’'-])(?:[A-ZÀÂÇÉÈÊÎÔ]{2,8}\d{0,3}|(?:[A-Z]\.){2,8})(?![\w’'-])")
_ROMAN = re.compile(r"[IVX]+")
_KNOWN = frozenset({"TV", "SMS", "PDF", "USB", "OK", "SOS", "CD", "DVD", "WC", "CV", "HT", "TTC", "QR"})
"""Acronyms that need no explanation."""


def rare_words(sentences: Iterable[Sentence], aim: Aim, names: Collection[str]) -> Iterator[Remark]:
    """Yield the words that few people read often; see `rare`."""
    told: set[str] = set()
    known = name_words(names)
    for sentence in sentences:
        for word in rare(sentence, FREQUENT[aim], known):
            if word.key not in told:
                told.add(word.key)
                yield Remark(word.start, len(word.text), Kind.RARE_WORD, _about_word(word))


def rare(sentence: Sentence, most: int, names: Collection[str]) -> Iterator[Word]:
    """Yield the rare words of a sentence; names, figures and acronyms are none.

    Args:
        sentence: where they are looked for.
        most: how many words count as frequent.
        names: words of names, in lower case.
    """
    for place, word in enumerate(sentence.words):
        if any(map(str.isdigit, word.key)) or word.key in names:
            continue
        # A capital inside a sentence begins a name; at its beginning, it says nothing.
        if any(map(str.isupper, word.text[1:])) or (place and word.text[0].isupper()):
            continue
        if not is_frequent(word.key, most):
            yield word


def name_words(names: Collection[str]) -> frozenset[str]:
    """Return names and the words that they are made of, in lower case."""
    return frozenset(
        piece for name in names for piece in re.split(r"[\s’'-]+", name.lower()) if piece
    ) | frozenset(name.lower() for name in names)


def _about_word(word: Word) -> str:
    told = (
        f"«{NBSP}{word.text}{NBSP}» est un mot rare{NBSP}: remplacez-le par un mot courant, ou expliquez-le"
    )
    return (
        f"{told}. Le glossaire dit{NBSP}: {meaning}"
        if (meaning := _meaning(word.key))
        else f"{told} la première fois."
    )


def acronyms(text: str, aim: Aim) -> Iterator[Remark]:
    """Yield the acronyms that the text does not explain, each where it first appears.

    "stratégie numérique responsable (SNR)" and "SNR (stratégie numérique responsable)" explain it. In plain
    French, those of the glossary need nothing more; in easy-to-read French each is explained in the text.
    """
    everywhere = [
        found for line in _lines_with_small_letters(text) for found in _ACRONYM.finditer(text, *line)
    ]
    explained = {found[0] for found in everywhere if _is_explained(text, found.start(), found.end())}
    first = {found[0]: found.start() for found in reversed(everywhere)}
    for written, start in first.items():
        if written in explained or written in _KNOWN or _ROMAN.fullmatch(written):
            continue
        meaning = _meaning(written)
        if meaning and aim is Aim.CLEAR:
            continue
        advice = f"Sigle{NBSP}: écrivez-le en entier la première fois, suivi de «{NBSP}({written}){NBSP}»."
        if meaning:
            advice += f" Le glossaire dit{NBSP}: {meaning}"
        yield Remark(start, len(written), Kind.ACRONYM, advice)


def _is_explained(text: str, start: int, end: int) -> bool:
    between = text[max(start - 1, 0) : start] == "(" and text[end : end + 1] == ")"
    return between or text[end : end + 2] in (" (", f"{NBSP}(")


def _lines_with_small_letters(text: str) -> Iterator[tuple[int, int]]:
    """Yield where lines stand, but for those in capitals only: their words are no acronyms."""
    start = 0
    for line in text.split("\n"):
        if any(map(str.islower, line)):
            yield start, start + len(line)
        start += len(line) + 1


def _meaning(word: str) -> str:
    return _meanings().get(normal(word), "")


@cache
def _meanings() -> dict[str, str]:
    """Return the definition of each term of the glossary, by its simplest spelling and by its acronym."""
    found: dict[str, str] = {}
    for term in glossary.load():
        for name in re.split(r" / | \(|\)", term.term):
            if name:
                found.setdefault(normal(name), term.definition)
    return found
