"""The columns of the grid: the fields of the inventory, then what nrdesk works out from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, number, rounded
from nrdesk.core.inventory import fields
from nrdesk.core.inventory.fields import FIELDS, InventoryField
from nrdesk.core.model import Equipment
from nrdesk.ui.inventory.order import Key, collate

CARBON = "gwp"
"""Criterion shown in the grid; the footprint page shows them all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid; one without `field` is worked out and cannot be typed in."""

    name: str
    label: str
    help: str
    numeric: bool
    field: InventoryField | None = None
    usual: bool = True
    """Whether it is shown before the user chooses columns."""


LIFETIME, YEARLY, QUALITY = "_lifetime", "_yearly", "_quality"

COLUMNS: tuple[Column, ...] = (
    *(Column(f.name, f.label, f.help, f.numeric, f, f.essential) for f in FIELDS),
    Column(LIFETIME, "Durée (ans)", "Durée de vie retenue pour le calcul", numeric=True),
    Column(YEARLY, "kg CO₂ / an", "Empreinte de la ligne sur un an, fabrication et usage", numeric=True),
    Column(QUALITY, "Donnée", "Ce que vaut la donnée de la ligne", numeric=False),
)
INDEX: dict[str, int] = {column.name: position for position, column in enumerate(COLUMNS)}


def text(column: Column, line: Equipment, figure: LineResult) -> str:
    """Return what a cell shows: a text that could not be read is shown as it was typed."""
    if column.field is not None:
        return fields.text(line, column.name) if line.unread else column.field.show(line)
    if not figure.in_park:
        return ""
    if column.name == QUALITY:
        return figure.quality
    if column.name == LIFETIME:
        return "" if figure.lifetime_years is None else number(figure.lifetime_years, 1)
    value, span = figure.total(CARBON), figure.range(CARBON)
    return "" if value is None or span is None else rounded(value, *span)


def reason(column: Column, line: Equipment, figure: LineResult) -> str | None:
    """Return in French what is wrong or missing in a cell, or None."""
    if column.field is not None:
        return fields.problem(line, column.name) if line.unread else None
    if column.name == QUALITY and figure.missing:
        return f"Il manque{NBSP}: {', '.join(figure.missing)}"
    return None


def key(column: Column, value: object) -> Key:
    """Return what a value of the document is sorted by: a number, or a text in French order."""
    if value is None or isinstance(value, int | float):
        return value
    if column.field is not None and column.field.choices:
        return collate(shown(column.name, value))
    return collate(str(value))


@cache
def _blank() -> Equipment:
    return Equipment(campaign_id="")


def shown(name: str, value: object) -> str:
    """Return how the grid writes a value of a field: "Écran", "03/2018"."""
    if isinstance(getattr(_blank(), name), str) and type(value) is str:
        return value
    return _shown(name, value)


@cache
def _shown(name: str, value: object) -> str:
    column = COLUMNS[INDEX[name]]
    # A category or a date is one of a few hundred values: each is put into words once.
    return column.field.show(replace(_blank(), **{name: value})) if column.field else ""  # type: ignore[arg-type]
