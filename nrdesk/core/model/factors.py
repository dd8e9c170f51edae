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


class ServiceTopic(StrEnum):
    """What a kind of service measures: two that measure the same thing are never added."""

    MAILBOXES = "mailboxes"
    EMAILS = "emails"
    VISIO = "visio"
    MACHINES = "machines"
    """Virtual machines rented from a host."""
    SERVER = "server"
    """Whole servers rented from a host."""
    STORAGE = "storage"
    NETWORK = "network"
    """Data of the fixed access to the internet."""
    MOBILE = "mobile"
    PAGES = "pages"
    REAMS = "reams"
    TONER = "toner"
    WEB = "web"
    """Pages of web sites seen by visitors."""
    HOSTING_SPEND = "hosting_spend"
    IT_SPEND = "it_spend"
    SOFTWARE_SPEND = "software_spend"
    REPAIR_SPEND = "repair_spend"
    TELECOM_SPEND = "telecom_spend"
    CONSUMABLES_SPEND = "consumables_spend"
    HARDWARE_SPEND = "hardware_spend"


class ServiceMethod(StrEnum):
    """What a factor of service multiplies."""

    PHYSICAL = "physical"
    SPEND = "spend"
    """Euros: a ratio of the whole economy, far less certain."""


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """A kind of digital service, and what one unit of it weighs in a year."""

    id: str
    label: str
    group: str
    """Family used in charts and totals: "Impression", "Réseaux"…"""
    topic: ServiceTopic
    unit: str
    """Unit of the factor, as in the data: "kgCO2e/Go"."""
    unit_text: str
    """What is counted, as written after a number: "boîtes aux lettres"."""
    factor: str
    """Name of the published value: kinds that share one err together."""
    value: float
    """kg CO₂e of one unit in a year, the electricity of `kwh` apart."""
    kwh: float | None
    """Electricity of one unit in a year, in kWh, counted with the electricity of the campaign; None when the
    factor does not tell it apart: it is then within `value`."""
    uncertainty: float
    """Relative uncertainty, as a share: 0.8 for ± 80 %."""
    uncertainty_basis: str
    source: str
    year: int | None
    licence: str
    note: str
    method: ServiceMethod
    includes: Mapping[str, float]
    """What `value` includes and that may be counted elsewhere too ("terminals", "box", "network",
    "hosting"), in kg CO₂e per unit."""
    help: str
    """Where to find the number, in French."""
    advised: int | None = None
    """Rank among what to enter first, None for the others."""

    @property
    def chosen(self) -> bool:
        """Whether a person chooses it in a list; web pages are counted from the web sites."""
        return self.topic is not ServiceTopic.WEB


@dataclass(frozen=True, slots=True)
class ServiceSet:
    """The kinds of digital services that can be counted."""

    version: str
    kinds: Mapping[str, ServiceKind]
    """By identifier, in the order in which they are offered."""
