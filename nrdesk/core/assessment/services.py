"""From a document to the footprint of its digital services, and to that of appliances and services together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.footprint.services import Combined, ServicesResult, combine, compute_services
from nrdesk.core.model import Campaign, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceSet
from nrdesk.core.reference import services

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


def services_of(document: Document, assessment: Assessment) -> ServicesResult:
    """Return the footprint of the services of a campaign; what its inventory counts is not counted again."""
    campaign = assessment.campaign
    return compute_services(
        document.all(ServiceUse, campaign_id=campaign.id),
        document.all(WebSite, campaign_id=campaign.id),
        catalogue(document, campaign),
        assessment.result,
    )


def catalogue(document: Document, campaign: Campaign) -> ServiceSet:
    """Return the kinds of services of a campaign: those of today, or those kept when it was frozen."""
    return services.load()


def combined(assessment: Assessment, result: ServicesResult) -> Combined:
    """Return appliances and services together: the one place where the two are added."""
    return combine(assessment.result, result)
