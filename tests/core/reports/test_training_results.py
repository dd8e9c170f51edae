"""The workbook of a room."""

import datetime as dt
import io

import openpyxl

from nrdesk.core.reports import training_results
from nrdesk.core.training.results import ExerciseResult, Results, Room

ON = dt.date(2026, 11, 24)


def passed(id: str, step: int, points: int, total: int = 10, at: str = "") -> ExerciseResult:
    return ExerciseResult(
        id=id, step=step, title=f"Exercice {id}", done=points > 0, hints=total - points if points else 0,
        points=points, total=total, passed_at=at,
    )  # fmt: skip


BEGAN, SAVED = "2026-11-24T13:00:00.000Z", "2026-11-24T15:00:00.000Z"
ROOM = Room(
    tables=(
        Results(
            "Montclairon",
            "=Les Éclairés",
            BEGAN,
            SAVED,
            (
                passed("b", 4, 9, at="2026-11-24T13:42:10.000Z"),
                passed("a", 2, 10, at="2026-11-24T13:12:00.000Z"),
            ),
        ),
        Results("Hautegrange-sous-Bise", "Table 2", BEGAN, SAVED, (passed("a", 2, 0), passed("c", 4, 0))),
    ),
    unreadable=("« resultats-coupe.json » ne contient pas de résultats que nrdesk sache lire.",),
)


def book(room: Room = ROOM) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(training_results.write(room, ON)))


def test_a_line_tells_a_table() -> None:
    rows = list(book()["Tables"].values)
    assert rows[1] == ("=Les Éclairés", "Montclairon", 19, 20, 0.95, 2, 2, 1, 42)
    assert rows[2] == ("Table 2", "Hautegrange-sous-Bise", 0, 20, 0, 0, 2, 0, None)


def test_what_a_table_calls_itself_is_no_formula() -> None:
    assert book()["Tables"]["A2"].data_type == "s"


def test_exercises_come_in_the_order_of_the_steps_with_who_passed_them() -> None:
    titles, *rows = book()["Exercices"].values
    assert titles == ("Étape", "Exercice", "Tables qui l’ont réussi", "Sur", "=Les Éclairés", "Table 2")
    assert rows == [
        (2, "Exercice a", 1, 2, 10, 0),
        (4, "Exercice b", 1, 1, 9, None),
        (4, "Exercice c", 0, 1, None, 0),
    ]


def test_what_could_not_be_read_is_told() -> None:
    told = " ".join(str(cell) for row in book()["Lisez-moi"].values for cell in row)
    assert "resultats-coupe.json" in told
    assert "24 novembre 2026" in told


def test_an_empty_room_gives_an_empty_workbook() -> None:
    empty = book(Room(()))
    assert len(list(empty["Tables"].values)) == 1
    assert training_results.write(ROOM, ON) == training_results.write(ROOM, ON)
