"""The plan as nrdesk's own workbook holds it: its sheets, their columns, and how a value is written and read.

The report that writes the workbook and the import that reads it again both go by this declaration: that is
what guarantees that nothing is lost on the way.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from nrdesk.core import dates
from nrdesk.core.fields import plan as fields
from nrdesk.core.fields.field import Field
from nrdesk.core.model import Action, ActionLever, BudgetLine, Contribution, Dependency, Milestone, Record
from nrdesk.core.written import dates as written_dates
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal, quoted

ID = "Identifiant nrdesk"
"""Title of the column that tells our own workbook, and an action from another of the same title."""
ACTION_ID, ACTION_TITLE = "Identifiant de l’action", "Action"
NEEDED_TITLE = "Action attendue"
"""Title of the action waited for, for who reads; it counts where the identifier is not given."""
_DATES = frozenset(("starts", "ends", "due", "reached"))
_FULL_DATE = len("2018-03-05")


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet of the workbook: one record a row."""

    title: str
    kind: type[Record]
    columns: Mapping[str, str]
    """Attribute -> title of its column."""


def _labels(declared: Sequence[Field], *, without: Sequence[str] = ()) -> dict[str, str]:
    return {field.name: field.label for field in declared if field.name not in without}


ACTIONS = SheetLayout(
    "Plan d’action",
    Action,
    {
        **_labels(fields.ACTION),
        "catalogue": "Action du catalogue",
        "origin": "Origine",
    },
)
"""Its last column is `ID`; an objective is written by its title."""
PARTS: tuple[SheetLayout, ...] = (
    SheetLayout("Contributions", Contribution, _labels(fields.CONTRIBUTION)),
    SheetLayout("Dépendances", Dependency, {"needs_id": "Identifiant de l’action attendue"}),
    SheetLayout("Jalons", Milestone, _labels(fields.MILESTONE)),
    SheetLayout("Budget", BudgetLine, _labels(fields.BUDGET_LINE)),
    SheetLayout("Leviers", ActionLever, _labels(fields.lever({}))),
)
"""What hangs from an action; the first column is `ACTION_TITLE`, the last one `ACTION_ID`."""


def written(record: Record, name: str) -> str | int | float | dt.date | None:
    """Return an attribute as a cell: numbers and whole dates as such, lists in words."""
    value = getattr(record, name)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, StrEnum):
        return str(value.label)  # type: ignore[attr-defined] # every StrEnum of the model has a label
    if value and name in _DATES:
        return dt.date.fromisoformat(value) if len(value) == _FULL_DATE else dates.short(value)
    if value is None or isinstance(value, int | float):
        return value
    return str(value)


def read(kind: type[Record], name: str, text: str) -> Any:  # noqa: ANN401 -- of the type of the attribute
    """Return what a cell says of an attribute, exactly: nothing is deduced, nothing is shortened.

    Raises:
        Unreadable: the text is no such value.
    """
    wanted, optional = _TYPES[kind][name]
    bare = text.strip()
    if issubclass(wanted, StrEnum):
        return _choice(wanted, bare)
    if wanted is bool:
        if normal(bare) not in ("oui", "non", ""):
            raise Unreadable("Répondez par oui ou par non")
        return normal(bare) == "oui"
    if optional and not bare:
        return None
    if wanted in (int, float):
        return _number(wanted, bare)
    if name in _DATES:
        return written_dates.read(bare).partial
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _types(kind: type[Record]) -> Mapping[str, tuple[type, bool]]:
    """Return the type of each attribute, and whether it may be unknown."""
    found = {}
    for name, hint in get_type_hints(kind).items():
        members = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        known = [each for each in members if each is not types.NoneType]
        found[name] = (known[0], len(known) < len(members))
    return found


_TYPES = {each.kind: _types(each.kind) for each in (ACTIONS, *PARTS)}


def _choice(wanted: type[StrEnum], text: str) -> StrEnum:
    for each in wanted:
        if normal(each.label) == normal(text):  # type: ignore[attr-defined] # see `written`
            return each
    raise Unreadable(f"{quoted(text[:80])} n’est pas dans la liste")


def _number(wanted: type, text: str) -> float:
    try:
        value = float(text.replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        raise Unreadable(f"{quoted(text[:80])} n’est pas un nombre") from None
    if wanted is int:
        if not value.is_integer():
            raise Unreadable(f"{quoted(text[:80])} n’est pas un nombre entier")
        return int(value)
    return value
