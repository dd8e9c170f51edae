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
