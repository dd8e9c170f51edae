"""Lines of text: runs are cut into words, words fill lines, lines are drawn on the canvas.

No markup is parsed on the way: what a user typed can only ever be drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from nrdesk.core.formatting import NBSP
from nrdesk.core.reports.content import Run
from nrdesk.core.reports.pdf import fonts, theme

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

# A line may break after a space or after a hyphen inside a word; never at a no-break space, nor between two
# numbers ("2026-2032").
_PIECE = re.compile(r"\n| +|-*[^ \n-]+(?:(?<=[0-9])-(?=[0-9])[^ \n-]+)*-*|-+")


class Segment(NamedTuple):
    """A stretch of one line in one font."""

    text: str
    font: str
    width: float
    link: int | None = None
    """Rank of the run in its paragraph when it is a link."""


Line = tuple[Segment, ...]


def plain(text: str, style: theme.TextStyle, width: float) -> list[Line]:
    """Return the lines of a text in one style; at least one, possibly empty."""
    text = fonts.printable(text)
    font = style.font()
    if "\n" not in text and (measured := fonts.width(text, font, style.size)) <= width:
        return [(Segment(text, font, measured),)]
    return _fill([Segment(text, font, 0)], style.size, width)


def lay_out(runs: Sequence[Run], style: theme.TextStyle, width: float) -> list[Line]:
    """Return the lines of a paragraph set in `width` points; at least one, possibly empty."""
    segments = [
        Segment(
            fonts.printable(run.text),
            style.font(bold=run.bold, italic=run.italic),
            0,
            rank if run.href else None,
        )
        for rank, run in enumerate(runs)
    ]
    return _fill(segments, style.size, width)


def at_most(lines: list[Line], count: int) -> list[Line]:
    """Return the first lines, the last one ending with "…" when others are left out."""
    if len(lines) <= count:
        return lines
    *before, last = lines[count - 1] or (Segment("", theme.NORMAL.cell.font(), 0),)
    shortened = last._replace(text=f"{last.text[:-2].rstrip()}…")
    return [*lines[: count - 1], (*before, shortened)]


def width_of(line: Iterable[Segment]) -> float:
    """Return the width of a line in points."""
    return sum(segment.width for segment in line)


def draw(
    canvas: TaggedCanvas, segments: Sequence[Segment], x: float, y: float, style: theme.TextStyle
) -> None:
    """Draw segments one after the other from (x, y), the left end of the base line."""
    text = canvas.beginText(x, y)
    text.setFillColorRGB(*canvas.palette.shade(style.colour))
    for segment in segments:
        text.setFont(segment.font, style.size)
        text.textOut(segment.text)
    canvas.drawText(text)


def draw_lines(
    canvas: TaggedCanvas, lines: Sequence[Line], x: float, top: float, style: theme.TextStyle, *,
    right: float | None = None,
) -> None:  # fmt: skip
    """Draw lines without links downwards from `top`, from `x` or against `right`."""
    text = canvas.beginText()
    text.setFillColorRGB(*canvas.palette.shade(style.colour))
    base = first_base_line(top, style)
    for rank, line in enumerate(lines):
        text.setTextOrigin(x if right is None else right - width_of(line), base - rank * style.leading)
        for segment in line:
            text.setFont(segment.font, style.size)
            text.textOut(segment.text)
        if line:
            text.textOut(line_end(line))
    canvas.drawText(text)


def line_end(line: Line) -> str:
    """Return what keeps a line apart from the next one when the text is extracted or read aloud."""
    return "" if line[-1].text.endswith("-") else " "


def first_base_line(top: float, style: theme.TextStyle) -> float:
    """Return the height of the first base line of a text whose box starts at `top`."""
    return top - (style.leading - style.size) / 2 - 0.8 * style.size


def _fill(segments: Sequence[Segment], size: float, width: float) -> list[Line]:
    lines: list[Line] = []
    line: list[Segment] = []
    used = 0.0
    for word in _words(segments, size):
        length = width_of(word)
        is_newline, is_space = word[0].text == "\n", word[0].text == " "
        if is_newline or (line and not is_space and used + length > width + 0.01):
            lines.append(_merged(line))
            line, used = [], 0.0
        if is_newline or (is_space and not line):
            continue
        for part in _cut(word, size, width) if length > width else [word]:
            if line and part is not word:
                lines.append(_merged(line))
                line, used = [], 0.0
            line += part
            used += width_of(part)
    lines.append(_merged(line))
    return lines


def _words(segments: Sequence[Segment], size: float) -> Iterator[list[Segment]]:
    """Yield what cannot be broken: a word (in one or several fonts), a stretch of spaces, a newline."""
    word: list[Segment] = []
    for segment in segments:
        for text in _PIECE.findall(segment.text):
            text = " " if text[0] == " " else text
            piece = Segment(text, segment.font, fonts.width(text, segment.font, size), segment.link)
            if text in (" ", "\n"):
                if word:
                    yield word
                word = []
                yield [piece]
                continue
            word.append(piece)
            if text.endswith("-"):
                yield word
                word = []
    if word:
        yield word


def _cut(word: Sequence[Segment], size: float, width: float) -> Iterator[list[Segment]]:
    """Yield the pieces of a word too long for a line: cut after a no-break space if any, else anywhere."""
    for segment in word:
        start = 0
        while start < len(segment.text):
            end = start + 1
            measured = fonts.width(segment.text[start:end], segment.font, size)
            while end < len(segment.text):
                wider = measured + fonts.width(segment.text[end], segment.font, size)
                if wider > width:
                    break
                measured, end = wider, end + 1
            tie = segment.text.rfind(NBSP, start + 1, end) if end < len(segment.text) else -1
            if tie > 0:
                # "2 imprimantes" in a narrow column: better apart than in the middle of a word.
                end, measured = tie + 1, fonts.width(segment.text[start : tie + 1], segment.font, size)
            yield [Segment(segment.text[start:end], segment.font, measured, segment.link)]
            start = end


def _merged(pieces: Sequence[Segment]) -> Line:
    """Join neighbours of the same font and link, and drop the spaces at the end of the line."""
    pieces = list(pieces)
    while pieces and not pieces[-1].text.strip(" "):
        pieces.pop()
    merged: list[Segment] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.font, last.link) == (piece.font, piece.link):
            merged[-1] = Segment(last.text + piece.text, last.font, last.width + piece.width, last.link)
        else:
            merged.append(piece)
    return tuple(merged)
