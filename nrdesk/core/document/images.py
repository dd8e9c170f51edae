"""What rows were before an action: the memory that undo works from.

Each table of the document has a shadow in the TEMP schema, with the same columns and two more: the step that
the image belongs to, and whether the row existed. Before an action changes rows, their images are copied
there by one `INSERT … SELECT` inside the same transaction: no value passes through Python, and a rollback
takes the images back with the rest. Only the first image of a row in a step counts.

Undoing a step swaps the rows with their images; the step then holds the rows as they were before the swap,
so that redoing is the same operation. It covers a cell and an import of 100 000 lines alike.

The other candidate, SQLite's documented log written by TEMP triggers, was measured on a change of 10 000
rows (see `tests/benchmarks/document.py`): the change and its undo both cost several times more, since the
trigger builds one SQL text per row, and undoing runs them one by one.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Column as SqlColumn
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Select,
    Table,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from nrdesk.core.document.schema import METADATA

_SHADOWS = MetaData()


def _shadow(table: Table) -> Table:
    columns = [
        SqlColumn(column.name, column.type, primary_key=column.name == "id") for column in table.columns
    ]
    return Table(
        f"before_{table.name}",
        _SHADOWS,
        SqlColumn("step_", Integer, primary_key=True, autoincrement=False),
        SqlColumn("existed_", Integer, nullable=False),
        *columns,
        schema="temp",
        sqlite_with_rowid=False,
    )


_SHADOW_OF = {table: _shadow(table) for table in METADATA.sorted_tables}


def among(table: Table, ids: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a row is one of `ids`: one parameter, however many there are."""
    if len(ids) == 1:
        return table.c.id == next(iter(ids))
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    return table.c.id.in_(select(listed.c.value))


class Images:
    """The images of the rows that the steps of a session changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        _SHADOWS.create_all(connection, checkfirst=False)

    def keep(self, step: int, table: Table, rows: ColumnElement[bool]) -> None:
        """Keep the rows as they are, before they are changed or deleted."""
        self._copy(table, select(literal(step), literal(1), *table.columns).where(rows))

    def keep_absent(self, step: int, table: Table, ids: Collection[str]) -> None:
        """Keep that rows do not exist, before they are added."""
        listed = func.json_each(json.dumps(list(ids))).table_valued("value")
        self._copy(table, select(literal(step), literal(0), listed.c.value))

    def swap(self, step: int, table: Table) -> int:
        """Exchange the rows of a table with their images; return how many there were."""
        shadow = _SHADOW_OF[table]
        of_step = shadow.c.step_ == step
        touched = select(shadow.c.id).where(of_step)
        # The rows of now wait under the negative number while the images take their place.
        self.keep(-step, table, table.c.id.in_(touched))
        self._copy(table, select(literal(-step), literal(0), shadow.c.id).where(of_step))
        self._connection.execute(delete(table).where(table.c.id.in_(touched)))
        images = select(*(shadow.c[c.name] for c in table.columns)).where(of_step, shadow.c.existed_ == 1)
        self._connection.execute(insert(table).from_select(list(table.columns), images))
        self._connection.execute(delete(shadow).where(of_step))
        moved = update(shadow).where(shadow.c.step_ == -step).values(step_=step)
        return self._connection.execute(moved).rowcount

    def forget(self, steps: Collection[int]) -> None:
        """Drop the images of steps that will not be undone nor redone."""
        if steps:
            for shadow in _SHADOW_OF.values():
                self._connection.execute(delete(shadow).where(shadow.c.step_.in_(steps)))

    def _copy(self, table: Table, rows: Select[tuple[object, ...]]) -> None:
        shadow = _SHADOW_OF[table]
        names = [column.name for column in shadow.columns][: len(rows.selected_columns)]
        # A row that already has its image in this step keeps it: the first is the one from before.
        copied = insert(shadow).prefix_with("OR IGNORE").from_select(names, rows, include_defaults=False)
        self._connection.execute(copied)
