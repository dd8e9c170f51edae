"""The footprint of digital things on a territory: a population times what an inhabitant weighs.

It is the national mean brought to a number of inhabitants, hence an order of magnitude without a published
range; another year or another perimeter is another figure, never a trend.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.wording import PER_YEAR
from nrdesk.core.formatting import NBSP, count, mass, number, percent, precise
from nrdesk.core.model.territory import NationalFootprint, TierFigure

TO_CONFIRM = "à confirmer"
"""Said of a value that was not read in the publication itself."""
_UNIT = f"kg{NBSP}éq.{NBSP}CO₂"
_MEAN = "Chaque habitant d’ici est supposé peser autant que la moyenne nationale."
_NOT_LOCAL = "Ni l’âge, ni les revenus, ni les entreprises du lieu n’y changent rien."
_NO_RANGE = "Aucune fourchette n’est publiée : retenez un ordre de grandeur."


@dataclass(frozen=True, slots=True)
class TierTotal:
    """What one tier weighs on the territory."""

    figure: TierFigure
    total: float
    """In kg CO₂e a year."""


@dataclass(frozen=True, slots=True)
class TerritoryFootprint:
    """What digital things weigh on a territory, for one year and one perimeter."""

    national: NationalFootprint
    population: int
    total: float
    """In kg CO₂e a year."""
    tiers: tuple[TierTotal, ...]


def compute_territory(population: int, national: NationalFootprint) -> TerritoryFootprint:
    """Return the footprint of so many inhabitants.

    Raises:
        ValueError: the population is negative.
    """
    if population < 0:
        raise ValueError("a population is not negative")
    return TerritoryFootprint(
        national=national,
        population=population,
        total=population * national.per_inhabitant,
        tiers=tuple(TierTotal(tier, population * tier.per_inhabitant) for tier in national.tiers),
    )


def order_of_magnitude(kilograms: float) -> str:
    """Return a mass with two significant figures: nothing published allows more."""
    return mass(kilograms, kilograms * 0.5, kilograms * 1.5)


def explain_territory(
    footprint: TerritoryFootprint,
    tier: TierTotal | None = None,
    *,
    name: str = "Le numérique du territoire",
    population_source: str = "fiche de la collectivité",
) -> Explanation:
    """Explain the footprint of a territory, or what one of its tiers weighs there.

    Args:
        footprint: the footprint.
        tier: one of its tiers, None for the whole.
        name: what the figure is, in the title.
        population_source: where the number of inhabitants comes from.
    """
    national = footprint.national
    each = tier.figure.per_inhabitant if tier else national.per_inhabitant
    value = tier.total if tier else footprint.total
    what = tier.figure.tier[:1].upper() + tier.figure.tier[1:] if tier else name
    return Explanation(
        title=f"{what}{NBSP}: gaz à effet de serre ({national.year})",
        formula=(
            f"{count(footprint.population, 'habitant')} × {precise(each)} = {precise(value)}{NBSP}{_UNIT} "
            f"{PER_YEAR}"
        ),
        terms=tuple(_terms(footprint, tier, population_source)),
        hypotheses=(_MEAN, _NOT_LOCAL, _NO_RANGE),
        value=value,
    )


def _terms(footprint: TerritoryFootprint, tier: TierTotal | None, population_source: str) -> Iterator[Term]:
    national = footprint.national
    yield Term("Population municipale", count(footprint.population, "habitant"), population_source)
    if tier:
        yield Term(
            "Part de cette famille",
            percent(tier.figure.share),
            tier.figure.source,
            "" if tier.figure.verified else _flag(),
        )
    each = f"{precise(national.per_inhabitant, 3)}{NBSP}{_UNIT}"
    country = f"{number(national.total / 1e9, 1)}{NBSP}Mt"
    divided = f"{country} ÷ {number(national.population / 1e6, 1)}{NBSP}millions d’habitants"
    note = f"Division faite par nrdesk{NBSP}: {divided}." if national.computed else f"{divided}."
    note = note if national.verified else f"{note} {_flag()}"
    yield Term("Par habitant et par an", each, national.source, note)
    yield Term("Année et périmètre", str(national.year), "", f"{national.perimeter}.")


def _flag() -> str:
    return f"Valeur {TO_CONFIRM}{NBSP}: la publication d’origine reste à lire."
