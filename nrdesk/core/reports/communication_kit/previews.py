"""What a piece of the kit will look like, shown while it is being written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from nrdesk.core.communication import kit_pieces
from nrdesk.core.communication.kit import PieceView
from nrdesk.core.reports import communication_kit, preview
from nrdesk.core.reports.communication_kit import deck, mail
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Heading,
    KeyFigures,
    Paragraph,
    Report,
    bold,
    paragraph,
)
from nrdesk.core.reports.preview import Preview
from nrdesk.core.reports.slides import BulletSlide, FiguresSlide

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.reports.pdf.poster import Part

_PIXELS = 0.94 * 96 / 72
"""Pixels of the page for a point: a little less, since its margins are wider than those of the poster."""
_NATURAL = 1.257
"""Height of a line of Source Sans 3, relative to the size of its letters."""
_AIR = "<p style='font-size:9px;margin:0'>&nbsp;</p>"
_TIGHTEST = 84.0
"""Percents of that height under which Qt lets lines run into each other."""


def shown(document: Document, view: PieceView) -> Preview:
    """Return a piece as pages to look at; its title and its text need not be saved.

    Args:
        document: where the look of the collectivité is.
        view: the piece, as it is being written.
    """
    report = communication_kit.report(document, view)
    if view.piece.key == kit_pieces.POSTER:
        return Preview(_poster(report))
    return preview.render(tuple(_pages(view.piece.key, report)))


def _pages(key: str, report: Report) -> Iterator[Block]:
    if report.meta.exercise:
        yield paragraph(bold("EXERCICE"))
    if key == kit_pieces.EMAIL:
        yield paragraph(bold("Objet\u00a0: "), mail.subject(report))
        yield from report.blocks
    elif key == kit_pieces.SLIDES:
        yield from _slides(report)
    else:
        yield paragraph(bold(report.meta.authority))
        yield Heading(1, report.meta.title)
        if report.meta.subtitle:
            yield paragraph(report.meta.subtitle, style="lead")
        yield from report.blocks


def _slides(report: Report) -> Iterator[Block]:
    """Yield each slide under its number."""
    yield Heading(1, report.meta.title)
    for rank, slide in enumerate(deck.build(report).slides[1:], start=2):
        match slide:
            case BulletSlide(title, items):
                yield Heading(2, f"{rank}. {title}")
                yield BulletList(items)
            case FiguresSlide(title, figures, words):
                yield Heading(2, f"{rank}. {title}")
                yield KeyFigures(figures)
                if words:
                    yield Paragraph(paragraph(words).runs, "small")


def _poster(report: Report) -> str:
    # It measures letters with ReportLab, which takes a moment to import.
    from nrdesk.core.reports.pdf import poster, theme

    accent = theme.palette(report.meta.colour).accent
    stamp = "<p style='font-size:30px;font-weight:600'>EXERCICE</p>" if report.meta.exercise else ""
    name = f"<p style='font-size:18px;font-weight:600;margin:0'>{escape(report.meta.authority)}</p>"
    made = [stamp, name, _rule(accent)]
    for part in poster.laid_out(report):
        if part.ruled:
            made += [_AIR, _rule(accent)]
        colour = accent if part.style.colour == theme.ACCENT else part.style.colour
        made.append(_part(part, _code(colour)))
    return f"<html><body style=\"font-family:'Source Sans 3'\">{''.join(made)}</body></html>"


def _part(part: Part, colour: str) -> str:
    style = part.style
    tight = max(100 * style.leading / style.size / _NATURAL, _TIGHTEST)
    look = (
        f"font-size:{style.size * _PIXELS:.0f}px;font-weight:{600 if style.bold else 400};"
        f"line-height:{tight:.0f}%;color:{colour};margin:0 0 {style.after * _PIXELS:.0f}px 0"
    )
    bullet = "•&nbsp;" if part.role == "LI" else ""
    return f"<p style='{look}'>{bullet}{'<br/>'.join(map(escape, part.texts))}</p>"


def _rule(colour: tuple[float, float, float]) -> str:
    """Return a thin line across the page."""
    cell = f"<td bgcolor='{_code(colour)}' style='font-size:1px'>&nbsp;</td>"
    return f"<table width='100%' cellspacing='0' cellpadding='0'><tr>{cell}</tr></table>"


def _code(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(255 * share):02X}" for share in colour)
