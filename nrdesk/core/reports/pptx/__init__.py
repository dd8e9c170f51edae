"""Writes slides as a PowerPoint presentation: titles that are titles, charts that one can edit, notes.

Only imported when a presentation is exported.
"""

from __future__ import annotations

import datetime as dt

from pptx.presentation import Presentation

from nrdesk.core.jobs import Progress, silent
from nrdesk.core.reports.content import Meta
from nrdesk.core.reports.pptx import template
from nrdesk.core.reports.pptx.writer import Writer
from nrdesk.core.reports.slides import Deck
from nrdesk.core.richtext.characters import clean

_LONGEST = 255
"""Characters of a property, as the format allows."""


def render(deck: Deck, progress: Progress = silent) -> bytes:
    """Return the presentation as a PPTX file; the same deck gives the same bytes."""
    presentation = template.empty(deck.meta.colour)
    writer = Writer(presentation, deck.meta)
    for done, slide in enumerate(deck.slides, start=1):
        writer.write(slide)
        progress(done, len(deck.slides))
    _write_properties(presentation, deck.meta)
    return template.packed(presentation, deck.meta.date)


def _write_properties(presentation: Presentation, meta: Meta) -> None:
    properties = presentation.core_properties
    properties.title = clean(meta.title)[:_LONGEST]
    properties.subject = clean(meta.subtitle)[:_LONGEST]
    properties.author = clean(meta.authority)[:_LONGEST]
    properties.last_modified_by = "nrdesk"
    properties.language = meta.language
    properties.revision = 1
    properties.created = properties.modified = dt.datetime.combine(meta.date, dt.time())
