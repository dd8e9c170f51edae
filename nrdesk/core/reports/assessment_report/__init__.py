"""« État des lieux — inventaire et empreinte »: the first document that a collectivité can publish."""

from __future__ import annotations

from nrdesk.core.assessment import Assessment
from nrdesk.core.reference import obligations
from nrdesk.core.reports import parts, wording
from nrdesk.core.reports.assessment_report import essentials, limits, method, park, results, sources
from nrdesk.core.reports.assessment_report.facts import date_of
from nrdesk.core.reports.content import Meta, Report

TITLE = "État des lieux du numérique"


def build(assessment: Assessment) -> Report:
    """Return the report of a campaign, ready to be rendered."""
    return Report(
        _meta(assessment),
        (
            *essentials.blocks(assessment),
            *results.blocks(assessment),
            *park.blocks(assessment),
            *method.blocks(assessment),
            *limits.blocks(assessment),
            *sources.blocks(assessment),
            *park.appendix(assessment),
        ),
    )


def _meta(assessment: Assessment) -> Meta:
    authority, campaign = assessment.authority, assessment.campaign
    family = wording.factor_family(campaign)
    return Meta(
        title=TITLE,
        subtitle="Inventaire des équipements et empreinte environnementale",
        authority=wording.full_name(authority),
        date=date_of(assessment),
        campaign=str(campaign.year),
        factors=f"{family.label}, {family.version}",
        legal_state=obligations.legal_state(),
        notice=parts.notice(authority),
    )
