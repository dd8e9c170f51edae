"""« Bilan annuel »: what was promised, what was done, what changed, what did not work, what comes next.

Ready for the debate on the budget. Difficulties have a chapter of their own: a bilan that hides them is of no
use to those who decide. A bilan that was closed tells what was kept that day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.model import Campaign
from nrdesk.core.reference import obligations
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.annual_review import ahead, figures, law, opening, work
from nrdesk.core.reports.annual_review.story import Story, of
from nrdesk.core.reports.content import Meta, Report

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Bilan annuel du numérique responsable"


def build(document: Document, campaign: Campaign | None = None) -> Report:
    """Return the bilan of a campaign, ready to be rendered.

    Args:
        document: where the year is told.
        campaign: one of its campaigns; that of the latest bilan begun, else the latest one, when None.

    Raises:
        UserError: what a frozen campaign kept cannot be read.
    """
    story = of(document, campaign)
    blocks = (
        *opening.blocks(story),
        *work.blocks(story),
        *figures.blocks(story),
        *law.blocks(story),
        *work.troubles(story),
        *ahead.blocks(story),
    )
    return Report(meta(story, TITLE, f"Année {story.year}"), blocks)


def meta(story: Story, title: str, subtitle: str) -> Meta:
    """Return what the cover of a document of the bilan says."""
    authority = story.authority
    closed = f"arrêté le {dates.in_letters(story.on)}"
    return Meta(
        title=title,
        subtitle=subtitle,
        authority=wording.full_name(authority),
        date=story.on,
        campaign=str(story.year),
        factors=story.told.factors,
        legal_state=obligations.legal_state(),
        status=closed if story.closed else "document de travail",
        notice=parts.notice(authority),
    )
