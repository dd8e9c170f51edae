"""What collectivités share: who provides what to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedService(Record):
    """Something that one collectivité provides to others: a server, a service, an agent's time."""

    TABLE: ClassVar[str] = "shared_service"

    title: str = ""
    provider: str = ""
    """Name of the collectivité that provides it; this one when empty."""
    provider_siren: str = ""
    beneficiaries: str = ""
    """Names of those that receive it, separated by line ends; all the members when empty."""
    quantity: float | None = None
    unit: str = ""
    cost: float | None = None
    """Euros excl. tax a year."""
    since: str | None = field(default=None, metadata=holding(Holds.DATE))
    """Date, possibly partial."""
    comment: str = ""
