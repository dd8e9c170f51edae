"""The cover, and what every page carries: running title, page number, stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.reports import wording
from nrdesk.core.reports.content import Meta
from nrdesk.core.reports.pdf import fonts, theme, typeset
from nrdesk.core.reports.pdf.panels import LogoBlock
from nrdesk.core.reports.pdf.structure import Element

if TYPE_CHECKING:
    from nrdesk.core.reports.pdf.canvas import TaggedCanvas

_AUTHORITY = theme.TextStyle(13, 18, colour=theme.WHITE, bold=True)
_TITLE = theme.TextStyle(34, 41, colour=theme.WHITE, bold=True)
_SUBTITLE = theme.TextStyle(16, 22, colour=theme.WHITE)
_FACT_NAME = theme.TextStyle(9.5, 14, colour=theme.MUTED)
_FACT = theme.TextStyle(11.5, 16)
_NOTICE = theme.TextStyle(10.5, 15.5)
_FOOT = theme.TextStyle(8.5, 11, colour=theme.MUTED)
_STAMP = theme.TextStyle(11, 14, colour=theme.CAUTION, bold=True)
_BAND = 0.56 * theme.PAGE_HEIGHT
"""Height of the coloured part of the cover."""
_RULE, _RULE_UNDER_LOGO = 0.52, 0.42
"""Where the rule below the title stands in it: lower when the title must leave room for a logo."""


def draw_cover(canvas: TaggedCanvas, meta: Meta, root: Element) -> None:
    """Draw the first page."""
    bottom = theme.PAGE_HEIGHT - _BAND
    rule = bottom + (_RULE_UNDER_LOGO if meta.logo else _RULE) * _BAND
    with canvas.artifact():
        canvas.fill(theme.ACCENT)
        canvas.rect(0, bottom, theme.PAGE_WIDTH, _BAND, stroke=0, fill=1)
        canvas.fill(theme.WHITE)
        canvas.rect(theme.MARGIN, rule, 46, 3, stroke=0, fill=1)
    top = theme.PAGE_HEIGHT - theme.MARGIN
    room = theme.WIDTH
    if meta.logo:
        logo = LogoBlock(meta.logo, root)
        logo.draw_on_plate(canvas, theme.PAGE_WIDTH - theme.MARGIN, top)
        room -= logo.width + 40
    name = typeset.at_most(typeset.plain(meta.authority, _AUTHORITY, room), 2)
    _draw_text(canvas, root, name, _AUTHORITY, top)
    title = _lines(meta.title, _TITLE, 3)
    _draw_text(canvas, root, title, _TITLE, rule + 22 + len(title) * _TITLE.leading)
    _draw_text(canvas, root, _lines(meta.subtitle, _SUBTITLE, 3), _SUBTITLE, rule - 18)
    top = _draw_facts(canvas, meta, root, bottom - 34)
    _draw_text(canvas, root, _lines(meta.notice, _NOTICE, 6), _NOTICE, top - 12)
    draw_stamp(canvas, meta)


def draw_foot(canvas: TaggedCanvas, meta: Meta, page: int, pages: int) -> None:
    """Draw the running title and the number of a page after the cover."""
    base = theme.BOTTOM / 2
    right = canvas.page_width - theme.MARGIN
    number = f"Page {page} sur {pages}"
    room = right - theme.MARGIN - fonts.width(number, _FOOT.font(), _FOOT.size) - 24
    title = typeset.plain(wording.running_title(meta), _FOOT, room)[:1]
    with canvas.artifact(of_page=True):
        canvas.stroke(theme.LINE)
        canvas.setLineWidth(0.6)
        canvas.line(theme.MARGIN, base + 14, right, base + 14)
        typeset.draw_lines(canvas, title, theme.MARGIN, base + 6, _FOOT)
        typeset.draw_lines(canvas, typeset.plain(number, _FOOT, room), 0, base + 6, _FOOT, right=right)


def draw_stamp(canvas: TaggedCanvas, meta: Meta) -> None:
    """Stamp the page in training mode: last of all, so that no band of colour covers it."""
    if meta.exercise:
        stamp = typeset.plain("EXERCICE", _STAMP, theme.WIDTH)
        with canvas.artifact(of_page=True):
            canvas.fill(theme.CAUTION_SOFT)
            width = typeset.width_of(stamp[0]) + 16
            left, top = canvas.page_width - theme.MARGIN - width, theme.PAGE_HEIGHT - 20
            canvas.roundRect(left, top - 18, width, 21, 3, stroke=0, fill=1)
            typeset.draw_lines(canvas, stamp, left + 8, top, _STAMP)


def _draw_facts(canvas: TaggedCanvas, meta: Meta, root: Element, top: float) -> float:
    """Draw the facts in two columns; return the height at which they end."""
    width = theme.WIDTH / 2
    columns = [
        (name, typeset.at_most(typeset.plain(value, _FACT, width - 16), 3))
        for name, value in wording.facts(meta)
    ]
    for start in range(0, len(columns), 2):
        pair = columns[start : start + 2]
        for rank, (name, lines) in enumerate(pair):
            x = theme.MARGIN + rank * width
            with canvas.tag(root.add("P")):
                typeset.draw_lines(canvas, typeset.plain(name, _FACT_NAME, width), x, top, _FACT_NAME)
                typeset.draw_lines(canvas, lines, x, top - _FACT_NAME.leading, _FACT)
        top -= _FACT_NAME.leading + max(len(lines) for _, lines in pair) * _FACT.leading + 14
    return top


def _lines(text: str, style: theme.TextStyle, most: int) -> list[typeset.Line]:
    return typeset.at_most(typeset.plain(text, style, theme.WIDTH), most)


def _draw_text(
    canvas: TaggedCanvas, root: Element, lines: list[typeset.Line], style: theme.TextStyle, top: float
) -> None:
    if any(lines):
        with canvas.tag(root.add("P")):
            typeset.draw_lines(canvas, lines, theme.MARGIN, top, style)
