"""Writes slides one after the other; one that holds too much becomes several, numbered in their titles."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP
from nrdesk.core.reports import slides, wording
from nrdesk.core.reports.content import Meta, Quote, Run
from nrdesk.core.reports.pptx import cards, charts, fitting, tables, template, texts
from nrdesk.core.reports.pptx.shapes import describe, place, write_foot
from nrdesk.core.reports.slides import Item, ListColumn
from nrdesk.core.richtext.characters import clean

_STAMP = "EXERCICE"
_STAMP_GROUND, _STAMP_INK = "FDF1DD", "8A5200"
"""The colours of a warning, as in the PDF."""
_NUMBER_INDENT = 400_000
"""Room of the numbers of a list, in English metric units."""
_LEAD, _COVER, _COVER_LINES, _SPEAKER = 24, (44, 36, 30), 3, 18
_QUOTE_LINES, _LEAD_LINES = 9, 4


class Writer:
    """Adds slides at the end of a presentation."""

    def __init__(self, presentation: Presentation, meta: Meta) -> None:
        self._presentation, self._meta = presentation, meta
        told = (meta.authority, dates.in_letters(meta.date), meta.status, _STAMP if meta.exercise else "")
        line = " · ".join(clean(each) for each in told if each)
        self._foot = fitting.shortened(line, 11, 768, 1)

    def write(self, slide: slides.Slide) -> None:
        """Write a slide, as several if it must."""
        match slide:
            case slides.TitleSlide():
                self._write_cover(slide.notes)
            case slides.BulletSlide():
                self._write_bullets(slide)
            case slides.FiguresSlide():
                for number, part, figures in _numbered(cards.groups(slide.figures)):
                    made = self._add(template.ALONE, slide.title, slide.notes, number, part)
                    cards.add(made, figures, slide.words)
                    self._close(made)
            case slides.ChartSlide():
                self._write_chart(slide)
            case slides.TableSlide():
                size, parts = fitting.table_pages(slide.table)
                for number, part, table in _numbered(parts):
                    made = self._add(template.ALONE, slide.title, slide.notes, number, part)
                    tables.add(made, table, size)
                    self._close(made)
            case slides.QuoteSlide():
                self._write_quotes(slide)
            case slides.ColumnsSlide():
                self._write_columns(slide)

    def _write_cover(self, notes: str) -> None:
        meta = self._meta
        made = self._presentation.slides.add_slide(self._presentation.slide_layouts[template.TITLE])
        head, below, facts = (each.text_frame for each in made.placeholders)
        wide, narrow = template.COVER_TITLE.width, template.COVER_FACTS.width
        size = fitting.largest(meta.title, _COVER, wide, _COVER_LINES)
        title = fitting.shortened(meta.title, size, wide, _COVER_LINES, bold=True)
        texts.write(head, [[Run(title)]], size)
        under = (fitting.shortened(each, 22, wide, 1) for each in (meta.authority, meta.subtitle))
        texts.write(below, [[Run(each)] for each in under if each])
        told = (f"Données du {dates.in_letters(meta.date)}", wording.capital(meta.status), meta.notice)
        shown = (fitting.shortened(each, 16, narrow, 2) for each in told)
        texts.write(facts, [[Run(each)] for each in shown if each])
        if meta.logo:
            picture = made.shapes.add_picture(io.BytesIO(meta.logo.image), *place(template.LOGO)[:2])
            box = template.LOGO
            ratio = min(box.width * template.EMU / picture.width, box.height * template.EMU / picture.height)
            picture.width, picture.height = round(picture.width * ratio), round(picture.height * ratio)
            describe(picture, meta.logo.alt, "Logo")
        self._finish(made, notes)

    def _write_bullets(self, slide: slides.BulletSlide) -> None:
        lead = fitting.shortened(slide.lead, _LEAD, template.BODY.width, _LEAD_LINES)
        taken = fitting.height([(Run(lead),)], _LEAD, template.BODY.width) if lead else 0.0
        size, parts = fitting.pages(slide.items, taken=taken)
        start = 1
        for number, part, items in _numbered(parts):
            made = self._add(template.TEXT, slide.title, slide.notes, number, part)
            frame = _frame(made, 1)
            if lead:
                texts.write(frame, [[Run(lead, bold=True)]], _LEAD)
                _set_apart(frame)
            _write_items(frame, items, size, first=not lead, numbered_from=start if slide.numbered else 0)
            start += len(items)
            self._close(made)

    def _write_chart(self, slide: slides.ChartSlide) -> None:
        layout = template.BESIDE if slide.items else template.ALONE
        size, (shown, *left) = fitting.pages(slide.items, template.ASIDE)
        made = self._add(layout, slide.title, slide.notes)
        box = template.CHART if slide.items else template.BODY
        charts.add(made, slide.chart, slide.alt, box, self._meta.date)
        if slide.items:
            _write_items(_frame(made, 1), shown, min(size, 20))
        self._close(made)
        if left:
            rest = tuple(item for part in left for item in part)
            self._write_bullets(slides.BulletSlide(f"{slide.title} (suite)", rest))

    def _write_quotes(self, slide: slides.QuoteSlide) -> None:
        size = next((each for each in fitting.TEXTS if self._fits(slide.quotes, each)), 0)
        groups: list[tuple[Quote, ...]] = [slide.quotes] if size else [(each,) for each in slide.quotes]
        for number, part, quotes in _numbered(groups):
            made = self._add(template.TEXT, slide.title, slide.notes, number, part)
            frame = _frame(made, 1)
            shown = size or fitting.TEXTS[-1]
            width = template.BODY.width - fitting.INDENT
            for rank, quote in enumerate(quotes):
                words = quote.text if size else fitting.shortened(quote.text, shown, width, _QUOTE_LINES)
                line = frame.paragraphs[0] if rank == 0 else frame.add_paragraph()
                texts.add(line, [Run(f"«{NBSP}{clean(words).strip()}{NBSP}»", italic=True)], shown)
                if quote.speaker:
                    signed = fitting.shortened(quote.speaker, _SPEAKER, width, 1)
                    texts.add(frame.add_paragraph(), [Run(signed, bold=True)], _SPEAKER)
            _without_bullet(frame)
            self._close(made)

    @staticmethod
    def _fits(quotes: Sequence[Quote], size: int) -> bool:
        said = fitting.height([(Run(each.text),) for each in quotes], size, template.BODY.width)
        signed = fitting.height([(Run(each.speaker),) for each in quotes], _SPEAKER, template.BODY.width)
        return said + signed <= template.BODY.height

    def _write_columns(self, slide: slides.ColumnsSlide) -> None:
        sides = (slide.left, slide.right)
        taken = 2 * _LEAD * 1.3 + fitting.BEFORE
        measured = [fitting.pages(each.items, template.LEFT, taken=taken) for each in sides]
        size = min(size for size, _ in measured)
        pairs = list(zip_longest(*(parts for _, parts in measured), fillvalue=()))
        for number, part, pair in _numbered(pairs):
            made = self._add(template.COLUMNS, slide.title, slide.notes, number, part)
            for index, (side, items) in enumerate(zip(sides, pair, strict=True), start=1):
                _write_column(_frame(made, index), side, items, size)
            self._close(made)

    def _add(self, layout: int, title: str, notes: str, number: int = 1, of: int = 1) -> Slide:
        """Add a slide with its title; a part of a slide says so, and the first part has the notes."""
        made = self._presentation.slides.add_slide(self._presentation.slide_layouts[layout])
        suffix = f" ({number}/{of})" if of > 1 else ""
        shown, size = fitting.title(title, suffix)
        if shown.endswith(f"…{suffix}"):  # what may have been cut is not lost
            notes = f"{title}\n{notes}"
        texts.write(made.shapes.title.text_frame, [[Run(shown)]], size)
        if number == 1:
            self._write_notes(made, notes)
        return made

    def _close(self, made: Slide) -> None:
        """Write what every slide but the first one carries."""
        if self._meta.exercise:
            stamp = made.shapes.add_textbox(*place(template.STAMP))
            # A ground of its own: the first slide is dark, the others are not.
            stamp.fill.solid()
            stamp.fill.fore_color.rgb = RGBColor.from_string(_STAMP_GROUND)
            stamp.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
            texts.write(stamp.text_frame, [[Run(_STAMP, bold=True)]], 14)
            line = stamp.text_frame.paragraphs[0]
            line.alignment = PP_ALIGN.CENTER
            line.runs[0].font.color.rgb = RGBColor.from_string(_STAMP_INK)
        write_foot(made, self._foot)

    def _finish(self, made: Slide, notes: str) -> None:
        self._write_notes(made, notes)
        self._close(made)

    def _write_notes(self, made: Slide, notes: str) -> None:
        if notes.strip():
            frame = made.notes_slide.notes_text_frame
            if frame is not None:
                texts.write_notes(frame, notes)


def _numbered(parts: Sequence[Any]) -> Iterable[tuple[int, int, Any]]:
    return ((number, len(parts), part) for number, part in enumerate(parts, start=1))


def _frame(slide: Slide, index: int) -> TextFrame:
    """Return the text of a place of a slide."""
    found = next(each for each in slide.placeholders if each.placeholder_format.idx == index)
    frame: TextFrame = found.text_frame
    frame.vertical_anchor = MSO_ANCHOR.TOP
    return frame


def _write_items(
    frame: TextFrame, items: Iterable[Item], size: int, *, first: bool = True, numbered_from: int = 0
) -> None:
    """Write the items of a list; `first` when the frame is still empty."""
    for rank, item in enumerate(items):
        line = frame.paragraphs[0] if first and rank == 0 else frame.add_paragraph()
        texts.add(line, item, size)
        if numbered_from:
            properties = line._p.get_or_add_pPr()
            properties.set("marL", str(_NUMBER_INDENT))
            properties.set("indent", str(-_NUMBER_INDENT))
            mark = properties.makeelement(qn("a:buFont"), {"typeface": "+mj-lt"})
            number = {"type": "arabicPeriod", "startAt": str(numbered_from)}
            properties.extend([mark, properties.makeelement(qn("a:buAutoNum"), number)])


def _write_column(frame: TextFrame, column: ListColumn, items: Iterable[Item], size: int) -> None:
    head = fitting.shortened(column.title, _LEAD, template.LEFT.width, 2, bold=True)
    texts.write(frame, [[Run(head, bold=True)]], _LEAD)
    _set_apart(frame)
    _write_items(frame, items, size, first=False)


def _set_apart(frame: TextFrame) -> None:
    """Set what was written so far without bullets, in the colour of the theme."""
    _without_bullet(frame)
    for run in frame.paragraphs[0].runs:
        run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _without_bullet(frame: TextFrame) -> None:
    """Take the bullets away from the paragraphs written so far."""
    for line in frame.paragraphs:
        properties = line._p.get_or_add_pPr()
        properties.set("marL", "0")
        properties.set("indent", "0")
        properties.append(properties.makeelement(qn("a:buNone"), {}))
        line.space_before = Pt(fitting.BEFORE)
