"""Reference records of the footprint: categories, impact factors, electricity, usage profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LifeCycleStage(StrEnum):
    """Stage of the life cycle that a factor covers."""

    MANUFACTURE = "manufacture"
    """Manufacture, transport and end of life: spread over the lifetime."""
    USE = "use"
    """Electricity of the use: per year."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """An environmental criterion; criteria are data and are never added together."""

    id: str
    """"gwp", "electricity", "adpe"…"""
    label: str
    unit: str
    unit_text: str
    """Unit as written in a sentence: "kg éq. CO₂"."""


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of appliance."""

    id: str
    label: str
    group: str
    """Family used in charts and totals: "Ordinateurs", "Écrans"…"""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImpactFactor:
    """One published value: category × criterion × stage × family."""

    category: str
    criterion: str
    stage: LifeCycleStage
    family: str
    value: float
    """Per appliance: in the criterion's unit over the whole life (manufacture), or kWh a year for
    (electricity, use)."""
    uncertainty: float
    """Relative uncertainty, as a share: 0.5 for ± 50 %."""
    source: str
    year: int | None
    licence: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ElectricityFactor:
    """Impact of one kWh of final electricity for one territory and year."""

    territory: str
    year: int
    values: Mapping[str, float]
    """Criterion id -> value per kWh (kg CO2e for gwp, kg Sb eq for adpe, 1 for electricity)."""
    uncertainty: float
    source: str
    note: str = ""
    uncertainties: Mapping[str, float] = field(default_factory=dict)
    """Criterion id -> relative uncertainty, where it is not `uncertainty`."""


@dataclass(frozen=True, slots=True)
class UsageProfile:
    """Hours of use of a kind of place, to turn a power in watts into kWh a year."""

    id: str
    label: str
    hours_per_day: float
    days_per_year: float
    source: str


@dataclass(frozen=True, slots=True)
class FactorSet:
    """All that the calculator needs from the reference data, for one family of factors."""

    family: str
    version: str
    criteria: Mapping[str, Criterion]
    categories: Mapping[str, Category]
    factors: Mapping[tuple[str, str, LifeCycleStage], ImpactFactor]
    """(category, criterion, stage) -> factor."""
    typical_lifetimes: Mapping[str, float]
    """Category -> years."""
    power_watts: Mapping[str, float]
    """Category -> mean power in use, to apply a usage profile."""
    refurbished_share: Mapping[str, float]
    """Category -> share of the manufacture counted for a refurbished appliance (hypothesis)."""
    electricity: tuple[ElectricityFactor, ...]
    profiles: Mapping[str, UsageProfile]
    usual_profiles: Mapping[str, str] = field(default_factory=dict)
    """Category -> usage profile taken when a line names none: published kWh are those of a home, 365 days a
    year, while a town hall is closed at the week-end. Absent: the published kWh as they are. It needs a
    power in `power_watts` to mean anything."""
