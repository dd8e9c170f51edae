"""Writes a content tree as a Word document: real headings, tables and captions, that one can go on editing.

Only imported when a document is exported.
"""

from __future__ import annotations

import datetime as dt

from docx.document import Document
from docx.text.paragraph import Paragraph

from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports import wording
from nrdesk.core.reports.content import Meta, Report
from nrdesk.core.reports.docx import template
from nrdesk.core.reports.docx.oxml import add_field, one_line
from nrdesk.core.reports.docx.writer import Writer

_STAMP = "EXERCICE"
_LONGEST = 255
"""Characters of a property, as the format allows."""


def render(report: Report, progress: Progress = silent) -> bytes:
    """Return the document as a DOCX file; the same report gives the same bytes."""
    document = template.empty(report)
    writer = Writer(document)
    if report.sheet:
        writer.write_band(report.meta)
    elif report.cover:
        writer.write_cover(report.meta)
        writer.write_contents(report.blocks)
    else:
        writer.write_masthead(report.meta)
    followers = (*report.blocks[1:], None)[: len(report.blocks)]
    for done, (block, follower) in enumerate(zip(report.blocks, followers, strict=True), start=1):
        writer.write(block, follower)
        progress(done, len(report.blocks))
    _write_margins(document, report)
    _write_properties(document, report.meta)
    return template.packed(document, report.meta.date)


def _write_margins(document: Document, report: Report) -> None:
    """Write what every page carries: running title and number, and the stamp in training mode."""
    section = document.sections[0]
    has_cover = report.cover and not report.sheet
    section.different_first_page_header_footer = has_cover
    _write_foot(section.footer.paragraphs[0], report.meta)
    if report.meta.exercise:
        for header in (section.header, section.first_page_header) if has_cover else (section.header,):
            header.paragraphs[0].add_run(_STAMP)


def _write_foot(line: Paragraph, meta: Meta) -> None:
    line.add_run(f"{one_line(wording.running_title(meta))}\tPage ")
    add_field(line, "PAGE", "1")
    line.add_run(" sur ")
    add_field(line, "NUMPAGES", "1")


def _write_properties(document: Document, meta: Meta) -> None:
    properties = document.core_properties
    properties.title = one_line(meta.title)[:_LONGEST]
    properties.subject = one_line(meta.subtitle)[:_LONGEST]
    properties.author = one_line(meta.authority)[:_LONGEST]
    properties.last_modified_by = "nrdesk"
    properties.language = meta.language
    properties.created = properties.modified = dt.datetime.combine(meta.date, dt.time(), dt.UTC)
