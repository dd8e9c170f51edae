"""Version 3: a campaign always has a date, may have an electricity year, and can be frozen.

SQLite cannot make an existing column mandatory: the table is rebuilt, in the order that its documentation
prescribes (new table, copy, drop, rename), while its children keep pointing to its name.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE campaign_new (
        id TEXT NOT NULL,
        updated_at TEXT DEFAULT '' NOT NULL,
        year INTEGER NOT NULL,
        as_of TEXT NOT NULL,
        factor_family TEXT DEFAULT 'ademe' NOT NULL,
        electricity_year INTEGER,
        frozen INTEGER DEFAULT 0 NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_campaign PRIMARY KEY (id),
        CONSTRAINT ck_campaign_frozen CHECK (frozen IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    # A campaign that had no date was counted at the end of its year.
    """
    INSERT INTO campaign_new (id, updated_at, year, as_of, factor_family, comment)
        SELECT id, updated_at, year, coalesce(as_of, year || '-12-31'), factor_family, comment FROM campaign
    """,
    "DROP TABLE campaign",
    "ALTER TABLE campaign_new RENAME TO campaign",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Rebuild the campaigns."""
    for statement in _STATEMENTS:
        connection.execute(statement)
