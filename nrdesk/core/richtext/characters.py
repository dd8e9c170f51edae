"""The characters that a text may hold: what people write in any language, and nothing that hides."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x7f-\x9f"  # controls
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible: hyphens, spaces, directions
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff"  # halves of characters, and what Qt uses as marks
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff"  # private to a font or to a program
    "]+"
)
_JOINERS = re.compile(
    "(?<![\u0300-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0300-\U0010ffff])|[\u200c\u200d]{2,}"
)
BLANKS = " \u00a0"
"""Spaces that are never doubled; the others (thin, wide) are chosen by who types them."""
_DOUBLED = re.compile(f"[{BLANKS}]{{2,}}")


def clean(text: str) -> str:
    """Return `text` on one line, without the characters that show nothing, hide text or break a file.

    Accents that are written apart, emoji and every script stay. A joiner stays between two characters that it
    may join (family emoji, Persian), never beside a Latin letter, where it could only hide.
    """
    if text.isprintable() and text.isascii():
        return text
    return _JOINERS.sub("", _UNWANTED.sub("", _LINE_ENDS.sub(" ", text)))


def single_spaced(text: str) -> str:
    """Return `text` without doubled spaces; a no-break space stays where it stands alone."""
    return _DOUBLED.sub(lambda found: " " if " " in found[0] else found[0][0], text)
