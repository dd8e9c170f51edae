"""« État des lieux — inventaire et empreinte »: the first document that a collectivité can publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from nrdesk.core.assessment import Assessment, assess
from nrdesk.core.reference import obligations
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.assessment_report import (
    appendix,
    essentials,
    limits,
    listening,
    maturity,
    method,
    park,
    renewal,
    results,
    services,
    sources,
    territory,
    years,
)
from nrdesk.core.reports.assessment_report.facts import date_of
from nrdesk.core.reports.content import Block, Meta, Report

if TYPE_CHECKING:
    from nrdesk.core.document import Document
    from nrdesk.core.model import Campaign

TITLE = "État des lieux du numérique"

Chapter: TypeAlias = "Callable[[Document, Assessment], Iterable[Block]]"
"""A chapter that looks further than the inventory of the year; it yields nothing without data."""

CHAPTERS: tuple[Chapter, ...] = (
    renewal.blocks,
    services.blocks,
    years.blocks,
    territory.blocks,
    maturity.blocks,
    listening.blocks,
)
"""What comes after the park and its footprint, in the order of the story."""


def build(
    document: Document, assessment: Assessment | None = None, *, campaign: Campaign | None = None
) -> Report:
    """Return the report of a campaign, ready to be rendered.

    Args:
        document: what the report is about.
        assessment: the figures of the campaign to tell, when they are at hand.
        campaign: the campaign to tell; the latest one when None.
    """
    assessment = assessment or assess(document, campaign)
    numbered = sources.Sources()
    return Report(
        _meta(document, assessment),
        (
            *essentials.blocks(document, assessment),
            *park.blocks(assessment),
            *results.blocks(assessment),
            *(block for chapter in CHAPTERS for block in chapter(document, assessment)),
            *park.to_complete(assessment),
            *method.blocks(assessment),
            *sources.blocks(document, assessment, numbered),
            *limits.blocks(document, assessment),
            *appendix.blocks(document, assessment, numbered),
        ),
    )


def _meta(document: Document, assessment: Assessment) -> Meta:
    authority, campaign = assessment.authority, assessment.campaign
    return Meta(
        title=TITLE,
        subtitle="Inventaire des équipements et empreinte environnementale",
        authority=wording.full_name(authority),
        date=date_of(assessment),
        campaign=str(campaign.year),
        factors=parts.factors_of(assessment),
        legal_state=obligations.legal_state(),
        notice=parts.notice(authority),
    )
