"""Words that are painted by hand, on two lines rather than cut on one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def two_lines(words: str, width: int, metrics: QFontMetrics) -> list[str]:
    """Return words on two lines at most, each ending with "…" when there is no room for it."""
    pieces = words.split() or [""]
    whole = " ".join(pieces)
    if metrics.horizontalAdvance(whole) < width:
        return [whole]
    first = pieces.pop(0)
    # Below the width: an advance is rounded, and Qt cuts for a fraction of a pixel.
    while pieces and metrics.horizontalAdvance(f"{first} {pieces[0]}") < width:
        first = f"{first} {pieces.pop(0)}"
    lines = [first, " ".join(pieces)] if pieces else [first]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
