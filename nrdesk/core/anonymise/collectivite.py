"""Numbers and names that tell which collectivité it is, brought to those of its bracket."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core import formatting
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Authority, AuthorityKind

BRACKETS = (0, 250, 500, 1_000, 1_500, 2_500, 3_500, 5_000, 10_000, 20_000, 50_000, 100_000, 250_000)
"""Lowest population of each bracket, those of the law among them; the last one has no upper end."""
SHARED_TERRITORIES = frozenset(
    (
        "France métropolitaine (continentale)",
        "Corse",
        "Guadeloupe",
        "Martinique",
        "Guyane",
        "La Réunion",
        "Mayotte",
        "Nouvelle-Calédonie",
        "Polynésie française - hors Tahiti",
        "Polynésie française - Tahiti",
    )
)
"""Electricity territories of at least ten communes: naming a smaller one would name the commune."""
_MAINLAND = "France métropolitaine (continentale)"
_LARGEST = 300_000
"""Population that stands for the last bracket."""


def anonymous(authority: Authority) -> Authority:
    """Return a collectivité of the same kind and bracket, and of no name."""
    # There is only one Métropole de Lyon.
    kind = authority.kind if authority.kind is not AuthorityKind.METROPOLE_LYON else AuthorityKind.METROPOLE
    agents = _rounded(authority.agents)
    return replace(
        authority,
        kind=kind,
        name=_name(kind, authority.population_municipal or authority.population_total),
        insee_code="",
        siren="",
        siret="",
        postcode="",
        department="",
        territory=authority.territory if authority.territory in SHARED_TERRITORIES else _MAINLAND,
        epci_name="Intercommunalité anonyme" if authority.epci_name else "",
        epci_siren="",
        population_municipal=_middle(authority.population_municipal),
        population_total=_middle(authority.population_total),
        agents=None if agents is None else round(agents),
        agents_fte=_rounded(authority.agents_fte),
        annual_purchases=_rounded(authority.annual_purchases),
    )


def _name(kind: AuthorityKind, population: int | None) -> str:
    """Return "Commune anonyme (2 500 à 3 500 habitants)"."""
    name = f"{kind.label[0].upper()}{kind.label[1:]} anonyme"
    if population is None:
        return name
    low, high = _bracket(population)
    if high is None:
        return f"{name} ({formatting.number(low)}{NBSP}habitants et plus)"
    if not low:
        return f"{name} (moins de {formatting.number(high)}{NBSP}habitants)"
    return f"{name} ({formatting.number(low)} à {formatting.number(high)}{NBSP}habitants)"


def _bracket(population: int) -> tuple[int, int | None]:
    """Return the lowest population of a bracket, and that of the next one (None for the last)."""
    rank = max(rank for rank, low in enumerate(BRACKETS) if low <= population)
    return BRACKETS[rank], BRACKETS[rank + 1] if rank + 1 < len(BRACKETS) else None


def _middle(population: int | None) -> int | None:
    """Return the middle of the bracket of a population."""
    if population is None:
        return None
    low, high = _bracket(population)
    return _LARGEST if high is None else (low + high) // 2


def _rounded(value: float | None) -> float | None:
    """Return a number with two significant figures."""
    return None if value is None else formatting.significant(value)
