"""Texts reduced to what two people would call the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nrdesk.core.formatting import NBSP

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_CONTROLS = {
    code: None for code in (*range(32), *range(127, 160), *range(0xD800, 0xE000)) if code not in (9, 10)
}


def listed(words: str) -> tuple[str, ...]:
    """Return the words or phrases of a list separated by commas."""
    return tuple(" ".join(phrase.split()) for phrase in words.split(","))


def quoted(text: str) -> str:
    """Return a text between French quotation marks."""
    return f"«{NBSP}{text}{NBSP}»"


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """Return `text` in lower case, without accents nor punctuation: "Qté (pièces)" -> "qte pieces"."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SEPARATORS.sub(" ", plain).strip()


def line(text: str) -> str:
    """Return `text` on one line, without control characters nor doubled spaces; no-break spaces stay."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", text.translate(_CONTROLS)).strip()


def plain_line(text: str) -> str:
    """Return `text` as `line` does, its spaces plain: for what is told apart by letters, as a place is."""
    return " ".join(line(text).split())


def on_one_line(text: str) -> str:
    """Return `text` on one line for a document: no-break spaces stay, those of "5 800 kWh" among them."""
    return _BLANKS.sub(" ", text).strip()


def paragraphs(text: str) -> str:
    """Return `text` with its line ends, without control characters nor blanks around lines."""
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return "\n".join(piece.strip() for piece in text.split("\n")).strip()
