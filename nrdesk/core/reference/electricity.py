"""Impact of a kWh of electricity, by territory and year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nrdesk.core.model.factors import ElectricityFactor
from nrdesk.core.reference.table import Row, read_data


@cache
def load() -> tuple[ElectricityFactor, ...]:
    """Return the default factors: the rows that ADEME publishes, or the only one that exists.

    Competing sources are in the same file (`role` = "competing"), for comparison; never in a total.
    """
    lines: dict[tuple[str, int], dict[str, Row]] = {}
    for line in read_data("factors/electricity.csv"):
        if line.text("role") == "default":
            where = line.required("territory"), line.integer("year") or 0
            lines.setdefault(where, {})[line.required("criterion")] = line
    return tuple(_factor(territory, year, rows) for (territory, year), rows in lines.items())


@cache
def territory_of(insee_code: str) -> str:
    """Return the territory whose electricity a commune uses, from its INSEE code or the beginning of one.

    The longest prefix listed in `territories.csv` wins: Tahiti is not the rest of Polynésie française.
    """
    prefixes = _territories()
    longest = max((prefix for prefix in prefixes if insee_code.startswith(prefix)), key=len)
    return prefixes[longest]


@cache
def _territories() -> Mapping[str, str]:
    """Return the territory of each prefix of INSEE code; the empty prefix is the mainland."""
    return {
        line.text("code_prefix"): line.required("territory") for line in read_data("factors/territories.csv")
    }


def _factor(territory: str, year: int, rows: Mapping[str, Row]) -> ElectricityFactor:
    """Return one factor from its lines, one per criterion; greenhouse gases give the source shown."""
    main = rows["gwp"]
    # The criterion "electricity" counts the kilowatt-hours themselves: one for one, without doubt.
    return ElectricityFactor(
        territory=territory,
        year=year,
        values={"electricity": 1.0, **_column(rows, "value")},
        uncertainty=main.number("uncertainty") or 0.0,
        uncertainties={"electricity": 0.0, **_column(rows, "uncertainty")},
        source=main.required("source"),
        note=main.text("note"),
    )


def _column(rows: Mapping[str, Row], name: str) -> dict[str, float]:
    return {criterion: line.number(name) or 0.0 for criterion, line in rows.items()}
