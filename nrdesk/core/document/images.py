"""What rows were before an action: the memory that undo works from.

Each table of the document has a shadow in the TEMP schema, with the same columns and two more: the step that
the image belongs to, and whether the row existed. Before an action changes rows, their images are copied
there by one `INSERT … SELECT` inside the same transaction: no value passes through Python, and a rollback
takes the images back with the rest. Only the first image of a row in a step counts.

Undoing a step swaps the rows with their images; the step then holds the rows as they were before the swap,
so that redoing is the same operation. It covers a cell and an import of 100 000 lines alike.

The other candidate was SQLite's documented log, where TEMP triggers write the SQL text that undoes each row.
Changing 10 000 rows and undoing it takes it 1.5 s, against 0.3 s this way, of which the undo is 1.7 times the
change (`tests/benchmarks/document.py`): one statement built and run per row costs more than two copies.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sqlalchemy import Column as SqlColumn
from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateTable

from nrdesk.core.document.schema import METADATA

_SHADOWS = MetaData()


def chosen(table: Table) -> ColumnElement[bool]:
    """Return the condition that a row is one of `listed(ids)`: one parameter, however many there are."""
    return table.c.id.in_(select(_LISTED.c.value))


def listed(ids: Iterable[str]) -> dict[str, str]:
    """Return the parameter of `chosen`."""
    return {"chosen_ids": json.dumps(list(ids))}


_LISTED = func.json_each(bindparam("chosen_ids", type_=Text)).table_valued("value")


class _Shadow:
    """The shadow of one table, and the statements that work it: built once, as every action runs them."""

    def __init__(self, table: Table) -> None:
        names = [column.name for column in table.columns]
        self.table = shadow = Table(
            f"before_{table.name}",
            _SHADOWS,
            SqlColumn("step_", Integer, primary_key=True, autoincrement=False),
            SqlColumn("existed_", Integer, nullable=False),
            *(SqlColumn(c.name, c.type, primary_key=c.name == "id") for c in table.columns),
            schema="temp",
            sqlite_with_rowid=False,
        )
        # SQLAlchemy reserves the names of columns: this one is that of no record.
        step = bindparam("undo_step", type_=Integer)
        here, aside = shadow.c.step_ == step, shadow.c.step_ == -step
        touched = select(shadow.c.id).where(here)
        rows, images = [table.c[name] for name in names], [shadow.c[name] for name in names]

        def copy(source: Select[Any]) -> Insert:
            columns = ["step_", "existed_", *names][: len(source.selected_columns)]
            # A row that already has its image in this step keeps it: the first is the one from before.
            return insert(shadow).prefix_with("OR IGNORE").from_select(columns, source)

        self.keep = copy(select(step, literal_column("1"), *rows).where(chosen(table)))
        self.touched = touched
        self.keep_absent = copy(select(step, literal_column("0"), _LISTED.c.value))
        self.swap = (
            # The rows of now wait under the negative number while the images take their place.
            copy(select(-step, literal_column("1"), *rows).where(table.c.id.in_(touched))),
            copy(select(-step, literal_column("0"), shadow.c.id).where(here)),
            delete(table).where(table.c.id.in_(touched)),
            insert(table).from_select(names, select(*images).where(here, shadow.c.existed_ == 1)),
            delete(shadow).where(here),
            update(shadow).where(aside).values(step_=step),
        )


_SHADOW_OF = {table: _Shadow(table) for table in METADATA.sorted_tables}


@cache
def _statements() -> tuple[str, ...]:
    """Return what makes the shadows: written once, however many documents are opened."""
    sql = dialect()
    return tuple(str(CreateTable(shadow.table).compile(dialect=sql)) for shadow in _SHADOW_OF.values())


class Images:
    """The images of the rows that the steps of a session changed."""

    def __init__(self, connection: Connection, *, kept: bool) -> None:
        """Make room for images, unless nothing will be `kept`: the document is only read."""
        self._connection = connection
        for statement in _statements() if kept else ():
            connection.exec_driver_sql(statement)

    def keep(self, step: int, table: Table, ids: Collection[str]) -> None:
        """Keep rows as they are, before they are changed or deleted."""
        self._connection.execute(_SHADOW_OF[table].keep, {"undo_step": step, **listed(ids)})

    def keep_absent(self, step: int, table: Table, ids: Collection[str]) -> None:
        """Keep that rows do not exist, before they are added."""
        self._connection.execute(_SHADOW_OF[table].keep_absent, {"undo_step": step, **listed(ids)})

    def touched(self, step: int, table: Table) -> frozenset[str]:
        """Return the identifiers of the rows of a table that a step added, changed or deleted."""
        rows = self._connection.execute(_SHADOW_OF[table].touched, {"undo_step": step})
        return frozenset(row[0] for row in rows)

    def swap(self, step: int, table: Table) -> int:
        """Exchange the rows of a table with their images; return how many there were."""
        for statement in _SHADOW_OF[table].swap:
            result = self._connection.execute(statement, {"undo_step": step})
        return result.rowcount

    def forget(self, steps: Collection[int]) -> None:
        """Drop the images of steps that will not be undone nor redone."""
        if steps:
            for shadow in _SHADOW_OF.values():
                self._connection.execute(delete(shadow.table).where(shadow.table.c.step_.in_(steps)))
