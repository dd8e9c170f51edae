"""Figures to remember, side by side, each in one box read as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.slide import Slide
from pptx.util import Pt

from nrdesk.core.reports.content import KeyFigure, Run
from nrdesk.core.reports.pptx import fitting, texts
from nrdesk.core.reports.pptx.shapes import place
from nrdesk.core.reports.pptx.template import BODY, Box

MOST = 6
_GAP, _INSIDE, _WORDS = 20.0, 16.0, 84.0
_VALUES = (48, 40, 32, 24)
_LABEL, _DETAIL, _SENTENCE = 20, 16, 20


def groups(figures: Sequence[KeyFigure]) -> list[tuple[KeyFigure, ...]]:
    """Return the figures slide by slide."""
    return [tuple(figures[start : start + MOST]) for start in range(0, len(figures), MOST)] or [()]


def add(slide: Slide, figures: Sequence[KeyFigure], words: str) -> None:
    """Add figures to a slide, and the sentence to read them by below them."""
    height = BODY.height - (_WORDS if words else 0.0)
    columns = max(1, len(figures) if len(figures) <= 3 else (len(figures) + 1) // 2)
    rows = -(-len(figures) // columns)
    wide = (BODY.width - _GAP * (columns - 1)) / columns
    tall = min((height - _GAP * (rows - 1)) / max(rows, 1), 190.0)
    for rank, figure in enumerate(figures):
        row, column = divmod(rank, columns)
        box = Box(BODY.x + column * (wide + _GAP), BODY.y + row * (tall + _GAP), wide, tall)
        _add_card(slide, figure, box)
    if words:
        bottom = BODY.y + rows * (tall + _GAP)
        below = slide.shapes.add_textbox(*place(Box(BODY.x, bottom, BODY.width, _WORDS)))
        below.text_frame.word_wrap = True
        told = fitting.shortened(words, _SENTENCE, BODY.width - 16, 3)
        texts.write(below.text_frame, [[Run(told)]], _SENTENCE)


def _add_card(slide: Slide, figure: KeyFigure, box: Box) -> None:
    card = slide.shapes.add_textbox(*place(box))
    card.fill.solid()
    card.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    frame = card.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(_INSIDE)
    room = box.width - 2 * _INSIDE
    size = fitting.largest(figure.value, _VALUES, room, 1)
    parts = (
        (figure.value, size, 1, MSO_THEME_COLOR.ACCENT_1),
        (figure.label, _LABEL, 2, MSO_THEME_COLOR.TEXT_1),
        (figure.detail, _DETAIL, 2, MSO_THEME_COLOR.TEXT_2),
    )
    for text, letters, most, colour in parts:
        bold = letters == size
        if not text.strip():
            continue
        line = frame.add_paragraph() if frame.paragraphs[0].runs else frame.paragraphs[0]
        shown = fitting.shortened(text, letters, room, most, bold=bold)
        texts.add(line, [Run(shown, bold=bold)], letters)
        for run in line.runs:
            run.font.color.theme_color = colour
