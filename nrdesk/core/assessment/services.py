"""From a document to the footprint of its digital services, alone and with its appliances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.assessment.members import NOBODY, member_of, members_of
from nrdesk.core.footprint import FootprintResult, compute
from nrdesk.core.footprint.services import Combined, ServicesResult, combine, compute_services
from nrdesk.core.model import Equipment, ServiceUse, WebSite
from nrdesk.core.model.factors import ServiceSet
from nrdesk.core.reference import services

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class Part:
    """What one collectivité weighs in a document that joins several."""

    park: FootprintResult
    services: ServicesResult


def services_of(document: Document, assessment: Assessment) -> ServicesResult:
    """Return the footprint of the services of a campaign; what its inventory counts is not counted again.

    Values are those that a frozen campaign kept, unless its appliances too are computed again with today's.
    In a document that joins several collectivités, rules against counting twice act within each: that one
    counts mailboxes does not silence the e-mails that another counts.
    """
    if members_of(document):
        return joined(parts_of(document, assessment), assessment)
    uses, sites = _told(document, assessment)
    return compute_services(uses, sites, _kinds(assessment), assessment.result)


def parts_of(document: Document, assessment: Assessment) -> Mapping[str, Part]:
    """Return what each collectivité of a document that joins several weighs, in their order.

    What was added since, whose name says no member, is that of `NOBODY`, who comes last and only then.
    """
    members = members_of(document)

    def whose(name: str) -> str:
        member = member_of(name)
        return member if member in members else NOBODY

    lines: defaultdict[str, list[Equipment]] = defaultdict(list)
    for line in assessment.equipment:
        lines[whose(line.site)].append(line)
    uses: defaultdict[str, list[ServiceUse]] = defaultdict(list)
    sites: defaultdict[str, list[WebSite]] = defaultdict(list)
    told_uses, told_sites = _told(document, assessment)
    for use in told_uses:
        uses[whose(use.name)].append(use)
    for site in told_sites:
        sites[whose(site.name)].append(site)
    parts = {}
    for name in (*members, NOBODY):
        if name in members or lines[name] or uses[name] or sites[name]:
            park = compute(lines[name], assessment.method)
            parts[name] = Part(park, compute_services(uses[name], sites[name], _kinds(assessment), park))
    return parts


def joined(parts: Mapping[str, Part], assessment: Assessment) -> ServicesResult:
    """Return the services of all the collectivités that a document joins."""
    lines = tuple(line for part in parts.values() for line in part.services.lines)
    return ServicesResult(lines, _kinds(assessment), assessment.method)


def combined(assessment: Assessment, result: ServicesResult) -> Combined:
    """Return appliances and services together: the one place where the two are added."""
    return combine(assessment.result, result)


def _told(document: Document, assessment: Assessment) -> tuple[list[ServiceUse], list[WebSite]]:
    campaign = assessment.campaign.id
    return document.all(ServiceUse, campaign_id=campaign), document.all(WebSite, campaign_id=campaign)


def _kinds(assessment: Assessment) -> ServiceSet:
    return assessment.kept.services if assessment.kept else services.load()
