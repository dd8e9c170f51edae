"""A campaign: the inventory and the footprint of one year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nrdesk.core.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """One year's état des lieux: its inventory lines, its family of factors."""

    TABLE: ClassVar[str] = "campaign"

    year: int
    as_of: str
    """ISO date of the inventory; ages are counted up to it."""
    factor_family: str = "ademe"
    electricity_year: int | None = None
    """Year of the electricity factor; the latest published up to `year` when empty."""
    frozen: bool = False
    comment: str = ""
