"""Rows and values in French, for whoever chooses between them or reads what was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from nrdesk.core import dates
from nrdesk.core.formatting import count, trimmed
from nrdesk.core.inventory import lists
from nrdesk.core.merging.labels import KINDS, field_of, label
from nrdesk.core.merging.state import State, references, value_names
from nrdesk.core.model import Campaign, Equipment, Record
from nrdesk.core.written.words import quoted

EMPTY = "(vide)"
_LONGEST_TITLE = 90
_TITLES = (
    *("title", "name", "number", "question", "text", "resource", "obligation", "key", "moment", "piece"),
    *("item", "trade", "who", "service", "url", "product_type", "topic", "signature", "due", "read_on"),
    *("funder", "axis", "model", "category", "subject", "year"),
)
"""Fields that may name a row, the clearest first."""
_HIDDEN = frozenset({("frozen_method", "content"), ("annual_review", "content"), ("factor_file", "content")})
"""JSON or files that nobody reads: their size is told."""
_LISTED: Mapping[str, Callable[[str], str]] = {
    "category": lists.category_label,
    "usage_profile": lists.usage_profile_label,
}


def kind_label(kind: type[Record]) -> str:
    """Return what a row of a kind is called, such as "Ligne d’inventaire"."""
    return KINDS[kind.TABLE]


def labels_of(kind: type[Record], names: tuple[str, ...]) -> str:
    """Return what a field is called, or several that go together: "Début, fin"."""
    first, *others = (label(kind, name) for name in names)
    return ", ".join([first, *(f"{each[:1].lower()}{each[1:]}" for each in others)])


class Words:
    """What the rows and the values of two copies are called: a link is told by the row it leads to."""

    def __init__(self, *states: State) -> None:
        """Take the states where the rows that others point to are looked for, the first first."""
        self._states = states

    def row(self, record: Record) -> str:
        """Return what a row is called, without its kind: its title, and what it belongs to."""
        if isinstance(record, Campaign):
            return str(record.year)
        own = self._own_name(record)
        parents = [
            self._named(each.target, id)
            for each in references(type(record))
            if each.required and (id := getattr(record, each.name))
        ]
        return ", ".join(filter(None, (quoted(own) if own else "", *parents)))

    def value(self, kind: type[Record], name: str, value: object) -> str:
        """Return the text of a value, as its form shows it."""
        if value is None or value == "":
            return EMPTY
        for each in references(kind):
            if each.name == name:
                return self._named(each.target, str(value)) or str(value)
        return _hidden(kind, name, value) or _shown(kind, name, value) or _plain(value)

    def values(self, kind: type[Record], names: tuple[str, ...], values: tuple[object, ...]) -> str:
        """Return the texts of values that go together."""
        return " · ".join(self.value(kind, name, value) for name, value in zip(names, values, strict=True))

    def lines(self, record: Record) -> Iterator[tuple[str, str]]:
        """Yield the fields of a row that say something: what each is called, what it says."""
        kind = type(record)
        for name in value_names(kind):
            value = getattr(record, name)
            # A zero says something; an empty field and a box that is not ticked do not.
            if value is not None and value is not False and value != "":
                yield label(kind, name), self.value(kind, name, value)

    def _named(self, kind: type[Record], id: str) -> str:
        for state in self._states:
            if record := state[kind].get(id):
                own = str(record.year) if isinstance(record, Campaign) else quoted(self._own_name(record))
                return f"{KINDS[kind.TABLE].lower()} {own}"
        return ""

    def _own_name(self, record: Record) -> str:
        for name in _TITLES:
            value = getattr(record, name, None)
            if value not in (None, ""):
                told = self.value(type(record), name, value).replace("\n", " ")
                return told if len(told) <= _LONGEST_TITLE else f"{told[: _LONGEST_TITLE - 1]}…"
        return ""


def _hidden(kind: type[Record], name: str, value: object) -> str:
    if isinstance(value, bytes):
        return f"fichier de {count(len(value), 'octet')}"
    if (kind.TABLE, name) in _HIDDEN:
        return f"contenu gardé, de {count(len(str(value)), 'signe')}"
    return ""


def _shown(kind: type[Record], name: str, value: object) -> str:
    if kind is Equipment and name in _LISTED:
        return _LISTED[name](str(value))
    field = field_of(kind.TABLE, name)
    return field.show(value) if field else ""


def _plain(value: object) -> str:
    if isinstance(value, StrEnum):
        return str(getattr(value, "label", "") or value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int | float):
        return trimmed(float(value), 6)
    text = str(value)
    return dates.short(text) if dates.is_partial_date(text) and len(text) > len("2026") else text
