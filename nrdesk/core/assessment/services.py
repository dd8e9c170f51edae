"""From a document to the footprint of its digital services, alone and with its appliances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.footprint.services import Combined, ServicesResult, combine, compute_services
from nrdesk.core.model import ServiceUse, WebSite
from nrdesk.core.reference import services

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


def services_of(document: Document, assessment: Assessment) -> ServicesResult:
    """Return the footprint of the services of a campaign; what its inventory counts is not counted again.

    Values are those that a frozen campaign kept, unless its appliances too are computed again with today's.
    """
    campaign = assessment.campaign
    return compute_services(
        document.all(ServiceUse, campaign_id=campaign.id),
        document.all(WebSite, campaign_id=campaign.id),
        assessment.kept.services if assessment.kept else services.load(),
        assessment.result,
    )


def combined(assessment: Assessment, result: ServicesResult) -> Combined:
    """Return appliances and services together: the one place where the two are added."""
    return combine(assessment.result, result)
