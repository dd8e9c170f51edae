"""The tables of a document, derived from the records.

The records of `nrdesk.core.model` are frozen dataclasses and they are the model: the window, the command line
and the calculations receive them as they are. There is no second, mutable set of classes mapped by an ORM.
Three reasons: `core.model` stays free of SQLAlchemy, whose ORM alone doubles the time to the first window; no
object can change behind the one door for writing (`Document.action`); reading 100 000 rows through Core costs
a few percent more than `sqlite3` itself, against three times as much for ORM objects.

A record is therefore written once, and this module turns it into a Core table: STRICT, so that SQLite refuses
what the types refuse; WITHOUT ROWID, since identifiers grow with time and rows are best stored in that
order, once. A choice (`StrEnum`) has no CHECK: adding a choice later must not mean rebuilding a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BLOB, REAL, CheckConstraint, ForeignKey, Integer, MetaData, Table, Text, text
from sqlalchemy import Column as SqlColumn
from sqlalchemy.types import TypeEngine

from nrdesk.core.document.columns import Column, layout
from nrdesk.core.model import RECORDS, Record

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Constraints have names, so that a migration can name them."""

METADATA = MetaData(naming_convention=NAMING)


def _type(column: Column) -> type[TypeEngine[Any]]:
    if issubclass(column.kind, int):  # bool is one
        return Integer
    return {float: REAL, bytes: BLOB}.get(column.kind, Text)


def _literal(column: Column) -> str | None:
    if column.default is None:
        return None
    return f"'{column.default}'" if isinstance(column.default, str) else str(column.default)


def _sql_column(column: Column) -> SqlColumn[Any]:
    literal = _literal(column)
    # No ON DELETE: every row that changes must pass through the door to be undone.
    keys = [ForeignKey(f"{column.references}.id")] if column.references else []
    return SqlColumn(
        column.name,
        _type(column),
        *keys,
        primary_key=column.name == "id",
        nullable=column.optional,
        index=bool(column.references) or None,
        server_default=None if literal is None else text(literal),
    )


def _derive(record: type[Record]) -> Table:
    columns = layout(record).columns
    checks = [
        CheckConstraint(f"{column.name} IN (0, 1)", name=column.name)
        for column in columns
        if column.kind is bool
    ]
    return Table(
        record.TABLE,
        METADATA,
        *map(_sql_column, columns),
        *checks,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


TABLES: Mapping[type[Record], Table] = {record: _derive(record) for record in RECORDS}
"""The table of each kind of record, parents before children."""
