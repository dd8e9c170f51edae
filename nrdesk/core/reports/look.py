"""What a document bears of its collectivité, through the properties of the tree: logo, colour, stamp."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core import branding, training
from nrdesk.core.reports.content import Logo, Report

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def dressed(document: Document, report: Report) -> Report:
    """Return a document with the logo and the colour chosen by the collectivité, stamped in training mode."""
    chosen = branding.look(document)
    logo = Logo(chosen.logo, chosen.alt) if chosen.logo else None
    meta = replace(report.meta, logo=logo, colour=chosen.colour, exercise=training.is_exercise(document))
    return replace(report, meta=meta)
