"""Fonts of the PDF: Source Sans 3, embedded, and what becomes of characters that it does not draw."""

from __future__ import annotations

import functools
import re
import unicodedata

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from nrdesk.core import paths
from nrdesk.core.written.prose import unbroken

REGULAR = "SourceSans3-Regular"
_VARIANTS = {
    (False, False): REGULAR,
    (True, False): "SourceSans3-Bold",
    (False, True): "SourceSans3-It",
    (True, True): "SourceSans3-BoldIt",
}
MISSING = "□"
"""Shown where a character has no glyph (emoji, Arabic…): the reader sees that something is missing, and the
file stays valid, which the "missing glyph" of the font itself would prevent."""


def variant(*, bold: bool = False, italic: bool = False) -> str:
    """Return the name of a font, ready to be drawn with."""
    return ready(_VARIANTS[bold, italic])


@functools.cache
def ready(name: str) -> str:
    """Register a font of `resources/fonts` with ReportLab, once, and return its name."""
    pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf")))
    return name


@functools.lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """Return the width of a text in points."""
    measured: float = pdfmetrics.stringWidth(text, font, size)
    return measured


def printable(text: str) -> str:
    """Return `text` with only characters that the fonts draw, newlines, and words tied as in French."""
    text = unbroken(text)
    if text.isascii() and text.isprintable():
        return text
    # Composed letters: the fonts have "é", not "e" followed by an accent.
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return composed.translate(_replacements())


def one_line(text: str) -> str:
    """Return `text` as `printable` does, on one line; no-break spaces stay."""
    return re.sub("[ \n]+", " ", printable(text)).strip(" ")


@functools.cache
def _replacements() -> _Replacements:
    return _Replacements(pdfmetrics.getFont(ready(REGULAR)).face.charToGlyph)


class _Replacements(dict[int, str]):
    """Code point -> what is drawn for it, worked out once for each character met."""

    def __init__(self, drawn: dict[int, int]) -> None:
        super().__init__()
        self._drawn = drawn

    def __missing__(self, code: int) -> str:
        self[code] = replacement = self._replacement(code)
        return replacement

    def _replacement(self, code: int) -> str:
        character = chr(code)
        if character in "\n\r\v\f\x85\u2028\u2029":
            return "\n"
        if character == "\t":
            return " "
        # Controls, marks of direction, joiners, soft hyphens, variants of emoji: nothing to draw.
        if unicodedata.category(character) in {"Cc", "Cf"} or 0xFE00 <= code <= 0xFE0F:
            return ""
        return character if code in self._drawn else MISSING
