"""Texts reduced to what two people would call the same words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nrdesk.core.formatting import NBSP

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SEPARATORS = re.compile(r"[^a-z0-9]+")
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
    """Return `text` on one line, without control characters nor doubled spaces."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.translate(_CONTROLS).split())


def paragraphs(text: str) -> str:
    """Return `text` with its line ends, without control characters nor blanks around lines."""
    if text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return "\n".join(piece.strip() for piece in text.split("\n")).strip()
