"""Version 2: doubts and unread texts of the inventory, usage profiles, remembered import columns."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    ALTER TABLE equipment ADD COLUMN purchased_uncertain INTEGER DEFAULT 0 NOT NULL
        CONSTRAINT ck_equipment_purchased_uncertain CHECK (purchased_uncertain IN (0, 1))
    """,
    "ALTER TABLE equipment ADD COLUMN usage_profile TEXT",
    "ALTER TABLE equipment ADD COLUMN unread TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE import_mapping (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        signature TEXT NOT NULL,
        columns TEXT NOT NULL,
        CONSTRAINT pk_import_mapping PRIMARY KEY (id)
    ) STRICT, WITHOUT ROWID
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add the columns and the table."""
    for statement in _STATEMENTS:
        connection.execute(statement)
