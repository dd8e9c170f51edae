"""What the document remembers of how it is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from nrdesk.core.model.record import Record
from nrdesk.core.model.values import Holds, holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Record):
    """A choice kept with the document (JSON value), e.g. the reconditioned coefficients."""

    TABLE: ClassVar[str] = "setting"

    key: str
    value: str = field(metadata=holding(Holds.JSON))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping(Record):
    """The columns that the user matched for a kind of file, found again by its headers."""

    TABLE: ClassVar[str] = "import_mapping"

    signature: str
    """Normalised headers of the file, joined by "|"."""
    columns: str = field(metadata=holding(Holds.TEXTS))
    """JSON object: header as normalised -> field name, or "" for a column to ignore."""
