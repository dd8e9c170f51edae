"""The national footprint of digital things, by year and perimeter, and what to look for on a territory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nrdesk.core.model.territory import (
    ExpectedFact,
    NationalFigure,
    NationalFootprint,
    TerritoryTopic,
    TierFigure,
)
from nrdesk.core.reference.table import Row, read_data

_TOTAL, _SHARE, _EACH = "GES total", "GES part", "GES par habitant"
_POPULATION = "Population nationale"
_WHOLE = "total"
_KILOGRAMS = 1e9
"""In a million tonnes."""


@dataclass(frozen=True, slots=True)
class TerritoryData:
    """What is known of the country."""

    footprints: tuple[NationalFootprint, ...]
    """The latest year first; of one year, the latest published first."""
    others: tuple[NationalFigure, ...]
    """National figures to set the scene."""
    missing: tuple[str, ...]
    """Indicators for which no value was read in a source."""


@cache
def load() -> TerritoryData:
    """Return the national figures.

    Raises:
        UserError: the table cannot be read.
    """
    rows = list(read_data("factors/territory.csv"))
    population = next(row for row in rows if row.text("indicator") == _POPULATION)
    inhabitants = (population.number("value") or 0.0) * 1e6
    perimeters = [row for row in rows if row.text("indicator") == _TOTAL]
    footprints = [_footprint(total, rows, inhabitants) for total in reversed(perimeters)]
    used = {_TOTAL, _SHARE, _EACH, _POPULATION}
    return TerritoryData(
        footprints=tuple(sorted(footprints, key=lambda footprint: -footprint.year)),
        others=tuple(_others(row for row in rows if row.text("indicator") not in used)),
        missing=tuple(
            row.text("indicator") for row in rows if row.number("value") is None and not row.text("year")
        ),
    )


@cache
def expected_facts() -> tuple[ExpectedFact, ...]:
    """Return the facts that the « bilan des usages sur le territoire » is expected to tell.

    The decree (2022-1084) asks for it and lists nothing: the list is ours, the sources are public.
    """
    return tuple(
        ExpectedFact(
            topic=TerritoryTopic(row.required("topic")),
            text=row.required("text"),
            unit=row.text("unit"),
            where=row.required("where"),
            why=row.required("why"),
        )
        for row in read_data("content/territory_facts.csv")
    )


def _footprint(total: Row, rows: Sequence[Row], inhabitants: float) -> NationalFootprint:
    """Return a footprint from its rows: those of the same year and perimeter."""
    of = (total.required("year"), total.required("perimeter"))
    alike = [row for row in rows if (row.text("year"), row.text("perimeter")) == of]
    each = {row.required("tier"): row for row in alike if row.text("indicator") == _EACH}
    whole = (total.number("value") or 0.0) * _KILOGRAMS
    published = each.get(_WHOLE)
    per_inhabitant = (published.number("value") if published else None) or whole / inhabitants
    shares = (row for row in alike if row.text("indicator") == _SHARE)
    return NationalFootprint(
        year=total.integer("year") or 0,
        perimeter=total.required("perimeter"),
        total=whole,
        per_inhabitant=per_inhabitant,
        computed=published is None or published.required("source").startswith("CALCUL"),
        population=inhabitants,
        source=total.required("source"),
        note=total.text("note"),
        verified=total.flag("verified") and (published is None or published.flag("verified")),
        tiers=tuple(_tier(row, each, per_inhabitant) for row in shares),
    )


def _tier(row: Row, each: Mapping[str, Row], per_inhabitant: float) -> TierFigure:
    tier, share = row.required("tier"), (row.number("value") or 0.0) / 100
    own = each.get(tier)
    return TierFigure(
        tier=tier,
        share=share,
        per_inhabitant=(own.number("value") if own else None) or per_inhabitant * share,
        source=row.required("source"),
        verified=row.flag("verified"),
    )


def _others(rows: Iterable[Row]) -> Iterable[NationalFigure]:
    for row in rows:
        value, year = row.number("value"), row.integer("year")
        if value is not None and year is not None and not row.text("perimeter"):
            yield NationalFigure(
                indicator=row.required("indicator"),
                tier=row.required("tier"),
                value=value,
                unit=row.required("unit"),
                year=year,
                source=row.required("source"),
                note=row.text("note"),
                verified=row.flag("verified"),
            )
