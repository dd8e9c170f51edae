"""One edit made durable, and a command on many rows undone: quality bars 8 and 9 of the design.

The floor of an edit is one UPDATE committed by `sqlite3` in the same journal mode; ours also keeps the row as
it was, writes the journal and checks that the file is still in its place. The floor of an undo is the edit
itself. The last line compares our history with the other candidate, the log of SQL texts written by TEMP
triggers that SQLite documents (https://www.sqlite.org/undoredo.html): the same change, then its undo.
"""

import itertools
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from nrdesk.core.document import Document
from nrdesk.core.document.connection import open_file, writing
from nrdesk.core.document.schema import TABLES
from nrdesk.core.model import Authority, Equipment
from tests.benchmarks.harness import Measure, compare

LINES = 10_000
EDITS = 25
"""Edits timed together: one alone is at the mercy of the disk."""


def filled(path: Path, lines: int = LINES) -> Document:
    """Return a document with an inventory."""
    document = Document.create(path, Authority(name="Échirolles"), year=2025)
    campaign_id = document.campaign.id
    with document.action("Importer") as tx:
        tx.add_all(
            Equipment(
                campaign_id=campaign_id,
                number=f"NR{n:06}",
                category="laptop",
                brand="Dell",
                model="Latitude 5490",
                site=f"Site {n % 40}",
                purchased="2019-03",
                serial_number=f"SN{n:08}",
            )
            for n in range(lines)
        )
    return document


def edits(document: Document) -> Callable[[], None]:
    """Return the work of editing one cell, some times over."""
    values = itertools.count()
    ids = itertools.cycle(document.ids(Equipment)[::7])

    def work() -> None:
        for _ in range(EDITS):
            with document.action("Modifier le site") as tx:
                tx.update(Equipment, next(ids), site=f"Site {next(values)}")

    return work


def raw_edits(connection: sqlite3.Connection) -> Callable[[], None]:
    """Return the same edits, with nothing but SQLite."""
    values = itertools.count()
    ids = itertools.cycle([row[0] for row in connection.execute("SELECT id FROM equipment")][::7])

    def work() -> None:
        for _ in range(EDITS):
            row = (f"Site {next(values)}", next(ids))
            connection.execute("UPDATE equipment SET site = ? WHERE id = ?", row)

    return work


def bulk_edit(document: Document) -> Callable[[], None]:
    """Return the work of changing every row in one action."""
    values, ids = itertools.count(), document.ids(Equipment)

    def work() -> None:
        with document.action("Modifier tous les sites") as tx:
            tx.update_all(Equipment, ids, site=f"Partout {next(values)}")

    return work


def trigger_log(connection: sqlite3.Connection) -> Callable[[], None]:
    """Return the work of changing every row then undoing it, with a log written by a TEMP trigger."""
    columns = [column.name for column in TABLES[Equipment].columns]
    changes = " || ',".join(f"{name}=' || quote(old.{name})" for name in columns)
    connection.execute("CREATE TEMP TABLE log (seq INTEGER PRIMARY KEY, sql TEXT)")
    connection.execute(
        "CREATE TEMP TRIGGER logged AFTER UPDATE ON equipment BEGIN INSERT INTO log (sql) VALUES ("
        f"'UPDATE equipment SET {changes} || ' WHERE id=' || quote(old.id)); END"
    )
    values = itertools.count()

    def work() -> None:
        with writing(connection):
            connection.execute("UPDATE equipment SET site = ?", (f"Partout {next(values)}",))
        with writing(connection):
            log = connection.execute("SELECT sql FROM log ORDER BY seq DESC").fetchall()
            connection.execute("DELETE FROM log")
            for (sql,) in log:
                connection.execute(sql)
            connection.execute("DELETE FROM log")

    return work


def measures() -> Iterable[Measure]:
    """Yield the lines of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled(folder / "raw.nrdesk").close()
        with (
            filled(folder / "ours.nrdesk") as document,
            closing(open_file(folder / "raw.nrdesk", "rw")) as raw,
        ):
            yield compare(
                f"{EDITS} saisies enregistrées, chacune annulable",
                edits(document),
                raw_edits(raw),
                goal=2.0,
                floor_name="sqlite3, une mise à jour validée",
            )
            edit = bulk_edit(document)
            edit()
            yield compare(
                f"annuler la modification de {LINES} lignes",
                document.undo,
                edit,
                goal=4.0,
                floor_name="la modification elle-même",
            )
            log = trigger_log(raw)

            def both() -> None:
                edit()
                document.undo()

            yield compare(
                f"modifier {LINES} lignes puis annuler",
                both,
                log,
                goal=1.0,
                floor_name="journal par déclencheurs TEMP",
            )
