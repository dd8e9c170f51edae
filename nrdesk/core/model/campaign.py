"""A campaign: the inventory and the footprint of one year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record, reference
from nrdesk.core.model.values import Holds, holding, within

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years that a campaign may bear: others are typing mistakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """One year's état des lieux: its inventory lines, its family of factors."""

    TABLE: ClassVar[str] = "campaign"

    year: int = field(metadata=within(FIRST_YEAR, LAST_YEAR))
    as_of: str = field(metadata=holding(Holds.DAY))
    """ISO date of the inventory; ages are counted up to it."""
    factor_family: str = "ademe"
    """Identifier of a family of `resources/data/factors`, or of a `FactorFile` of the document."""
    electricity_year: int | None = None
    """Year of the electricity factor; the latest published up to `year` when empty."""
    frozen: bool = False
    """Whether its figures never move again: its method is then the one kept in its `FrozenMethod`."""
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenMethod(Record):
    """All that the figures of a frozen campaign depend on besides its lines."""

    TABLE: ClassVar[str] = "frozen_method"

    campaign_id: str = field(metadata=reference("campaign"))
    frozen_at: str = field(metadata=holding(Holds.INSTANT))
    """UTC time."""
    content: str
    """JSON object: factors, electricity, profiles, hypotheses, agents and populations of that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorFile(Record):
    """A family of factors that the user brought, kept with the document so that it travels with it."""

    TABLE: ClassVar[str] = "factor_file"

    name: str
    """Name of the file it came from, without its extension: the label of the family."""
    content: str
    """The CSV, as `reference.factors.load_file` reads it."""
