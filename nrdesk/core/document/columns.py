"""What a column holds, read once from the fields of a record; values checked on their way in.

A record holds Python values, SQLite holds text, integers and reals. Everything that goes from one to the
other passes here, so that a value of the wrong type is caught where it is written, not where it is read.
"""

from __future__ import annotations

import dataclasses
import math
import operator
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Generic, TypeVar

from nrdesk.core.document.faults import DamagedDocument
from nrdesk.core.model import RECORDS, Record

R = TypeVar("R", bound=Record)

SqlValue = str | int | float | bytes | None
"""What a column of the file can hold."""

OWNED = frozenset({"id", "updated_at"})
"""Fields that an update may not name: the identity of a row, and the date that the document sets."""


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field of a record, as a column."""

    name: str
    kind: type
    """`str`, `int`, `float`, `bool`, `bytes` or a subclass of `StrEnum`."""
    optional: bool
    references: str | None
    """Table that the column points to."""
    default: SqlValue
    """Value of the column when a row does not give it; None when there is none."""

    @property
    def choices(self) -> tuple[StrEnum, ...]:
        """The values that the column may hold; empty when it is not a choice."""
        return tuple(self.kind) if issubclass(self.kind, StrEnum) else ()

    def encode(self, value: object) -> SqlValue:
        """Return a Python value as SQLite holds it.

        Raises:
            TypeError: the value is not of the type of the field.
            ValueError: the value is not a number (NaN), that SQLite would keep as NULL.
        """
        if value is None and self.optional:
            return None
        if type(value) is not self.kind and not (self.kind is float and type(value) is int):
            raise TypeError(f"{self.name}: {self.kind.__name__} expected, not {value!r}")
        if isinstance(value, float) and math.isnan(value):
            raise ValueError(f"{self.name}: not a number")
        if isinstance(value, StrEnum):
            return str(value)
        return int(value) if isinstance(value, bool) else typing.cast(SqlValue, value)

    @property
    def plain_types(self) -> frozenset[type]:
        """Types of the values that SQLite holds as they are."""
        plain = {self.kind} & {str, int, bytes}
        return frozenset(plain | {types.NoneType} if self.optional else plain)

    def decoder(self) -> Callable[[Any], object] | None:
        """Return the function from SQLite's value to Python's; None when they are the same.

        It raises `DamagedDocument` for a value that is not one of the choices.
        """
        if self.kind is bool:
            return lambda value: None if value is None else bool(value)
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
        self._decoders = [(i, decode) for i, c in enumerate(columns) if (decode := c.decoder())]
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

    def decode(self, rows: Iterable[Sequence[Any]]) -> list[R]:
        """Return the records of rows whose values are in the order of the columns.

        The slots are filled directly: `__init__` of a frozen dataclass takes twice as long, and every value
        was checked when it was written.

        Raises:
            DamagedDocument: a row holds a value that is not one of its choices.
        """
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
    return Layout(record, tuple(_column(field, hints[field.name]) for field in dataclasses.fields(record)))


def _column(field: dataclasses.Field[Any], hint: Any) -> Column:  # noqa: ANN401 -- a type hint is any object
    kind, optional = hint, False
    if isinstance(hint, types.UnionType):
        (kind,) = (part for part in hint.__args__ if part is not types.NoneType)
        optional = True
    if not isinstance(kind, type) or not issubclass(kind, str | int | float | bytes):
        raise TypeError(f"{field.name}: a column cannot hold {hint!r}")
    given = None if field.default is dataclasses.MISSING else field.default
    plain = Column(field.name, kind, True, None, None).encode(given)
    return Column(field.name, kind, optional, field.metadata.get("references"), plain)


_LAYOUTS: Mapping[type[Record], Layout[Any]] = {record: _derive(record) for record in RECORDS}
