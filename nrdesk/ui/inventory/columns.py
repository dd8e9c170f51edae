"""The columns of the grid: the fields of the inventory, then what nrdesk works out from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, number, rounded
from nrdesk.core.inventory import fields
from nrdesk.core.inventory.fields import FIELD, FIELDS, InventoryField
from nrdesk.core.inventory.quality import quality_of
from nrdesk.core.model import Equipment, EquipmentStatus
from nrdesk.ui.inventory.order import Key, collate, fold

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
    Column(
        QUALITY,
        "Qualité",
        "Ce que l’on sait de la ligne, sur 100\u00a0: catégorie, date, comptage, mesure…",
        numeric=False,
    ),
)
EXIT = frozenset(("exit_route", "recipient"))
"""Fields that only say something of an appliance out of the park."""
_BLANK = Equipment(id="", campaign_id="")
_CHOSEN = frozenset(("category", "acquisition", "status", "usage_profile", "exit_route"))
"""Fields stored by identifier: sorted by what is shown."""
_TEXTS = [field.name for field in FIELDS if not field.numeric]
_CODED = [name for name in _TEXTS if not isinstance(getattr(_BLANK, name), str) or name in _CHOSEN]
_FREE = attrgetter(*(name for name in _TEXTS if name not in _CODED))
_LISTED = attrgetter(*_CODED)
INDEX: dict[str, int] = {column.name: position for position, column in enumerate(COLUMNS)}


def text(column: Column, line: Equipment, figure: LineResult) -> str:
    """Return what a cell shows: a text that could not be read is shown as it was typed."""
    if column.field is not None:
        return fields.text(line, column.name) if line.unread else column.field.show(line)
    if column.name == QUALITY:
        score = quality_of(line).score
        return f"{score} · {figure.quality}" if figure.in_park else str(score)
    if not figure.in_park:
        return ""
    if column.name == LIFETIME:
        return "" if figure.lifetime_years is None else number(figure.lifetime_years, 1)
    value, span = figure.total(CARBON), figure.range(CARBON)
    return "" if value is None or span is None else rounded(value, *span)


def reason(column: Column, line: Equipment, figure: LineResult) -> str | None:
    """Return in French what is wrong or missing in a cell, or None."""
    if column.field is not None:
        if column.name in EXIT and line.status is not EquipmentStatus.OUT and column.field.show(line):
            return f"Sans effet tant que l’état n’est pas «{NBSP}sorti du parc{NBSP}»"
        return fields.problem(line, column.name) if line.unread else None
    if column.name != QUALITY:
        return None
    if figure.missing:
        return f"Il manque{NBSP}: {', '.join(figure.missing)}"
    gains = ", ".join(f"{label} (+{points})" for label, points in quality_of(line).gains)
    return f"À compléter pour 100{NBSP}: {gains}" if gains else None


def key(column: Column, line: Equipment) -> Key:
    """Return what a line is sorted by in a column of the inventory: a number, or a text in French order."""
    value = getattr(line, column.name)
    if value is None or isinstance(value, int | float):
        return value
    if column.field is not None and column.name in _CHOSEN:
        return collate(column.field.show(line))
    return collate(str(value))


def computed(name: str, figure: LineResult) -> Key:
    """Return what a line is sorted by in a column that is worked out."""
    if name == QUALITY:
        return quality_of(figure.equipment).score
    return figure.lifetime_years if name == LIFETIME else figure.total(CARBON)


def searched(line: Equipment) -> str:
    """Return the text of a line that the filter looks into, folded: every cell that is not a number."""
    free = [_folded(text) for text in _FREE(line)]
    return "\n".join([*free, *map(_listed, _CODED, _LISTED(line))])


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    """Return a text folded, once: the same brands and places come back from line to line."""
    return fold(text)


@lru_cache(maxsize=50_000)
def _listed(name: str, value: object) -> str:
    """Return the folded text of a field that is a date or comes from a list."""
    return fold(FIELD[name].show(replace(_BLANK, **{name: value})))  # type: ignore[arg-type]
