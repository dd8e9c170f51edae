"""What looks wrong in the fields of a collectivité: said, never corrected nor refused.

The directory may be the one that is late (a new commune, a new census): the user has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.formatting import NBSP, number
from nrdesk.core.model import Authority
from nrdesk.core.reference import directory

TOLERANCE = 0.15
"""Relative gap under which two vintages of a population agree: a commune seldom changes more in six years."""


def doubts(authority: Authority) -> tuple[str, ...]:
    """Return a French sentence for each thing that contradicts the directory or another field."""
    return (*_against_directory(authority), *_against_itself(authority))


def _against_directory(authority: Authority) -> Iterator[str]:
    code = authority.siren if authority.kind.is_epci else authority.insee_code
    place = directory.epci(code) if authority.kind.is_epci else directory.commune(code)
    entered = authority.population_municipal
    known = place.population_municipal if place else None
    if place is None or entered is None or not known or abs(entered - known) <= TOLERANCE * known:
        return
    year = f" en {place.population_year}" if place.population_year else ""
    yield (
        f"Vous avez écrit {number(entered)} habitants{NBSP}; l’annuaire en compte {number(known)}{year} pour "
        f"{place.name}. Les obligations suivent ce que vous écrivez{NBSP}: vérifiez ce nombre."
    )


def _against_itself(authority: Authority) -> Iterator[str]:
    municipal, total = authority.population_municipal, authority.population_total
    if municipal is not None and total is not None and total < municipal:
        yield (
            f"La population totale ({number(total)}) est plus petite que la population municipale "
            f"({number(municipal)}), qu’elle devrait contenir."
        )
    if authority.agents is not None and municipal and authority.agents > municipal:
        yield (
            f"Vous avez écrit plus d’agents ({number(authority.agents)}) que d’habitants "
            f"({number(municipal)}){NBSP}: l’empreinte par agent serait fausse."
        )
    if (
        authority.agents is not None
        and authority.agents_fte is not None
        and authority.agents_fte > authority.agents
    ):
        yield (
            f"Il y a plus d’équivalents temps plein ({number(authority.agents_fte, 1)}) que d’agents "
            f"({number(authority.agents)})."
        )
