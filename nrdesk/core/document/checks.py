"""Whether a document is sound, said in French."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping

from nrdesk.core import dates
from nrdesk.core.document.columns import layout
from nrdesk.core.document.faults import explain
from nrdesk.core.document.schema import TABLES
from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Campaign, Equipment, Record

DATES: Mapping[type[Record], tuple[str, ...]] = {
    Campaign: ("as_of",),
    Equipment: ("purchased", "retired"),
}
"""Columns of dates that figures are computed with: nothing can be computed with another text."""


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
    for record, names in DATES.items():
        for name in names:
            for text in unreadable_dates(connection, record, name):
                yield f"« {text} » n’est pas une date ({record.TABLE}.{name})."


def unreadable_dates(connection: sqlite3.Connection, record: type[Record], name: str) -> list[str]:
    """Return the texts of a column of dates that are none."""
    statement = f"SELECT DISTINCT {name} FROM {record.TABLE} WHERE {name} IS NOT NULL ORDER BY {name}"
    return [text for (text,) in connection.execute(statement) if not dates.is_partial_date(text)]
