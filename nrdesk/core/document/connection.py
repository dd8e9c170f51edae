"""The connection to the file: pragmas, and transactions that begin and end where they are written.

One connection per document, used by one thread. It is in autocommit mode, so that reading never leaves a
transaction open; `writing` is the only place that begins one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.pool import StaticPool

APPLICATION_ID = 0x4E524453
"""Marks the file as a nrdesk document: "NRDS" in ASCII."""

BUSY_SECONDS = 2.0
"""How long to wait for a program that holds the file (antivirus, synchronisation) before saying so."""

_COMPILED: dict[Any, Any] = {}
"""Statements as SQL, for every document opened: building them is most of the cost of reading a small one."""

_PRAGMAS = (
    "trusted_schema = OFF",  # a received file runs no function of its own
    "foreign_keys = ON",
    "synchronous = FULL",  # what is acknowledged survives a power cut
    "temp_store = MEMORY",  # the undo history leaves nothing on the disk
    "cell_size_check = ON",  # damage is seen when a page is read
    "mmap_size = 0",  # a USB key pulled out is an error, not a crash
)


def uri(path: Path, mode: str) -> str:
    """Return SQLite's URI for a file; `mode` is "ro", "rw" or "rwc"."""
    name = path.absolute().as_posix()
    # "//server/share" and "C:/folder" both need an empty authority before them.
    return f"file://{'' if name.startswith('/') else '/'}{quote(name, safe='/:')}?mode={mode}"


def open_file(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file with nrdesk's pragmas; `mode` is "ro", "rw" or "rwc"."""
    connection = sqlite3.connect(uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        return prepared(connection)
    except (sqlite3.Error, UnicodeDecodeError):  # the file is not what it should be
        connection.close()
        raise


def prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Set nrdesk's pragmas on a connection."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def wrap(connection: sqlite3.Connection) -> Connection:
    """Return the SQLAlchemy connection over an open file."""
    model = _model()
    # SQLAlchemy types what a driver gives more narrowly than `sqlite3` does.
    creator: Callable[[], Any] = lambda: connection  # noqa: E731
    engine = Engine(StaticPool(creator), model.dialect, model.url, hide_parameters=True)
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT", compiled_cache=_COMPILED)


@cache
def _model() -> Engine:
    """Return an engine whose dialect all documents share, as compiled statements belong to a dialect."""
    engine = create_engine("sqlite://")
    engine.connect().close()  # the dialect asks SQLite what it can do
    engine.dispose()
    return engine


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the `sqlite3` connection under a SQLAlchemy connection."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def close(connection: Connection) -> None:
    """Close a connection and the file under it."""
    raw = driver(connection)
    connection.close()
    connection.engine.dispose()
    raw.close()


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write in one transaction: all of it, or nothing when anything is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite may have rolled back by itself (disk full): it then refuses to do it twice.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the value of a pragma that is a number."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
