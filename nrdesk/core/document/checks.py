"""Whether a document is sound, said in French."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

from nrdesk.core.document.columns import Column, layout
from nrdesk.core.document.faults import explain
from nrdesk.core.document.schema import TABLES
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Record


def verify(connection: sqlite3.Connection) -> list[str]:
    """Return what is wrong with a document, a sentence each; nothing when it is sound."""
    found = []
    try:
        for problem in _problems(connection):
            found.append(problem)
    except sqlite3.DatabaseError as error:
        # Too damaged for SQLite to go on.
        found.append((explain(error) or UserError("Le fichier est illisible.")).what)
    return found


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check(100)")]
    if faults != ["ok"]:
        places = count(len(faults), "endroit")
        yield f"La structure du fichier est abîmée à {places} au moins (détail technique : {faults[0]})."
    links = Counter((row[0], row[2]) for row in connection.execute("PRAGMA foreign_key_check"))
    for (table, parent), number in links.items():
        lines = count(number, "ligne renvoie", "lignes renvoient")
        yield f"Table « {table} » : {lines} à une ligne de « {parent} » qui n’existe pas."
    for record, table in TABLES.items():
        for column in layout(record).columns:
            if column.choices:
                values = connection.execute(f"SELECT DISTINCT {column.name} FROM {table.name}")
                for unknown in {value for (value,) in values} - {None, *column.choices}:
                    yield f"La valeur « {unknown} » est inconnue ({table.name}.{column.name})."
            for text in strange_values(connection, record, column):
                yield f"{column.refusal(text)}."


def strange_values(connection: sqlite3.Connection, record: type[Record], column: Column) -> list[Any]:
    """Return the values of a column that mean nothing in it, in order."""
    if not column.accepts:
        return []
    values = connection.execute(f"SELECT DISTINCT {column.name} FROM {record.TABLE}")
    return sorted(column.strange(value for (value,) in values))
