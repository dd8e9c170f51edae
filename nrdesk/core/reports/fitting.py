"""Texts shortened to the room that they have, measured in the letters of the documents."""

from __future__ import annotations

import re
from dataclasses import replace

from nrdesk.core.reports.pdf import fonts, theme, typeset

ELLIPSIS = "…"


def lines(text: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """Return a text as at most `most` lines of `width` points; "…" ends the last one when words are left out.

    Args:
        text: what is to be said; its own line ends become spaces.
        width: length of a line, in points.
        size: size of the letters, in points.
        most: lines that there is room for.
        bold: whether the letters are bold.
    """
    style = replace(theme.NORMAL.cell, size=size, bold=bold)
    found = [_text(line) for line in typeset.plain(fonts.one_line(text), style, width)]
    if len(found) <= most:
        return found
    kept, last = found[: most - 1], found[most - 1]
    while last and fonts.width(f"{last}{ELLIPSIS}", style.font(), size) > width:
        last = _without_end(last)
    return [*kept, f"{last.rstrip(' ,;:')}{ELLIPSIS}"]


def shortened(text: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    """Return a text that takes at most `most` lines of `width` points (see `lines`); itself when it fits."""
    found = lines(text, width, size, most, bold=bold)
    if found[-1].endswith(ELLIPSIS):
        return " ".join(found)
    return re.sub("[ \t\r\n]+", " ", text).strip(" ")  # no-break spaces stay


def _text(line: typeset.Line) -> str:
    return "".join(segment.text for segment in line)


def _without_end(text: str) -> str:
    """Return a text without its last word, or without its last letter when it is one word."""
    return re.sub(r" [^ ]*$", "", text) if " " in text.strip() else text[:-1]
