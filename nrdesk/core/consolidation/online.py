"""Which digital services and web sites two documents tell, and where each is counted: once.

A service is another member's when it names it as its provider, or when a shared service of the same name
does. It is then set aside if that member counts the same kind of service, if it is money paid to that member
(whose appliances and services are what the money buys), or if it runs on its servers; otherwise nobody else
counts it, and it stays where it is. Web sites are told apart by their addresses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nrdesk.core.consolidation.journal import Reason
from nrdesk.core.model.factors import ServiceMethod, ServiceTopic
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member
    from nrdesk.core.consolidation.names import Names
    from nrdesk.core.model import ServiceUse, WebSite
    from nrdesk.core.model.factors import ServiceKind, ServiceSet

_SERVERS = ("serveur_rack", "serveur_tour")
_ON_SERVERS = (ServiceTopic.MACHINES, ServiceTopic.SERVER, ServiceTopic.STORAGE)
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?([^?#]*?)/*(?:[?#].*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldService:
    """A service, or a web site, that another member counts."""

    member: str
    owner: str
    record: ServiceUse | WebSite
    reason: Reason


@dataclass
class Online:
    """Every service and web site of the members, once."""

    uses: list[tuple[str, ServiceUse]] = field(default_factory=list)
    web_sites: list[tuple[str, WebSite]] = field(default_factory=list)
    told: list[ToldService] = field(default_factory=list)


def settle(members: Sequence[Member], names: Names, services: ServiceSet) -> Online:
    """Return where each service is counted."""
    found = Online()
    shared = _shared(members, names)
    claims: list[tuple[str, str, ServiceUse]] = []
    quantities: defaultdict[tuple[str, str], float] = defaultdict(float)
    for member in members:
        for use in member.uses:
            owner = names.of(use.provider) or shared.get((member.name, normal(_title(use, services))))
            if owner is None or owner == member.name:
                found.uses.append((member.name, use))
                quantities[member.name, use.service] += use.quantity or 0.0
            else:
                claims.append((member.name, owner, use))
    wanted: defaultdict[tuple[str, str], float] = defaultdict(float)
    for _, owner, use in claims:
        wanted[owner, use.service] += use.quantity or 0.0
    hosts = {member.name for member in members if _has_servers(member)}
    for name, owner, use in claims:
        kind = services.kinds.get(use.service)
        reason = _reason(kind, quantities[owner, use.service], wanted[owner, use.service], owner in hosts)
        if reason is None:
            found.uses.append((name, use))
        else:
            found.told.append(ToldService(name, owner, use, reason))
    _settle_web_sites(members, found)
    return found


def _reason(kind: ServiceKind | None, there: float, wanted: float, hosts: bool) -> Reason | None:
    """Return why a service of another member is not counted again, None when nobody else counts it."""
    if kind is None:
        return None
    if kind.method is ServiceMethod.SPEND:
        return Reason.BILLED
    if there:
        return Reason.SERVICE if there >= wanted else Reason.SERVICE_MAYBE
    return Reason.HOSTED if hosts and kind.topic in _ON_SERVERS else None


def _shared(members: Sequence[Member], names: Names) -> dict[tuple[str, str], str]:
    """Return (member, name of a service that it receives) -> the member that provides it."""
    found = {}
    everyone = [member.name for member in members]
    for member in members:
        for service in member.shared:
            said = bool(service.provider.strip() or service.provider_siren.strip())
            provider = names.of(service.provider, service.provider_siren) if said else member.name
            if provider is None:
                continue
            receivers = names.all_of(service.beneficiaries) or (everyone if not said else [member.name])
            found.update({(name, normal(service.title)): provider for name in receivers if name != provider})
    return found


def _title(use: ServiceUse, services: ServiceSet) -> str:
    kind = services.kinds.get(use.service)
    return use.name or (kind.label if kind else "")


def _has_servers(member: Member) -> bool:
    return any(
        result.in_park and result.category in _SERVERS and not result.equipment.provided_by
        for result in member.assessment.result.lines
    )


def _settle_web_sites(members: Sequence[Member], found: Online) -> None:
    first: dict[str, str] = {}
    for member in members:
        for site in member.web_sites:
            address = _address(site.url)
            if address and (owner := first.setdefault(address, member.name)) != member.name:
                found.told.append(ToldService(member.name, owner, site, Reason.WEB_SITE))
            else:
                found.web_sites.append((member.name, site))


def _address(url: str) -> str:
    """Return an address as it is compared: "https://www.brunoy.fr/" and "brunoy.fr" are one."""
    matched = _ADDRESS.match(url.strip())
    return matched.group(1).lower() if matched else ""
