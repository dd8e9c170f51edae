"""The ladder of the file's versions: each step is plain SQL and knows nothing of today's records.

A new file is born at version 0 and climbs the same steps as a file of last year, so that there is one way
to build the tables; a test proves that the top of the ladder is what `schema` derives from the records. A
step that was released is never edited: another one is added.

No Alembic. On SQLite, its batch mode with default settings leaves a temporary table behind a failed step,
which blocks every later one; altering a parent table with foreign keys on deletes its children; and it would
weigh on the start-up and on the installer, for a numbered list of functions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from nrdesk.core.document.connection import pragma, writing
from nrdesk.core.document.faults import DamagedDocument
from nrdesk.core.document.migrations import v1, v2, v3, v4, v5, v6, v7, v8

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    v1.upgrade,
    v2.upgrade,
    v3.upgrade,
    v4.upgrade,
    v5.upgrade,
    v6.upgrade,
    v7.upgrade,
    v8.upgrade,
)
"""Step n brings a file from version n to version n + 1."""

LATEST = len(MIGRATIONS)
"""The version that this nrdesk writes."""


def version(connection: sqlite3.Connection) -> int:
    """Return the version of a file."""
    return pragma(connection, "user_version")


def climb(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the steps that a file lacks, in the transaction under way, with the foreign keys off."""
    for upgrade in migrations[version(connection) :]:
        upgrade(connection)
    connection.execute(f"PRAGMA user_version = {len(migrations)}")


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file to the top of the ladder, in one transaction: it is there and sound, or is as it was.

    Raises:
        DamagedDocument: the file does not hold together once at the top.
    """
    # Rebuilding a parent table drops it: with the keys on, its children would go with it. The pragma has
    # no effect inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with writing(connection):
            climb(connection, migrations)
            check_pages(connection)
            check_links(connection)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def check_pages(connection: sqlite3.Connection) -> None:
    """Check quickly that the pages and the rows of a file are sound.

    Raises:
        DamagedDocument: they are not.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedDocument("Sa structure interne est incohérente.")


def check_links(connection: sqlite3.Connection) -> None:
    """Check that every row that points to another finds it.

    Raises:
        DamagedDocument: one does not.
    """
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedDocument("Des lignes renvoient à d’autres qui n’existent pas.")
