"""Step 4: facts about the digital side of the territory, beyond what the collectivité owns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record


class TerritoryTopic(StrEnum):
    """What a local fact is about."""

    ANTENNAS = "antennas"
    DATA_CENTRES = "data_centres"
    SCHOOL_EQUIPMENT = "school_equipment"
    MEDIATION = "mediation"
    """Places where people are helped with digital things."""
    COVERAGE = "coverage"
    """Fixed and mobile networks: lines, shares of premises covered."""
    USES = "uses"
    """What inhabitants, firms and associations do with digital services."""
    REPAIR_REUSE = "repair_reuse"
    """Repairers, recycling centres, second-hand shops."""
    OTHER = "other"

    @property
    def label(self) -> str:
        """French words."""
        return _TOPICS[self]


_TOPICS = {
    TerritoryTopic.ANTENNAS: "antennes",
    TerritoryTopic.DATA_CENTRES: "centres de données",
    TerritoryTopic.SCHOOL_EQUIPMENT: "équipement des écoles et collèges",
    TerritoryTopic.MEDIATION: "lieux de médiation numérique",
    TerritoryTopic.COVERAGE: "réseaux et couverture",
    TerritoryTopic.USES: "usages",
    TerritoryTopic.REPAIR_REUSE: "réparation et réemploi",
    TerritoryTopic.OTHER: "autre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryFact(Record):
    """A fact that someone found about the territory, with where it comes from."""

    TABLE: ClassVar[str] = "territory_fact"

    topic: TerritoryTopic = TerritoryTopic.OTHER
    text: str = ""
    """The fact in words: "Antennes mobiles sur la commune"."""
    value: float | None = None
    unit: str = ""
    year: int | None = None
    source: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class TierFigure:
    """What one tier of digital things weighs for an inhabitant of the country."""

    tier: str
    """In French: "terminaux", "centres de données", "réseaux"."""
    share: float
    """Of the whole, from 0 to 1."""
    per_inhabitant: float
    """In kg CO₂e a year."""
    source: str
    verified: bool
    """Whether it was read in the publication itself; otherwise it is shown « à confirmer »."""


@dataclass(frozen=True, slots=True)
class NationalFootprint:
    """The footprint of digital things in the country, for one year and one perimeter.

    Two of them never make a trend: what is counted is not the same.
    """

    year: int
    perimeter: str
    """What is counted, in French."""
    total: float
    """Of the country, in kg CO₂e a year."""
    per_inhabitant: float
    """In kg CO₂e a year."""
    computed: bool
    """Whether the figure per inhabitant is a division of ours rather than a published one."""
    population: float
    """Inhabitants by which the total is divided."""
    source: str
    note: str
    verified: bool
    tiers: tuple[TierFigure, ...]

    @property
    def name(self) -> str:
        """Year and perimeter: two footprints of one year may differ by what they count."""
        return f"{self.year}, {self.perimeter[:1].lower()}{self.perimeter[1:]}"


@dataclass(frozen=True, slots=True)
class NationalFigure:
    """Another national figure, to set the scene; never multiplied by a population."""

    indicator: str
    tier: str
    value: float
    unit: str
    year: int
    source: str
    note: str
    verified: bool


@dataclass(frozen=True, slots=True)
class ExpectedFact:
    """A fact about the territory that a « bilan des usages » is expected to tell, and where it is found."""

    topic: TerritoryTopic
    text: str
    unit: str
    where: str
    """Public source that gives it, by its name."""
    why: str
