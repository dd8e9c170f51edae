"""A colour that white letters can be read on (WCAG 2.2, criterion 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nrdesk.core.errors import UserError

CONTRAST = 4.5
"""Least ratio between letters and their ground."""
WHITE = "#FFFFFF"
_CODE = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_DARKER = 0.99
"""Each step towards black keeps the hue."""


def read_colour(text: str) -> str:
    """Return what people write ("#0b5e8a", "0B5E8A", "#15a") as "#RRGGBB"; "" for nothing.

    Raises:
        UserError: it is not a colour.
    """
    text = text.strip()
    if not text:
        return ""
    if not (found := _CODE.fullmatch(text)):
        raise UserError(
            f"«\u00a0{text[:40]}\u00a0» n’est pas une couleur.",
            kept="La couleur précédente est gardée.",
            todo="Écrivez-la en six chiffres ou lettres de A à F, par exemple #0B5E8A.",
        )
    code = found[1]
    return f"#{code if len(code) == 6 else ''.join(each * 2 for each in code)}".upper()


def channels(code: str) -> tuple[float, float, float]:
    """Return the red, green and blue of "#RRGGBB", each from 0 to 1."""
    red, green, blue = (int(code[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def mixed(code: str, ground: str, share: float) -> str:
    """Return a colour laid on a ground, `share` of it from 0 to 1."""
    pairs = zip(channels(code), channels(ground), strict=True)
    return _code(top * share + below * (1 - share) for top, below in pairs)


def contrast(one: str, other: str = WHITE) -> float:
    """Return the ratio of contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(code: str, ground: str = WHITE) -> str:
    """Return the nearest darker colour of the same hue that can be read on a light ground.

    The colour itself when it already can.
    """
    kept = channels(code)
    share = 1.0
    while contrast(code, ground) < CONTRAST:
        share *= _DARKER
        code = _code(channel * share for channel in kept)
    return code


def _code(shares: Iterable[float]) -> str:
    return "#" + "".join(f"{round(share * 255):02X}" for share in shares)


def _luminance(code: str) -> float:
    """Return the relative luminance (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels(code)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
