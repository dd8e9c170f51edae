"""Sentences and words of a text, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"(?<![^\W_])(?i:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=[^\W\d_])"
    "|(?:[^\\W_]|[\u0300-\u036f])+(?:[-’'‑](?:[^\\W_]|[\u0300-\u036f])+)*"
)
_END = re.compile(r"[.!?…]+(?:\s?[»”\"')\]])*(?=\s|$)")
_STOP = re.compile(r"[.!?…][\s»”\"')\]]*$")
_ABBREVIATIONS = frozenset(
    {
        "art",
        "al",
        "av",
        "bd",
        "cf",
        "ex",
        "fig",
        "hab",
        "m",
        "me",
        "min",
        "mm",
        "n",
        "no",
        "p",
        "pp",
        "st",
        "ste",
    }
    | {"tel", "tél", "vol", "env", "max", "éq", "i.e", "p.ex", "l", "r", "d", "chap"}
)
"""Words whose full stop ends no sentence, like the letter of an article of law ("L. 111-1")."""
_CURLY = str.maketrans("’‑", "'-")


@dataclass(frozen=True, slots=True)
class Word:
    """A word; an elided one ("l’", "qu’") is a word of its own."""

    start: int
    text: str
    """As it is written."""
    key: str
    """In lower case, with straight apostrophes and composed accents."""

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; a title or an item without a full stop is one too."""

    start: int
    text: str
    words: tuple[Word, ...]
    opens: bool
    """Whether it begins a paragraph, a title or an item."""

    @property
    def ends(self) -> bool:
        """Whether it has its full stop."""
        return bool(_STOP.search(self.text))

    @property
    def length(self) -> int:
        """Number of words as people count them: what stands between two spaces."""
        return sum(any(map(str.isalnum, piece)) for piece in self.text.split())


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that have a word, in reading order; none goes over the end of a line."""
    at = 0
    for line in text.split("\n"):
        opens = True
        for start, end in _spans(line):
            piece = line[start:end]
            words = tuple(_words(piece, at + start))
            if words:
                yield Sentence(at + start, piece, words, opens)
                opens = False
        at += len(line) + 1


def _spans(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(line):
        if mark[0] == "." and _is_abbreviation(line, mark.start()):
            continue
        yield _trimmed(line, start, mark.end())
        start = mark.end()
    yield _trimmed(line, start, len(line))


def _is_abbreviation(line: str, stop: int) -> bool:
    start = stop
    while start and stop - start < 6 and not line[start - 1].isspace() and line[start - 1] not in "(«’'":
        start -= 1
    word = line[start:stop].lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    return start, end


def _words(piece: str, at: int) -> Iterator[Word]:
    for found in _WORD.finditer(piece):
        written = found[0]
        key = written.lower().translate(_CURLY)
        if not key.isascii():
            key = unicodedata.normalize("NFC", key)
        yield Word(at + found.start(), written, key)
