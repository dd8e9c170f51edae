"""The results of a room in one workbook: a line a table, then who passed which exercise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nrdesk.core.moments import in_letters
from nrdesk.core.reports import xlsx
from nrdesk.core.reports.xlsx import Cell, Column, Sheet
from nrdesk.core.training import Results, Room
from nrdesk.core.written.prose import french

TITLE = "Résultats de la formation"
_PERCENT = "0\\ %"
_TABLES = (
    Column("Table", 22),
    Column("Commune", 28),
    Column("Points", 10),
    Column("Sur", 8),
    Column("Part", 8, number_format=_PERCENT),
    Column("Exercices réussis", 18),
    Column("Exercices", 11),
    Column("Indices ouverts", 16),
    Column("Minutes jusqu’au dernier réussi", 30),
)
_NOTE = (
    ("Points", "Ceux des exercices réussis, moins un par indice ouvert ; un point au moins par réussite."),
    ("Part", "Les communes n’ont pas le même nombre d’exercices : c’est la part qui se compare."),
    ("Minutes", "Du début de la séance au dernier exercice réussi, d’après l’horloge de l’ordinateur."),
    ("Ce que cela dit", "Où la salle a buté, pour y revenir. Ce n’est pas une évaluation des personnes."),
)


def write(room: Room, on: dt.date) -> bytes:
    """Return the workbook of a room.

    Args:
        room: the results gathered (`core.training.gather`).
        on: day of the training.
    """
    return xlsx.workbook(tuple(_sheets(room, on)), title=TITLE, date=on)


def _sheets(room: Room, on: dt.date) -> Iterator[Sheet]:
    yield Sheet("Tables", _TABLES, tuple(_table(each) for each in room.tables))
    yield _by_exercise(room)
    about = (
        (TITLE, in_letters(on.isoformat())),
        *_NOTE,
        *(("Fichier non lu", sentence) for sentence in room.unreadable),
    )
    rows = tuple((french(name), french(words)) for name, words in about)
    yield Sheet("Lisez-moi", (Column("À propos", 24), Column("", 96)), rows, is_table=False)


def _table(found: Results) -> tuple[Cell, ...]:
    return (
        found.table,
        found.commune,
        found.points,
        found.total,
        found.share,
        found.done,
        len(found.exercises),
        found.hints,
        found.minutes,
    )


def _by_exercise(room: Room) -> Sheet:
    """Return a line an exercise, in the order of the steps, with the points of each table that had it."""
    titles: dict[str, tuple[int, str]] = {}
    for found in room.tables:
        for each in found.exercises:
            titles.setdefault(each.id, (each.step, each.title))
    points = [{each.id: each.points for each in found.exercises} for found in room.tables]
    rows = tuple(
        (
            step,
            title,
            sum(bool(of_table.get(key)) for of_table in points),
            sum(key in of_table for of_table in points),
            *(of_table.get(key) for of_table in points),
        )
        for key, (step, title) in sorted(titles.items(), key=lambda item: item[1][0])
    )
    columns = (
        Column("Étape", 8),
        Column("Exercice", 44),
        Column("Tables qui l’ont réussi", 22),
        Column("Sur", 8),
    )
    return Sheet("Exercices", (*columns, *(Column(found.table, 14) for found in room.tables)), rows)
