"""Comparable collectivités: the same kind, and about the same number of inhabitants.

The bounds for communes are those that the texts on communes and the statistics of the State use most (500,
2 000, 3 500, 10 000, 20 000, 50 000 inhabitants); those for groups are REEN's threshold and round numbers
around it. They are nrdesk's choice: a stratum only says with whom to compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrdesk.core.formatting import number
from nrdesk.core.portfolio.summary import Summary

_COMMUNES = (500, 2_000, 3_500, 10_000, 20_000, 50_000)
_GROUPS = (15_000, 50_000, 100_000)


@dataclass(frozen=True, slots=True, order=True)
class Stratum:
    """A kind and a range of populations."""

    is_epci: bool
    rank: int
    """From the least populated; -1 while the population is unknown."""

    @property
    def label(self) -> str:
        """French words: "communes de 500 à 1 999 habitants"."""
        kind = "intercommunalités" if self.is_epci else "communes"
        bounds = _bounds(self.is_epci)
        if self.rank < 0:
            return f"{kind} de population inconnue"
        if self.rank == 0:
            return f"{kind} de moins de {number(bounds[0])} habitants"
        if self.rank == len(bounds):
            return f"{kind} de {number(bounds[-1])} habitants et plus"
        return f"{kind} de {number(bounds[self.rank - 1])} à {number(bounds[self.rank] - 1)} habitants"


def stratum_of(summary: Summary) -> Stratum:
    """Return the stratum of a collectivité."""
    is_epci = summary.kind.is_epci
    population = summary.population
    if population is None:
        return Stratum(is_epci, -1)
    return Stratum(is_epci, sum(population >= bound for bound in _bounds(is_epci)))


def _bounds(is_epci: bool) -> Sequence[int]:
    return _GROUPS if is_epci else _COMMUNES
