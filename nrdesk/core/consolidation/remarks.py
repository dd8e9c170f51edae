"""What one must know to read a consolidation: years, methods, headcounts and communes that lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.consolidation.members import SETTINGS, Gathered
from nrdesk.core.consolidation.whole import missing_communes
from nrdesk.core.formatting import count
from nrdesk.core.written.prose import listed
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member

_NAMED = 5
"""Names in a sentence; beyond, they are counted."""


def remarks(gathered: Gathered, outside: Mapping[str, int]) -> Iterator[str]:
    """Yield French sentences, what weighs most on the figures first.

    Args:
        gathered: the members.
        outside: owner that is not of the consolidation -> appliances that it lends.
    """
    members = gathered.members
    for member in members:
        if member.campaign.year != gathered.year:
            yield (
                f"{member.name} n’a pas de campagne {gathered.year}\u00a0: son inventaire de "
                f"{member.campaign.year} est compté."
            )
    yield from _methods(members)
    yield from _membership(members)
    if unknown := [member.name for member in members if not member.assessment.authority.agents]:
        yield f"Le nombre d’agents manque pour {_some(unknown)}\u00a0: pas de chiffre par agent."
    for owner, quantity in sorted(outside.items(), key=lambda item: -item[1]):
        yield (
            f"{count(quantity, 'appareil')} fourni{'s' if quantity > 1 else ''} par {owner}, qui n’est pas "
            "de la consolidation\u00a0: comptés là où ils servent."
        )
    for member in members:
        yield from (f"{member.name}\u00a0: {warning}" for warning in member.warnings)


def _methods(members: Sequence[Member]) -> Iterator[str]:
    first = members[0]
    others = [
        member.name
        for member in members[1:]
        if member.campaign.factor_family != first.campaign.factor_family
        or any(member.settings.get(key) != first.settings.get(key) for key in SETTINGS)
    ]
    if others:
        yield (
            f"{_some(others)} ne {'comptent' if len(others) > 1 else 'compte'} pas avec les mêmes facteurs "
            f"ou les mêmes hypothèses que {first.name}\u00a0: tout est recalculé avec ceux de {first.name}."
        )


def _membership(members: Sequence[Member]) -> Iterator[str]:
    first = members[0].authority
    if not first.kind.is_epci:
        return
    strangers = [
        member.name
        for member in members[1:]
        if not member.authority.kind.is_epci and not _belongs(member, members[0])
    ]
    if strangers:
        yield f"Le document de {_some(strangers)} nomme une autre intercommunalité que {first.name}."
    if missing := missing_communes(members):
        yield (
            f"{count(len(missing), 'commune')} de {first.name} {'sont' if len(missing) > 1 else 'est'} hors "
            f"de cette consolidation ({_some(list(missing))})\u00a0: les chiffres par habitant sont "
            "incomplets."
        )


def _belongs(member: Member, epci: Member) -> bool:
    """Return whether a commune says that it is of the EPCI, or says nothing of it."""
    told, its = member.authority, epci.authority
    if told.epci_siren and its.siren:
        return told.epci_siren == its.siren
    return not told.epci_name or normal(told.epci_name) == normal(its.name)


def _some(names: list[str]) -> str:
    """Return names in a sentence, those beyond a few only counted."""
    if len(names) <= _NAMED:
        return listed(names)
    return f"{', '.join(names[:_NAMED])} et {count(len(names) - _NAMED, 'autre')}"
