"""The look of the collectivité on a document: its logo and its colour, through the properties of the tree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core import branding
from nrdesk.core.reports.content import Logo, Report

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def dressed(document: Document, report: Report) -> Report:
    """Return a document with the logo and the colour that the collectivité chose."""
    chosen = branding.look(document)
    logo = Logo(chosen.logo, chosen.alt) if chosen.logo else None
    return replace(report, meta=replace(report.meta, logo=logo, colour=chosen.colour))
