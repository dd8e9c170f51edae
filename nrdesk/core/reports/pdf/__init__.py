"""Writes a content tree as a PDF that is both accessible (PDF/UA-1) and archivable (PDF/A-2a).

`layout` turns the tree into blocks, `flow` gives each its place, `canvas` draws them with ReportLab and
records what they are, `finish` writes the structure and the metadata with pikepdf.
"""

from __future__ import annotations

import io
from dataclasses import replace

from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports.content import Report
from nrdesk.core.reports.pdf import cover, flow, theme
from nrdesk.core.reports.pdf.blocks import HeadingBlock
from nrdesk.core.reports.pdf.canvas import TaggedCanvas
from nrdesk.core.reports.pdf.finish import finish
from nrdesk.core.reports.pdf.layout import Layout
from nrdesk.core.reports.pdf.structure import Destination


def render(report: Report, progress: Progress = silent) -> bytes:
    """Return the document as a PDF file; the same report gives the same bytes."""
    buffer = io.BytesIO()
    canvas = TaggedCanvas(buffer, theme.palette(report.meta.colour), theme.styles(report).page_width)
    headings = draw(report, canvas, progress)
    canvas.save()
    return finish(buffer.getvalue(), report.meta, canvas.root, canvas.marks, headings)


def draw(report: Report, canvas: TaggedCanvas, progress: Progress = silent) -> list[Destination]:
    """Draw the document on a canvas, and return the place of its headings."""
    first = 0
    if report.cover and not report.sheet:
        cover.draw_cover(canvas, report.meta, canvas.root)
        first = 1
    layout = Layout(canvas.root, theme.styles(report))
    pages = flow.paginate(layout.body(report))
    for rank, page in enumerate(pages, start=first):
        for placed in page:
            if isinstance(placed.block, HeadingBlock):
                placed.block.place = replace(placed.block.place, page=rank, top=placed.top + 4)
    for rank, page in enumerate(pages, start=first):
        if rank:
            canvas.next_page()
        cover.draw_foot(canvas, report.meta, rank + 1, len(pages) + first)
        for placed in page:
            placed.block.draw(canvas, theme.MARGIN, placed.top)
        cover.draw_stamp(canvas, report.meta)
        progress(rank + 1 - first, len(pages))
    return [heading.place for heading in layout.headings]
