"""The collectivité of a consolidation: the EPCI with its communes, or communes together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count
from nrdesk.core.model import Authority, AuthorityKind, new_id
from nrdesk.core.reference import directory
from nrdesk.core.written.prose import listed

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member

_NAMED = 3
"""Communes that are named; more are counted."""


def authority_of(members: Sequence[Member]) -> Authority:
    """Return the collectivité that a consolidation belongs to.

    Staff are added up, and unknown as soon as those of one are. Inhabitants are those of the EPCI, whose
    communes hold the same ones; those of the communes are added up when they are alone.
    """
    first = members[0].authority
    communes = [member.authority for member in members if not member.authority.kind.is_epci]
    together = replace(
        first,
        id=new_id(),
        updated_at="",
        agents=_whole_sum(member.assessment.authority.agents for member in members),
        agents_fte=_full_time(members),
        elected=None,
        annual_purchases=None,
        is_demo=any(member.authority.is_demo for member in members),
        siret="",
    )
    if first.kind.is_epci:
        others = len(members) - 1
        return replace(
            together, name=f"{first.name} et {count(others, 'membre')}" if others else first.name
        )  # fmt: skip
    years = {each.population_year for each in communes}
    return replace(
        together,
        kind=_kind(communes),
        name=_named(communes),
        insee_code="",
        siren="",
        postcode="",
        population_municipal=_whole_sum(each.population_municipal for each in communes),
        population_total=_whole_sum(each.population_total for each in communes),
        population_year=years.pop() if len(years) == 1 else None,
    )


def missing_communes(members: Sequence[Member]) -> tuple[str, ...]:
    """Return the communes of the EPCI, by the directory, whose document was not given."""
    epci = next((member.authority for member in members if member.authority.kind.is_epci), None)
    if epci is None:
        return ()
    given = {member.authority.insee_code for member in members}
    return tuple(place.name for place in directory.members(epci.siren) if place.code not in given)


def _kind(communes: Sequence[Authority]) -> AuthorityKind:
    """Return the kind of the EPCI that the communes share, a communauté de communes when it is not known."""
    sirens = {commune.epci_siren for commune in communes}
    place = directory.epci(sirens.pop()) if len(sirens) == 1 else None
    return place.kind if place else AuthorityKind.CC


def _named(communes: Sequence[Authority]) -> str:
    names = [commune.name for commune in communes]
    if len(names) <= _NAMED:
        return listed(names)
    return f"{', '.join(names[: _NAMED - 1])} et {count(len(names) - _NAMED + 1, 'autre commune')}"


def _whole_sum(values: Iterable[int | None]) -> int | None:
    """Return the sum of numbers, None as soon as one is not known."""
    known = list(values)
    return None if None in known else sum(value or 0 for value in known)


def _full_time(members: Sequence[Member]) -> float | None:
    known = [member.authority.agents_fte for member in members]
    return None if None in known else sum(value or 0.0 for value in known)
