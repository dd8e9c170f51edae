"""A sheet for a wall: one page, huge letters, little ink, set as large as what it says allows.

White ground, black letters, thin rules: nothing is filled but letters, so that any printer does it and paper
stays recyclable. An A3 poster is the A4 one enlarged: the lines break at the same words.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nrdesk.core import dates
from nrdesk.core.reports import content
from nrdesk.core.reports.content import Meta, Report, Run
from nrdesk.core.reports.pdf import fonts, theme, typeset
from nrdesk.core.reports.pdf.canvas import TaggedCanvas
from nrdesk.core.reports.pdf.finish import finish
from nrdesk.core.reports.pdf.panels import LogoBlock
from nrdesk.core.reports.pdf.structure import Destination, Element
from nrdesk.core.reports.pdf.theme import TextStyle

A3 = 2**0.5
"""Lengths of an A3 page, relative to those of an A4 page."""
_MARGIN, _EDGE = 18 * theme.MM, 16 * theme.MM
"""Sides, top and bottom."""
_WIDTH = theme.PAGE_WIDTH - 2 * _MARGIN
_SCALES = tuple(step / 100 for step in range(150, 48, -2))
"""Sizes to be tried, the largest first: at the last one, letters have 12 points."""
_TITLE = TextStyle(46, 49, after=16, bold=True)
_GIANT = TextStyle(120, 118, before=4, after=2, colour=theme.ACCENT, bold=True)
_HEADING = TextStyle(24, 29, before=30, after=6, colour=theme.ACCENT, bold=True)
_TEXT = TextStyle(24, 31, before=4, after=8)
_SMALL = TextStyle(13, 17, before=8, colour=theme.MUTED)
_AUTHORITY = TextStyle(15, 19, bold=True)
_FOOT = TextStyle(9, 12, colour=theme.MUTED)
_STAMP = TextStyle(22, 26, colour=theme.CAUTION, bold=True)
_TITLE_LINES, _GIANT_LINES = 5, 2
_BULLET, _INDENT = "•", 0.9
"""Indent of a list, relative to the size of its letters."""
_RULE, _THIN = 3.0, 0.8
_MOST_GAP = 40.0
"""Points that one more gap may take when the page has room left."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines in one style, and what they are."""

    lines: Sequence[typeset.Line]
    style: TextStyle
    role: str
    """Structure type: H1, H2, P or LI."""
    ruled: bool = False
    """Whether a rule stands above: it opens a part of the page."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each line."""
        return tuple("".join(segment.text for segment in line) for line in self.lines)

    @property
    def height(self) -> float:
        """Points that the lines take."""
        return len(self.lines) * self.style.leading


def render(report: Report, *, enlarged: float = 1.0) -> bytes:
    """Return a poster as a PDF file; the same report gives the same bytes.

    Args:
        report: its title is that of the poster; a heading of level 1 is set in giant letters, the others open
            parts; a paragraph all in italics is small print. Tables and charts have no place on a wall.
        enlarged: 1 for A4, `A3` for A3.
    """
    buffer = io.BytesIO()
    palette = theme.palette(report.meta.colour)
    width, height = enlarged * theme.PAGE_WIDTH, enlarged * theme.PAGE_HEIGHT
    canvas = TaggedCanvas(buffer, palette, width, height)
    heading = _Sheet(canvas, report, enlarged).draw()
    canvas.save()
    return finish(buffer.getvalue(), report.meta, canvas.root, canvas.marks, [heading])


def laid_out(report: Report) -> tuple[Part, ...]:
    """Return what stands on a poster, from top to bottom, in the lines and the sizes of A4."""
    return tuple(_fitted(report, _room(report.meta)))


class _Sheet:
    """One poster being drawn; lengths in points of an A4 page."""

    def __init__(self, canvas: TaggedCanvas, report: Report, enlarged: float) -> None:
        self._canvas, self._report, self._by = canvas, report, enlarged
        self._list: Element | None = None

    def draw(self) -> Destination:
        """Draw the page, and return the place of its title."""
        meta = self._report.meta
        top = self._draw_head(meta)
        parts = _fitted(self._report, _room(meta))
        left = top - _foot_height(meta) - _height(parts)
        gaps = sum(part.ruled for part in parts) + 1
        more = min(max(left, 0.0) / gaps, _MOST_GAP)
        title_top = top - more / 2
        top = title_top
        for part, before in zip(parts, _gaps(parts), strict=True):
            top -= before + (more if part.ruled else 0.0)
            self._draw_part(part, top)
            top -= part.height
        self._draw_foot(meta)
        return Destination(fonts.one_line(meta.title), 1, 0, self._by * title_top)

    def _draw_head(self, meta: Meta) -> float:
        """Draw who speaks, and the rule under it; return its height."""
        top = theme.PAGE_HEIGHT - _EDGE
        room, lowest = _WIDTH, top - _AUTHORITY.leading
        if meta.logo:
            logo = LogoBlock(meta.logo, self._canvas.root)
            width, height = logo.width, logo.height
            logo.width, logo.height = self._by * width, self._by * height
            logo.draw(self._canvas, self._by * (theme.PAGE_WIDTH - _MARGIN - width), self._by * top)
            room, lowest = room - width - 20, min(lowest, top - height)
        name = typeset.at_most(typeset.plain(meta.authority, _AUTHORITY, room), 1)
        self._write(name, _AUTHORITY, top, self._canvas.root.add("P"))
        if meta.exercise:
            with self._canvas.artifact(of_page=True):
                self._lines(typeset.plain("EXERCICE", _STAMP, room), _STAMP, top + _STAMP.leading)
        self._rule(lowest - 8, _RULE)
        return _below_head(meta)

    def _draw_part(self, part: Part, top: float) -> None:
        if part.ruled:
            self._rule(top + 10 * part.style.size / _HEADING.size, _THIN)
        root = self._canvas.root
        if part.role != "LI":
            self._list = None
            self._write(part.lines, part.style, top, root.add(part.role))
            return
        if self._list is None:
            self._list = root.add("L", O="List", ListNumbering="Disc")
        item = self._list.add("LI")
        self._write(typeset.plain(_BULLET, part.style, _WIDTH), part.style, top, item.add("Lbl"))
        self._write(part.lines, part.style, top, item.add("LBody"), _INDENT * part.style.size)

    def _draw_foot(self, meta: Meta) -> None:
        top = _foot_height(meta)
        self._rule(top - 4, _THIN)
        self._write(_foot_lines(meta), _FOOT, top - 8, self._canvas.root.add("P"))

    def _write(
        self,
        lines: Sequence[typeset.Line],
        style: TextStyle,
        top: float,
        element: Element,
        indent: float = 0.0,
    ) -> None:
        if any(lines):
            with self._canvas.tag(element):
                self._lines(lines, style, top, indent)

    def _lines(
        self, lines: Sequence[typeset.Line], style: TextStyle, top: float, indent: float = 0.0
    ) -> None:
        enlarged = [tuple(each._replace(width=self._by * each.width) for each in line) for line in lines]
        typeset.draw_lines(
            self._canvas, enlarged, self._by * (_MARGIN + indent), self._by * top, style.scaled(self._by)
        )

    def _rule(self, height: float, thick: float) -> None:
        canvas = self._canvas
        with canvas.artifact():
            canvas.stroke(theme.ACCENT)
            canvas.setLineWidth(self._by * thick)
            base = self._by * height
            canvas.line(self._by * _MARGIN, base, self._by * (theme.PAGE_WIDTH - _MARGIN), base)


def _fitted(report: Report, room: float) -> list[Part]:
    """Return the parts in the largest letters with which everything stands on the page.

    What does not fit in the smallest ones is cut, and its last line ends with "…".
    """
    parts: list[Part] = []
    for each in _SCALES:
        parts = list(_parts(report, each))
        if _height(parts) <= room:
            return parts
    return _cut(parts, room)


def _parts(report: Report, by: float) -> Iterator[Part]:
    title = _TITLE.scaled(by)
    yield Part(typeset.at_most(typeset.plain(report.meta.title, title, _WIDTH), _TITLE_LINES), title, "H1")
    for block in report.blocks:
        match block:
            case content.Heading(1, text):
                yield _giant(fonts.one_line(text), by)
            case content.Heading(_, text):
                style = _HEADING.scaled(by)
                yield Part(typeset.plain(fonts.one_line(text), style, _WIDTH), style, "H2", ruled=True)
            case content.Paragraph(runs, _):
                style = (_SMALL if _is_small(runs) else _TEXT).scaled(by)
                yield Part(typeset.lay_out(_bare(runs), style, _WIDTH), style, "P")
            case content.BulletList(items, _):
                style = _TEXT.scaled(by)
                for item in items:
                    yield Part(
                        typeset.lay_out(_bare(item), style, _WIDTH - _INDENT * style.size), style, "LI"
                    )


def _giant(text: str, by: float) -> Part:
    """Return a figure as large as one line of the page takes, on two lines when it is long."""
    style = _GIANT.scaled(by)
    width = fonts.width(text, style.font(), style.size)
    share = min(1.0, max(_WIDTH / width, 0.5)) if width else 1.0
    style = style.scaled(share * 0.995)
    return Part(typeset.at_most(typeset.plain(text, style, _WIDTH), _GIANT_LINES), style, "P")


def _is_small(runs: Sequence[Run]) -> bool:
    return bool(runs) and all(run.italic for run in runs)


def _bare(runs: Sequence[Run]) -> list[Run]:
    """Return runs without their links: nobody clicks on a wall."""
    return [replace(run, href="") for run in runs]


def _gaps(parts: Sequence[Part]) -> list[float]:
    """Return what stands above each part."""
    return [
        max(before.style.after if before else 0.0, part.style.before) if before else 0.0
        for before, part in zip((None, *parts), parts, strict=False)
    ]


def _height(parts: Sequence[Part]) -> float:
    return sum(part.height for part in parts) + sum(_gaps(parts))


def _cut(parts: Sequence[Part], room: float) -> list[Part]:
    kept: list[Part] = []
    for part in parts:
        left = room - _height([*kept, replace(part, lines=())])
        fitting = int(left / part.style.leading)
        if fitting >= len(part.lines):
            kept.append(part)
            continue
        if fitting > 0:
            kept.append(replace(part, lines=typeset.at_most(list(part.lines), fitting)))
        break
    return kept


def _room(meta: Meta) -> float:
    return _below_head(meta) - _foot_height(meta)


def _below_head(meta: Meta) -> float:
    """Return the height at which the title may begin."""
    high = _AUTHORITY.leading
    if meta.logo:
        high = max(high, LogoBlock(meta.logo, Element("Document")).height)
    return theme.PAGE_HEIGHT - _EDGE - high - 8 - 18


def _foot_lines(meta: Meta) -> list[typeset.Line]:
    told = " · ".join(part for part in (dates.in_letters(meta.date), meta.status, meta.notice) if part)
    return typeset.at_most(typeset.plain(told, _FOOT, _WIDTH), 2)


def _foot_height(meta: Meta) -> float:
    """Return the height of the top of the foot above the bottom of the page."""
    return _EDGE + len(_foot_lines(meta)) * _FOOT.leading + 8
