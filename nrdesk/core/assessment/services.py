"""From a document to the footprint of its digital services, alone and with its appliances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.campaigns import kept_services
from nrdesk.core.footprint.services import Combined, ServicesResult, combine, compute_services
from nrdesk.core.model import ServiceUse, WebSite

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


def services_of(document: Document, assessment: Assessment) -> ServicesResult:
    """Return the footprint of the services of a campaign; what its inventory counts is not counted again.

    Raises:
        UserError: what a frozen campaign kept cannot be read.
    """
    campaign = assessment.campaign
    return compute_services(
        document.all(ServiceUse, campaign_id=campaign.id),
        document.all(WebSite, campaign_id=campaign.id),
        kept_services(document, campaign),
        assessment.result,
    )


def combined(assessment: Assessment, result: ServicesResult) -> Combined:
    """Return appliances and services together: the one place where the two are added."""
    return combine(assessment.result, result)
