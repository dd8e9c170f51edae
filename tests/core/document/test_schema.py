"""The ladder of migrations and the records describe the same tables."""

import sqlite3

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.pool import StaticPool

from nrdesk.core.document.connection import prepared
from nrdesk.core.document.mending import LABELS, PARENTS
from nrdesk.core.document.migrations import climb
from nrdesk.core.document.schema import METADATA
from nrdesk.core.model import RECORDS


def described(connection: sqlite3.Connection) -> dict[str, object]:
    """Return everything that SQLAlchemy can read of the tables, whatever the order of the columns."""
    inspector = inspect(create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool))
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in inspector.get_columns(table)
            },
            "primary key": inspector.get_pk_constraint(table),
            "foreign keys": inspector.get_foreign_keys(table),
            "indexes": inspector.get_indexes(table),
            "checks": sorted((c["name"], c["sqltext"]) for c in inspector.get_check_constraints(table)),
            "options": inspector.get_table_options(table),
        }
        for table in inspector.get_table_names()
    }


def test_the_top_of_the_ladder_is_what_the_records_say() -> None:
    climbed = prepared(sqlite3.connect(":memory:", isolation_level=None))
    climb(climbed)
    derived = prepared(sqlite3.connect(":memory:", isolation_level=None))
    METADATA.create_all(create_engine("sqlite://", creator=lambda: derived, poolclass=StaticPool))
    assert described(climbed) == described(derived)
    climbed.close()
    derived.close()


def test_every_table_is_strict_and_sorted_by_identifier() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    climb(connection)
    rows = connection.execute("PRAGMA table_list").fetchall()
    ours = {name: (without_rowid, strict) for _, name, _, _, without_rowid, strict in rows if name in TABLES}
    assert ours == dict.fromkeys(TABLES, (1, 1))
    connection.close()


TABLES = {record.TABLE for record in RECORDS}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_recovery_names_every_table(table: str) -> None:
    assert table in LABELS


def test_recovery_can_replace_every_parent() -> None:
    parents = {key.column.table.name for table in METADATA.sorted_tables for key in table.foreign_keys}
    assert parents <= PARENTS.keys()
