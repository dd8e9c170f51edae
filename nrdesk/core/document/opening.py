"""From a path to a sound file of this version; nothing is written to a file that is refused.

The order matters: lock, application identifier, version, shape of the tables, backup, migration, check.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from sqlalchemy import insert

from nrdesk.core.document import connection as link
from nrdesk.core.document.backups import BackupKind, make_backup, rotate
from nrdesk.core.document.columns import SqlValue, layout
from nrdesk.core.document.faults import (
    NOTHING_WRITTEN,
    DamagedDocument,
    DocumentTooNew,
    ForeignDocument,
    explain_os,
    explained,
)
from nrdesk.core.document.lock import Lock
from nrdesk.core.document.migrations import LATEST, MIGRATIONS, check_pages, climb, migrate, version
from nrdesk.core.document.place import draft
from nrdesk.core.document.schema import METADATA, TABLES
from nrdesk.core.document.stamps import utc_now
from nrdesk.core.document.transaction import by_kind
from nrdesk.core.errors import SurroundingsError, UserError
from nrdesk.core.model import Authority, Campaign, Record

_MAGIC = b"SQLite format 3\0"
_NEWER = "Ce document vient d’une version plus récente de nrdesk : ce qu’elle a ajouté n’est pas montré."


@dataclass
class Opened:
    """A file that passed every check."""

    connection: sqlite3.Connection
    lock: Lock | None
    """None when the file is open for reading only."""
    warnings: list[str] = field(default_factory=list)
    """What could not be done, in French: it does not prevent from working."""


def build(path: Path, records: Iterable[Record]) -> None:
    """Write a new file with its first records, of any kinds; it appears at its path once whole.

    Raises:
        UserError: a file is already there, or the folder refuses it.
    """
    if os.path.exists(path):  # noqa: PTH110 -- says no, and not an error, of a name that no disk accepts
        raise UserError(
            f"Un fichier « {path.name} » existe déjà à cet endroit.",
            kept="Il n’est pas modifié.",
            todo="Choisissez un autre nom, ou ouvrez ce fichier.",
        )
    with draft(path) as new:
        connection = link.wrap(link.open_file(new, "rwc"))
        try:
            raw = link.driver(connection)
            raw.execute(f"PRAGMA application_id = {link.APPLICATION_ID}")
            migrate(raw)
            with link.writing(raw):
                for kind, alike in by_kind(records):
                    shape = layout(kind)
                    rows = [dict(zip(shape.by_name, shape.encode(each), strict=True)) for each in alike]
                    now: dict[str, SqlValue] = {"updated_at": utc_now()}
                    connection.execute(insert(TABLES[kind]), [row | now for row in rows])
        finally:
            link.close(connection)


def open_sound(path: Path, *, read_only: bool, take_over: bool) -> Opened:
    """Open a file, locked unless it is for reading only.

    A file or a folder that is write-protected is opened for reading, with the reason in `warnings`.

    Raises:
        UserError: the file is missing, is not a sound document, is too new, or is open elsewhere.
    """
    if read_only:
        return _for_reading(path)
    _require_file(path)
    try:
        path.open("r+b").close()  # SQLite would silently open a protected file for reading only
        lock = Lock.take(path, take_over=take_over)
    except OSError as error:
        return _for_reading(path, explain_os(error, path).what)
    with ExitStack() as on_failure:
        on_failure.callback(lock.release)
        connection = require_document(path, "rw")
        on_failure.callback(connection.close)
        with explained(NOTHING_WRITTEN):
            warnings = _bring_up(connection, path)
        on_failure.pop_all()
    return Opened(connection, lock, warnings)


def require_document(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file that is a sound document of this version or of an earlier one.

    Raises:
        DocumentTooNew: it is of a later version.
        UserError: it is missing, is another program's, holds what nrdesk never writes, or is damaged.
    """
    with explained(NOTHING_WRITTEN), ExitStack() as on_failure:
        connection = _require_ours(path, mode)
        on_failure.callback(connection.close)
        _require_known(connection)
        on_failure.pop_all()
    return connection


def _for_reading(path: Path, reason: str = "") -> Opened:
    warnings = [f"{reason} Le document est ouvert en lecture seule."] if reason else []
    with explained(NOTHING_WRITTEN), ExitStack() as on_failure:
        connection = _require_ours(path, "ro")
        on_failure.callback(connection.close)
        if version(connection) > LATEST and _has_our_columns(connection):
            check_pages(connection)
            warnings.append(_NEWER)
        else:
            _require_known(connection)
        if version(connection) >= LATEST:
            on_failure.pop_all()
            return Opened(connection, None, warnings)
        # Brought to this version in memory: the file is not ours to change.
        memory = link.prepared(sqlite3.connect(":memory:", isolation_level=None))
        connection.backup(memory)
        migrate(memory)
    return Opened(memory, None, warnings)


def _bring_up(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Back up and migrate an older file, make the backup of the day; return what could not be done."""
    if version(connection) < LATEST:
        make_backup(connection, path, BackupKind.BEFORE_UPGRADE)
        migrate(connection)
    # A file that another program turned to WAL: unsafe on network shares.
    connection.execute("PRAGMA journal_mode = DELETE")
    try:
        rotate(connection, path)
    except (OSError, SurroundingsError) as error:
        told = explain_os(error, path) if isinstance(error, OSError) else error
        return [f"La sauvegarde du jour n’a pas pu être faite. {told.what}"]
    return []


def _require_file(path: Path) -> None:
    """Read what the first bytes say, before SQLite is given the file.

    Raises:
        UserError: there is no file, or its first bytes are not those of a SQLite file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise explain_os(error, path) from error
    if not head:
        raise DamagedDocument("Il est vide.")
    if head != _MAGIC:
        raise ForeignDocument("Son contenu est d’une autre nature.")


def _require_ours(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file of any version that bears our mark and brings nothing that runs on its own."""
    _require_file(path)
    with ExitStack() as on_failure:
        connection = link.open_file(path, mode)
        on_failure.callback(connection.close)
        if link.pragma(connection, "application_id") != link.APPLICATION_ID:
            raise ForeignDocument("C’est la base de données d’un autre programme.")
        # SQLite reads the end of a page that was cut off as zeros, which an empty table is full of.
        if path.stat().st_size % link.pragma(connection, "page_size"):
            raise DamagedDocument("Sa fin manque.")
        strangers = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
        if names := ", ".join(name for (name,) in strangers):
            raise UserError(
                f"Ce fichier contient des éléments que nrdesk n’écrit jamais ({names}).",
                kept="Par prudence, il n’est pas ouvert.",
                todo="Demandez à son auteur d’où il vient.",
            )
        on_failure.pop_all()
    return connection


def _require_known(connection: sqlite3.Connection) -> None:
    """Check that a file is of a version that we know, has exactly its tables, and is sound."""
    found = version(connection)
    if found > LATEST:
        raise DocumentTooNew(found, LATEST)
    if found < 1 or _shape(connection) != _ladder_shape(found):
        raise DamagedDocument("Ses tables ne sont pas celles que nrdesk écrit.")
    check_pages(connection)
    for record in (Authority, Campaign):
        if not connection.execute(f"SELECT 1 FROM {record.TABLE} LIMIT 1").fetchone():
            raise DamagedDocument("Il ne contient pas de collectivité ou pas de campagne.")


def _shape(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'"
    )
    return frozenset((kind, name, _bare(sql)) for kind, name, sql in rows)


@lru_cache(maxsize=1024)
def _bare(sql: str) -> str:
    """Return SQL without quotes and spaces, which versions of SQLite write differently after ALTER TABLE."""
    return re.sub(r'[\s"]', "", sql).lower()


@cache
def _ladder_shape(found: int) -> frozenset[tuple[str, str, str]]:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        climb(memory, MIGRATIONS[:found])
        return _shape(memory)
    finally:
        memory.close()


def _has_our_columns(connection: sqlite3.Connection) -> bool:
    def columns(table: str) -> set[str]:
        return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}

    return all(columns(table.name) >= set(table.columns.keys()) for table in METADATA.sorted_tables)
