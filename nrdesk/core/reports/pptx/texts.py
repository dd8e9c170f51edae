"""Texts of slides: clean, in French, without a line that python-pptx would read as something else."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from nrdesk.core.reports.content import Run, address
from nrdesk.core.richtext.characters import clean


def write(frame: TextFrame, paragraphs: Iterable[Iterable[Run]], size: float | None = None) -> None:
    """Write paragraphs in an empty frame; letters are as the layout sets them without a size."""
    for rank, runs in enumerate(paragraphs):
        add(frame.paragraphs[0] if rank == 0 else frame.add_paragraph(), runs, size)


def add(paragraph: _Paragraph, runs: Iterable[Run], size: float | None = None) -> None:
    """Add runs at the end of a paragraph."""
    for run in runs:
        text = clean(run.text)
        if not text:
            continue
        added = paragraph.add_run()
        added.text = text
        added.font.language_id = MSO_LANGUAGE_ID.FRENCH
        # None, rather than False, leaves the layout to decide.
        added.font.bold, added.font.italic = run.bold or None, run.italic or None
        if size is not None:
            added.font.size = Pt(size)
        if run.href:
            added.hyperlink.address = address(run.href)


def write_notes(frame: TextFrame, text: str) -> None:
    """Write what the speaker says, one paragraph a line."""
    write(frame, [[Run(line)] for line in text.split("\n") if line.strip()])
