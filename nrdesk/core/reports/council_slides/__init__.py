"""« Présentation au conseil »: ten minutes before those who will vote.

Where we start, what was found, where we go, with what, and what is asked of the assembly. Slides whose data
are missing are left out: the presentation is never longer than what there is to say.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.council_papers import under_way
from nrdesk.core.model import Deliberation
from nrdesk.core.reference import obligations
from nrdesk.core.reports import look, parts, wording
from nrdesk.core.reports.content import Meta, Report
from nrdesk.core.reports.council_slides import decision, direction, start
from nrdesk.core.reports.slides import Deck, Slide, TitleSlide
from nrdesk.core.reports.wording import french
from nrdesk.core.roadmap import Facts

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Notre stratégie numérique responsable"
_OPENING = (
    "Dix minutes, une idée par écran : d’où nous partons, où nous allons, ce que nous vous demandons.\n"
    "L’élu parle, l’équipe complète. Gardez deux minutes pour les questions : coût, temps, bénéfice."
)


def build(document: Document, assessment: Assessment | None = None) -> Deck:
    """Return the presentation of a document, ready to be rendered.

    Args:
        document: what is presented.
        assessment: the figures of its latest campaign, when they are at hand.
    """
    assessment = assessment or assess(document, document.campaign)
    facts = Facts.of(document, assessment)
    slides: tuple[Slide, ...] = (
        TitleSlide(french(_OPENING)),
        *start.slides(document, facts, assessment),
        *direction.slides(document, facts, assessment),
        *decision.slides(document, facts, assessment),
    )
    return Deck(_meta(document, assessment), slides)


def _meta(document: Document, assessment: Assessment) -> Meta:
    authority = document.authority
    assembly = wording.council(authority).removeprefix("le ")
    meta = Meta(
        title=TITLE,
        subtitle=f"Présentation au {assembly}{_when(under_way(document))}",
        authority=wording.full_name(authority),
        date=dt.date.fromisoformat(assessment.campaign.as_of),
        campaign=str(assessment.campaign.year),
        legal_state=obligations.legal_state(),
        notice=parts.notice(authority),
    )
    return look.dressed(document, Report(meta, ())).meta


def _when(session: Deliberation) -> str:
    """Return the date of the session as the subtitle says it, "" while there is none."""
    return f", {wording.when(session.meeting[:10])}" if session.meeting else ""
