"""Who provides what to whom: the shared services that several documents tell, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from nrdesk.core.formatting import euros, trimmed
from nrdesk.core.model import SharedService, new_id
from nrdesk.core.written.prose import listed
from nrdesk.core.written.words import normal, quoted

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member
    from nrdesk.core.consolidation.names import Names

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Said:
    """A shared service, as one member tells it."""

    member: str
    provider: str
    receivers: tuple[str, ...]
    """Empty for all the members."""
    service: SharedService


def settle(members: Sequence[Member], names: Names) -> tuple[tuple[SharedService, ...], tuple[str, ...]]:
    """Return the shared services, each once, and what the documents disagree on.

    What the provider says of quantities and costs prevails; who receives is told by all.
    """
    groups: dict[tuple[str, str], list[_Said]] = {}
    for member in members:
        for service in member.shared:
            said = _said(member.name, service, names)
            groups.setdefault((normal(said.provider), normal(service.title)), []).append(said)
    remarks = tuple(remark for group in groups.values() if (remark := _disagreement(group)))
    return tuple(_joined(group) for group in groups.values()), remarks


def _said(member: str, service: SharedService, names: Names) -> _Said:
    written = bool(service.provider.strip() or service.provider_siren.strip())
    known = names.of(service.provider, service.provider_siren)
    provider = (known or service.provider.strip() or service.provider_siren) if written else member
    receivers = names.all_of(service.beneficiaries)
    if not receivers and provider != member:
        # A member speaks for itself: only who provides knows that it provides to all.
        receivers = (member,)
    return _Said(member, provider, receivers, service)


def _joined(group: Sequence[_Said]) -> SharedService:
    told = _surest_first(group)
    everyone = any(not said.receivers for said in group)
    receivers = dict.fromkeys(name for said in told for name in said.receivers if name != said.provider)
    return replace(
        told[0].service,
        id=new_id(),
        updated_at="",
        provider=told[0].provider,
        provider_siren=_first([said.service.provider_siren for said in told], ""),
        beneficiaries="" if everyone else "\n".join(receivers),
        quantity=_first([said.service.quantity for said in told], None),
        unit=_first([said.service.unit for said in told], ""),
        cost=_first([said.service.cost for said in told], None),
        since=_first([said.service.since for said in told], None),
        comment="\n".join(dict.fromkeys(said.service.comment for said in told if said.service.comment)),
    )


def _surest_first(group: Sequence[_Said]) -> list[_Said]:
    return sorted(group, key=lambda said: said.member != said.provider)


def _first(values: Sequence[T], otherwise: T) -> T:
    return next((value for value in values if value not in (None, "")), otherwise)


def _disagreement(group: Sequence[_Said]) -> str:
    """Return what the documents say differently of one service, "" when they agree."""
    differences = []
    costs = {said.member: said.service.cost for said in group if said.service.cost is not None}
    if len(set(costs.values())) > 1:
        differences.append(listed([f"{euros(cost)} pour {name}" for name, cost in costs.items()]))
    quantities = {said.member: said.service for said in group if said.service.quantity is not None}
    if len({each.quantity for each in quantities.values()}) > 1:
        told = [
            f"{trimmed(each.quantity or 0)} {each.unit} pour {name}".replace("  ", " ")
            for name, each in quantities.items()
        ]
        differences.append(listed(told))
    if not differences:
        return ""
    kept = _surest_first(group)[0].member
    return (
        f"{quoted(group[0].service.title)} n’est pas dit pareil partout ({' ; '.join(differences)})\u00a0: "
        f"ce que dit {kept} est retenu."
    )
