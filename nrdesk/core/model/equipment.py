"""A line of the inventory: one appliance, or several alike."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding


class Acquisition(StrEnum):
    """How the appliance came."""

    UNKNOWN = ""
    NEW = "new"
    REFURBISHED = "refurbished"
    DONATED = "donated"
    LEASED = "leased"

    @property
    def label(self) -> str:
        """French word shown in the grid."""
        return _ACQUISITION[self]


class EquipmentStatus(StrEnum):
    """Where the appliance stands in its life."""

    IN_USE = "in_use"
    IN_STOCK = "in_stock"
    BROKEN = "broken"
    OUT = "out"

    @property
    def label(self) -> str:
        """French words shown in the grid."""
        return _STATUS[self]


class ExitRoute(StrEnum):
    """How an appliance left the park."""

    UNKNOWN = ""
    REUSE = "reuse"
    """Passed on within the collectivité, or prepared for reuse."""
    DONATED = "donated"
    SOLD = "sold"
    WEEE = "weee"
    """Handed to a channel for electronic waste."""
    RETURNED = "returned"
    """Back to the lessor."""
    LOST = "lost"

    @property
    def label(self) -> str:
        """French words shown in the grid."""
        return _ROUTES[self]


class Origin(StrEnum):
    """Where the line comes from."""

    ENTERED = "entered"
    IMPORTED = "imported"
    ESTIMATED = "estimated"


_ACQUISITION = {
    Acquisition.UNKNOWN: "",
    Acquisition.NEW: "neuf",
    Acquisition.REFURBISHED: "reconditionné",
    Acquisition.DONATED: "don",
    Acquisition.LEASED: "location",
}
_STATUS = {
    EquipmentStatus.IN_USE: "en service",
    EquipmentStatus.IN_STOCK: "en réserve",
    EquipmentStatus.BROKEN: "hors service",
    EquipmentStatus.OUT: "sorti du parc",
}

_ROUTES = {
    ExitRoute.UNKNOWN: "",
    ExitRoute.REUSE: "réemploi",
    ExitRoute.DONATED: "don",
    ExitRoute.SOLD: "vente",
    ExitRoute.WEEE: "déchet (DEEE)",
    ExitRoute.RETURNED: "rendu au loueur",
    ExitRoute.LOST: "perdu ou volé",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment(Record):
    """A line of the inventory of one campaign."""

    TABLE: ClassVar[str] = "equipment"

    campaign_id: str = field(metadata=reference("campaign"))
    number: str = ""
    """Inventory number as the collectivité writes it."""
    category: str | None = None
    """Identifier of a category of `resources/data/factors/categories.csv`."""
    brand: str = ""
    model: str = ""
    site: str = ""
    service: str = ""
    quantity: int = 1
    purchased: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Purchase date, possibly partial: "2018", "2018-03" or "2018-03-05"."""
    purchased_uncertain: bool = False
    """Whether the person wrote a doubt ("2022 ?")."""
    acquisition: Acquisition = Acquisition.UNKNOWN
    price: float | None = None
    """Unit price in euros excl. tax."""
    status: EquipmentStatus = EquipmentStatus.IN_USE
    retired: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date out of the park, possibly partial."""
    lifetime_years: float | None = None
    """Total service life planned for this line, in years."""
    annual_kwh: float | None = None
    """Electricity measured for one appliance, in kWh a year."""
    usage_profile: str | None = None
    """Identifier of a profile of `resources/data/factors/usage_profiles.csv`."""
    operating_system: str = ""
    serial_number: str = ""
    comment: str = ""
    origin: Origin = Origin.ENTERED
    unread: str = field(default="", metadata=holding(Holds.TEXTS))
    """Texts typed or imported that could not be understood: JSON object, field name -> text. Kept so that
    nothing is lost; the grid shows them in red until they are corrected."""
    supplier: str = ""
    warranty_until: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date of the end of the warranty, possibly partial."""
    assigned_to: str = ""
    """Post or function that uses it; never asked as a person's name, for the file needs none."""
    exit_route: ExitRoute = ExitRoute.UNKNOWN
    recipient: str = ""
    """Who received the appliance when it left."""
    provided_by: str = ""
    """Name of the collectivité that owns it, when it is another one: it then belongs to its inventory."""
    lineage: str = ""
    """Identifier of the first line of which this one is the copy of a later year; empty for a first line."""

    def unread_texts(self) -> dict[str, str]:
        """Return the texts that could not be understood, by field name."""
        texts: dict[str, str] = json.loads(self.unread) if self.unread else {}
        return texts
