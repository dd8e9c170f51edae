"""What a column holds, read once from the fields of a record; values checked on their way in.

A record holds Python values, SQLite holds text, integers and reals. Everything that goes from one to the
other passes here, so that a value of the wrong type is caught where it is written, not where it is read.
"""

from __future__ import annotations

import dataclasses
import json
import math
import operator
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar

from nrdesk.core.document.faults import DamagedDocument
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import RECORDS, Record
from nrdesk.core.model.values import HOLDS, WITHIN, Holds

R = TypeVar("R", bound=Record)

SqlValue = str | int | float | bytes | None
"""What a column of the file can hold."""

OWNED = frozenset({"id", "updated_at"})
"""Fields that an update may not name: the identity of a row, and the date that the document sets."""

_MOST_SHOWN = 60
"""Signs of a strange text that a sentence shows."""

UNREAD = "unread"
"""Field of the records that keep texts nobody can read, by field name, until somebody corrects them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field of a record, as a column."""

    table: str
    name: str
    kind: type
    """`str`, `int`, `float`, `bool`, `bytes` or a subclass of `StrEnum`."""
    optional: bool
    references: str | None
    """Table that the column points to."""
    default: SqlValue
    """Value of the column when a row does not give it; None when there is none."""
    holds: Holds | None = None
    """What its texts are when they are not words."""
    within: tuple[int, int] | None = None
    """Bounds of its numbers, both included."""
    accepts: Callable[[Any], bool] | None = None
    """What tells the values that mean something from those that do not; None when all of them do."""

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        """The values that the column may hold; empty when it is not a choice."""
        return tuple(self.kind) if issubclass(self.kind, StrEnum) else ()

    def encode(self, value: object) -> SqlValue:
        """Return a Python value as SQLite holds it.

        Raises:
            TypeError: the value is not of the type of the field.
            ValueError: the value means nothing in this column: no number, no date…
        """
        if value is None and self.optional:
            return None
        if type(value) is not self.kind and not (self.kind is float and type(value) is int):
            raise TypeError(f"{self.name}: {self.kind.__name__} expected, not {value!r}")
        accepts = self.accepts
        if accepts and not accepts(value):
            raise ValueError(f"{self.name}: {value!r} means nothing here")
        if isinstance(value, StrEnum):
            return str(value)
        return int(value) if isinstance(value, bool) else typing.cast(SqlValue, value)

    @property
    def plain_types(self) -> frozenset[type]:
        """Types of the values that SQLite holds as they are, whatever they are."""
        plain = set() if self.accepts else {self.kind} & {str, int, bytes}
        return frozenset(plain | {types.NoneType} if self.optional else plain)

    def decoder(self) -> Callable[[Any], object] | None:
        """Return the function from SQLite's value to Python's; None when they are the same.

        It raises `DamagedDocument` for a value that means nothing in the column.
        """
        if self.kind is bool:
            return lambda value: None if value is None else bool(value)
        if self.accepts:
            return self._checked
        if not self.choices:
            return None
        choices: dict[str | None, object] = {str(choice): choice for choice in self.choices}
        if self.optional:
            choices[None] = None

        def choose(value: str | None) -> object:
            try:
                return choices[value]
            except KeyError:
                raise DamagedDocument(f"La valeur « {value} » y est inconnue ({self.name}).") from None

        return choose

    def strange(self, values: Iterable[Any]) -> set[Any]:
        """Return those of the values that mean nothing in this column; None does: there is none."""
        accepts = self.accepts
        if accepts is None:
            return set()
        return {value for value in set(values) if value is not None and not accepts(value)}

    def refusal(self, value: object) -> str:
        """Return what is wrong with a strange value, in French."""
        shown = str(value)
        if len(shown) > _MOST_SHOWN:
            shown = f"{shown[:_MOST_SHOWN]}…"
        expected: object = self.holds or "un nombre"
        if self.within:
            expected = f"un nombre entre {self.within[0]} et {self.within[1]}"
        return f"«{NBSP}{shown}{NBSP}» n’est pas {expected} ({self.table}.{self.name})"

    def _checked(self, value: object) -> object:
        if self.strange((value,)):
            raise DamagedDocument(f"{self.refusal(value)}.")
        return value


class Layout(Generic[R]):
    """The columns of one kind of record, and the way between its records and its rows."""

    def __init__(self, record: type[R], columns: tuple[Column, ...]) -> None:
        self.record = record
        self.columns = columns
        self.by_name: Mapping[str, Column] = {column.name: column for column in columns}
        self.dated_at = list(self.by_name).index("updated_at")
        """Position of the date that the document sets."""
        # Computed once, since 100 000 rows may go through them.
        self._values = operator.attrgetter(*self.by_name)
        self._checks = [(column.plain_types, column.encode) for column in columns]
        self._decoders = [
            (i, decode) for i, c in enumerate(columns) if not c.accepts and (decode := c.decoder())
        ]
        # Those that cannot be emptied first: what is set aside goes to one of them.
        checked = [(i, column) for i, column in enumerate(columns) if column.accepts]
        self._checked = sorted(checked, key=lambda each: each[1].optional)
        self._aside = list(self.by_name).index(UNREAD) if UNREAD in self.by_name else None
        self._setters = [getattr(record, name).__set__ for name in self.by_name]

    def column(self, name: str) -> Column:
        """Return a column by name.

        Raises:
            TypeError: the record has no such field.
        """
        try:
            return self.by_name[name]
        except KeyError:
            raise TypeError(f"{self.record.__name__} has no field {name!r}") from None

    def encode(self, record: R) -> list[SqlValue]:
        """Return the row of a record, in the order of the columns.

        Raises:
            TypeError: a value is not of the type of its field.
        """
        values = self._values(record)
        return [
            value if type(value) in plain else encode(value)
            for value, (plain, encode) in zip(values, self._checks, strict=True)
        ]

    def encode_changes(self, changes: Mapping[str, object]) -> dict[str, SqlValue]:
        """Return changes as SQLite holds them.

        Raises:
            TypeError: a name is not a field that may change, or a value is not of its type.
        """
        if owned := OWNED & changes.keys():
            raise TypeError(f"{', '.join(sorted(owned))}: set by the document, not by an update")
        return {name: self.column(name).encode(value) for name, value in changes.items()}

    def decode(self, rows: Sequence[Sequence[Any]]) -> list[R]:
        """Return the records of rows whose values are in the order of the columns.

        The slots are filled directly: `__init__` of a frozen dataclass takes twice as long, and every value
        was checked when it was written. What another program wrote since is looked for among the distinct
        values of a column, which are few: a date that is none is kept in the `unread` of its row, as one
        that was typed or imported would be.

        Raises:
            DamagedDocument: a row holds a value that is not one of its choices, or that means nothing in its
                column and that there is no place to keep.
        """
        for index, column in self._checked:
            if strange := column.strange(map(operator.itemgetter(index), rows)):
                rows = self._set_aside(rows, index, strange)
        new, record, setters, decoders = object.__new__, self.record, self._setters, self._decoders
        records = []
        for row in rows:
            values = list(row)
            for index, decode in decoders:
                values[index] = decode(values[index])
            made = new(record)
            for setter, value in zip(setters, values, strict=True):
                setter(made, value)
            records.append(made)
        return records

    def _set_aside(self, rows: Sequence[Sequence[Any]], index: int, strange: set[Any]) -> list[Sequence[Any]]:
        """Return rows whose strange values of a column are moved, as texts, to their `unread`."""
        column, aside = self.columns[index], self._aside
        if aside is None or not column.optional:
            raise DamagedDocument(f"{column.refusal(min(strange))}.")
        moved: list[Sequence[Any]] = []
        for row in rows:
            if row[index] in strange:
                values = list(row)
                texts = json.loads(values[aside] or "{}") | {column.name: str(values[index])}
                values[aside] = json.dumps(texts, ensure_ascii=False, sort_keys=True)
                values[index] = None
                moved.append(values)
            else:
                moved.append(row)
        return moved


def layout(record: type[R]) -> Layout[R]:
    """Return the layout of a kind of record.

    Raises:
        TypeError: the record is not one that a document stores.
    """
    try:
        return typing.cast(Layout[R], _LAYOUTS[record])
    except KeyError:
        raise TypeError(f"{record!r} is not stored in a document") from None


def _derive(record: type[R]) -> Layout[R]:
    hints = typing.get_type_hints(record)
    return Layout(
        record, tuple(_column(record.TABLE, field, hints[field.name]) for field in dataclasses.fields(record))
    )


def _column(table: str, field: dataclasses.Field[Any], hint: Any) -> Column:  # noqa: ANN401 -- a type hint is any object
    kind, optional = hint, False
    if isinstance(hint, types.UnionType):
        (kind,) = (part for part in hint.__args__ if part is not types.NoneType)
        optional = True
    if not isinstance(kind, type) or not issubclass(kind, str | int | float | bytes):
        raise TypeError(f"{field.name}: a column cannot hold {hint!r}")
    given = None if field.default is dataclasses.MISSING else field.default
    plain = Column(table, field.name, kind, True, None, None).encode(given)
    holds, within = field.metadata.get(HOLDS), field.metadata.get(WITHIN)
    accepts = _accepts(kind, holds, within)
    references = field.metadata.get("references")
    return Column(table, field.name, kind, optional, references, plain, holds, within, accepts)


def _accepts(kind: type, holds: Holds | None, within: tuple[int, int] | None) -> Callable[[Any], bool] | None:
    if holds:
        return holds.accepts
    if within:
        low, high = within
        return lambda value: bool(low <= value <= high)
    return math.isfinite if kind is float else None


_LAYOUTS: Mapping[type[Record], Layout[Any]] = {record: _derive(record) for record in RECORDS}
