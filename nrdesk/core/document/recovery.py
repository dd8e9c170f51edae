"""Saving what can be read of a damaged file into a new document.

The damaged file is copied and only the copy is opened. Each table is read by ranges of identifiers, cut in
two wherever SQLite meets a damaged page, down to the row: what is lost is what lay in the damaged pages.
Where the table cannot be walked from end to end, the missing identifiers come from its index, stored
elsewhere. What was read enters an empty file of the same version, which then climbs the ladder.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrdesk.core.document.connection import APPLICATION_ID, open_file, pragma, writing
from nrdesk.core.document.faults import DamagedDocument, explain_os, explained
from nrdesk.core.document.mending import LABELS, mend
from nrdesk.core.document.migrations import LATEST, MIGRATIONS, check_links, check_pages, climb, version
from nrdesk.core.document.place import copy, journal
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import RECORDS

_RANGE = 256
"""Rows read at once while nothing is damaged."""

_Row = Sequence[Any]
_Notes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableReport:
    """What became of one table."""

    table: str
    recovered: int
    lost: int
    """Rows known to have existed and that could not be read."""
    walked: bool
    """Whether the table could be read from end to end: if not, other rows may have been lost unseen."""

    def __str__(self) -> str:
        """Return the sentence of the report."""
        label = LABELS.get(self.table, self.table).capitalize()
        kept = count(self.recovered, "ligne récupérée", "lignes récupérées")
        gone = f", {count(self.lost, 'ligne perdue', 'lignes perdues')}" if self.lost else ""
        doubt = "" if self.walked else " (d’autres ont pu disparaître sans trace)"
        return f"{label}{NBSP}: {kept}{gone}{doubt}."


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was saved of a damaged document."""

    path: Path
    """The new document."""
    tables: tuple[TableReport, ...]
    notes: tuple[str, ...]
    """What was rebuilt and must be checked, in French."""

    @property
    def complete(self) -> bool:
        """Whether nothing is known to be lost."""
        return not self.notes and all(table.walked and not table.lost for table in self.tables)

    def sentences(self) -> tuple[str, ...]:
        """Return the report in French, a sentence each."""
        return (*map(str, self.tables), *self.notes)


def recover(damaged: Path, target: Path) -> RecoveryReport:
    """Save every readable row of a damaged file into a new document of this version.

    Raises:
        UserError: nothing could be read, or a file is already at `target`.
        SurroundingsError: the disk or a folder refused.
    """
    if target.exists():
        raise UserError(f"Un fichier « {target.name} » existe déjà.", todo="Choisissez un autre nom.")
    with tempfile.TemporaryDirectory(prefix="nrdesk-") as folder:
        source = Path(folder) / "damaged.nrdesk"
        try:
            shutil.copyfile(damaged, source)
            if journal(damaged).exists():
                shutil.copyfile(journal(damaged), journal(source))
        except OSError as error:
            raise explain_os(error, damaged) from error
        _mend_header(source)
        try:
            with (
                explained(kept=""),
                closing(open_file(source, "rw")) as old,
                closing(open_file(Path(folder) / "new.nrdesk", "rwc")) as new,
            ):
                old.text_factory = lambda text: text.decode("utf-8", "replace")
                tables, notes = _save(old, new)
                copy(new, target)
        except DamagedDocument as error:
            raise UserError(
                "Rien n’a pu être lu dans ce fichier.",
                kept="Il n’a pas été modifié.",
                todo="Restaurez une sauvegarde.",
            ) from error
    return RecoveryReport(target, tables, notes)


def _save(old: sqlite3.Connection, new: sqlite3.Connection) -> tuple[tuple[TableReport, ...], _Notes]:
    found = version(old) if 1 <= version(old) <= LATEST else LATEST
    new.execute("PRAGMA foreign_keys = OFF")
    new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with writing(new):
        climb(new, MIGRATIONS[:found])
        tables = tuple(
            _save_table(old, new, record.TABLE) for record in RECORDS if _columns(new, record.TABLE)
        )
        if not any(table.recovered for table in tables):
            raise DamagedDocument("")
        climb(new)
        notes = tuple(mend(new))
        check_pages(new)
        check_links(new)
    return tables, notes


def _save_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> TableReport:
    columns = [name for name in _columns(new, table) if name in _columns(old, table)]
    if "id" not in columns:
        return TableReport(table, 0, 0, walked=False)
    ids, walked = _identifiers(old, table)
    listed = ", ".join(f'"{name}"' for name in columns)
    statement = f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"
    recovered = 0
    for start in range(0, len(ids), _RANGE):
        for row in _rows(old, f"SELECT {listed} FROM {table}", ids[start : start + _RANGE]):
            with suppress(sqlite3.IntegrityError):  # a value that the damage changed beyond its type
                new.execute(statement, row)
                recovered += 1
    return TableReport(table, recovered, max(0, len(ids) - recovered), walked)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _identifiers(old: sqlite3.Connection, table: str) -> tuple[list[str], bool]:
    """Return the identifiers of a table in order, and whether it could be walked from end to end.

    When it is broken, they come from both ends and from its indexes.
    """
    ids: set[str] = set()

    def gather(tail: str) -> bool:
        try:
            for row in old.execute(f"SELECT id FROM {table} {tail}"):
                ids.add(row[0])
        except sqlite3.DatabaseError:
            return False
        return True

    walked = gather("NOT INDEXED ORDER BY id")
    if not walked:
        gather("NOT INDEXED ORDER BY id DESC")
        for name in _indexes(old, table):
            gather(f'INDEXED BY "{name}"')
    return sorted(id for id in ids if isinstance(id, str)), walked


def _indexes(old: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in old.execute(f"PRAGMA index_list({table})") if row[3] == "c"]


def _rows(old: sqlite3.Connection, select: str, ids: list[str]) -> Iterator[_Row]:
    """Read the rows from the first to the last of `ids`, dividing the range around what cannot be read."""
    try:
        rows = old.execute(f"{select} WHERE id BETWEEN ? AND ? ORDER BY id", (ids[0], ids[-1])).fetchall()
    except sqlite3.DatabaseError:
        if len(ids) > 1:
            yield from _rows(old, select, ids[: len(ids) // 2])
            yield from _rows(old, select, ids[len(ids) // 2 :])
    else:
        yield from rows


def _mend_header(copied: Path) -> None:
    """Give a file whose first bytes are damaged the header of a sound one.

    All our files have the same: what differs (number of pages, free pages) SQLite finds by itself when the
    two counters that vouch for it do not agree (SQLite file format, 1.3).
    """
    # A DatabaseError means that it is not even a SQLite file any more.
    with suppress(sqlite3.DatabaseError), closing(open_file(copied, "rw")) as connection:
        if pragma(connection, "application_id") == APPLICATION_ID:
            return
    sound = copied.with_name("sound.nrdesk")
    with closing(open_file(sound, "rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        with writing(connection):
            climb(connection)
    header = bytearray(sound.read_bytes()[:100])
    header[28:40] = bytes(12)  # pages in the file, first free page, number of free pages
    with copied.open("r+b") as file:
        file.write(header)
