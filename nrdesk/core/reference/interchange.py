"""The inventory formats of other tools: their columns, the names they give to appliances and states.

Facts of `resources/data/exchange`; each format says where its names were read, and what it cannot carry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nrdesk.core.model import EquipmentStatus
from nrdesk.core.reference.table import read_data

_TELLING = "nomEquipementPhysique"
"""Title that only these tools write."""


@dataclass(frozen=True, slots=True)
class FormatColumn:
    """A column of a file of a format."""

    title: str
    mandatory: bool
    """Whether the tool refuses a file without it."""
    holds: str
    """What nrdesk writes there: see `reports.interchange`; empty when it has nothing to write."""


@dataclass(frozen=True, slots=True)
class InterchangeFormat:
    """The way another tool writes an inventory."""

    id: str
    label: str
    separator: str
    unknown_type: str
    """Name written for the appliances that the tool has no name for."""
    loses: str
    """What the format cannot carry, in French, as it follows "ce format ne garde pas"."""
    verified: bool
    """Whether all its names were read where the tool publishes them."""
    note: str
    """What was read and what was not, in French."""
    source: str
    read_on: dt.date
    files: Mapping[str, tuple[FormatColumn, ...]]
    """Name of each file without its extension -> columns; the first one holds the appliances."""
    types: Mapping[str, str]
    """Category of ours -> type written."""
    meanings: Mapping[str, str | None]
    """Type of the tool -> category of ours, None for what is no appliance."""
    statuses: Mapping[EquipmentStatus, str]
    """State -> word written; empty when the format has no state."""

    @property
    def inventory(self) -> tuple[FormatColumn, ...]:
        """Columns of the file of the appliances."""
        return next(iter(self.files.values()))


@cache
def load() -> Mapping[str, InterchangeFormat]:
    """Return the formats by identifier.

    Raises:
        UserError: a table of `resources/data/exchange` is not readable.
    """
    return MappingProxyType(
        {
            id: InterchangeFormat(
                id=id,
                label=line.required("label"),
                separator=line.required("separator"),
                unknown_type=line.required("unknown_type"),
                loses=line.required("loses"),
                verified=line.flag("verified"),
                note=line.required("verification_note"),
                source=line.required("source"),
                read_on=dt.date.fromisoformat(line.required("read_on")),
                files=_files(id),
                types=_types(id),
                meanings=_meanings(id),
                statuses=_statuses(id),
            )
            for line in read_data("exchange/formats.csv")
            if (id := line.required("id"))
        }
    )


def recognised(titles: Collection[str]) -> tuple[InterchangeFormat, ...]:
    """Return the formats that a file with these titles may be of, the likeliest first.

    EcoDiag has only everyday titles: its files are read as any other.
    """
    given = set(titles)

    def known(found: InterchangeFormat) -> int:
        return len(given.intersection(column.title for column in found.inventory))

    formats = (
        found
        for found in load().values()
        if _TELLING in (asked := {column.title for column in found.inventory if column.mandatory})
        and asked <= given
    )
    return tuple(sorted(formats, key=known, reverse=True))


def _files(id: str) -> Mapping[str, tuple[FormatColumn, ...]]:
    files: dict[str, list[FormatColumn]] = {}
    for line in read_data("exchange/columns.csv"):
        if line.required("format") == id:
            column = FormatColumn(line.required("title"), line.flag("mandatory"), line.text("holds"))
            files.setdefault(line.required("file"), []).append(column)
    return MappingProxyType({name: tuple(columns) for name, columns in files.items()})


def _types(id: str) -> Mapping[str, str]:
    return MappingProxyType(
        {line.required("category"): line.required(id) for line in read_data("exchange/categories.csv")}
    )


def _meanings(id: str) -> Mapping[str, str | None]:
    return MappingProxyType(
        {
            line.required("type"): line.text("category") or None
            for line in read_data("exchange/types.csv")
            if line.required("format") == id
        }
    )


def _statuses(id: str) -> Mapping[EquipmentStatus, str]:
    return MappingProxyType(
        {
            EquipmentStatus(line.required("status")): word
            for line in read_data("exchange/statuses.csv")
            if (word := line.text(id))
        }
    )
