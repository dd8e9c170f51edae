"""The score of a table, the file that it hands in, and the room gathered."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from nrdesk.core import training
from nrdesk.core.document import Document
from nrdesk.core.errors import SurroundingsError
from tests.core.training.solutions import SOLUTIONS

Opened = Callable[[str], Document]


def line_of(doc: Document, id: str) -> training.Line:
    return next(line for line in training.score(doc).lines if line.exercise.id == id)


def test_a_hint_costs_a_point_and_undoing_does_not_give_it_back(opened: Opened) -> None:
    doc = opened("village")
    exercise = line_of(doc, "quantite").exercise
    assert training.hint(doc, exercise) == exercise.hints[:1]
    SOLUTIONS["quantite"](doc)
    assert (line_of(doc, "quantite").hints, line_of(doc, "quantite").points) == (1, exercise.points - 1)
    doc.undo()
    assert line_of(doc, "quantite").points == 0
    doc.redo()
    assert training.hints_opened(doc, exercise) == exercise.hints[:1]
    for _ in range(5):
        shown = training.hint(doc, exercise)
    assert shown == exercise.hints
    assert line_of(doc, "quantite").points == exercise.points - len(exercise.hints)


def test_looking_writes_nothing_in_the_document(opened: Opened) -> None:
    doc = opened("village")
    SOLUTIONS["quantite"](doc)
    label = doc.undo_label
    assert line_of(doc, "quantite").passed_at
    assert doc.undo_label == label == "Répondre"


def test_the_moment_of_a_success_is_that_of_the_first(opened: Opened) -> None:
    doc = opened("village")
    SOLUTIONS["quantite"](doc)
    first = line_of(doc, "quantite").passed_at
    doc.undo()
    line_of(doc, "quantite")
    doc.redo()
    assert line_of(doc, "quantite").passed_at == first


def test_a_notebook_that_is_lost_or_damaged_loses_no_work(opened: Opened) -> None:
    doc = opened("village")
    SOLUTIONS["quantite"](doc)
    training.score(doc)
    (notebook,) = doc.path.parent.glob("*.seance.json")
    notebook.write_text("{", encoding="utf-8")
    assert training.score(doc).done == 1
    notebook.unlink()
    assert training.score(doc).done == 1


def test_a_document_open_for_reading_is_scored_too(opened: Opened) -> None:
    path = opened("bourg").path
    with Document.open(path, read_only=True) as doc:
        assert training.score(doc).total > 0
    assert not list(path.parent.glob("*.seance.json"))


def test_the_room_is_gathered_from_keys_with_every_bad_file_named(opened: Opened, tmp_path: Path) -> None:
    village, bourg = opened("village"), opened("bourg")
    SOLUTIONS["quantite"](village)
    keys = [tmp_path / "clé 1", tmp_path / "clé 2"]
    for key in keys:
        key.mkdir()
    handed_in = training.save_results(village, keys[0])
    assert handed_in.name == "resultats-table-1.json"
    early = handed_in.read_text("utf-8")
    SOLUTIONS["dates"](village)
    training.save_results(village, keys[0])
    # The first results of the same session, found again on another key, do not count twice.
    (keys[1] / "resultats-ancien.json").write_text(early, encoding="utf-8")
    training.save_results(bourg, keys[1])
    bad = {
        "resultats-coupe.json": "{",
        "resultats-liste.json": "[]",
        "resultats-profond.json": "[" * 50_000,
        "resultats-long.json": early.replace('"table": "', '"table": "' + "T" * 301),
        "resultats-lourd.json": " " * 1_000_001 + early,
        "resultats-autre.json": json.dumps({"format": "autre"}),
        "resultats-points.json": early.replace('"points": 0', '"points": "beaucoup"', 1),
        "resultats-date.json": early.replace('"started_at": "2', '"started_at": "hier 2'),
    }
    for name, content in bad.items():
        (keys[1] / name).write_text(content, encoding="utf-8")
    (keys[1] / "photo.json").write_text("{}", encoding="utf-8")
    missing = tmp_path / "resultats-parti.json"

    room = training.gather([*keys, missing])

    assert [(each.commune, each.done) for each in room.tables] == [
        ("Hautegrange-sous-Bise", 2),
        ("Montclairon", 0),
    ]
    named = " ".join(room.unreadable)
    assert len(room.unreadable) == len(bad) + 1
    assert all(name in named for name in (*bad, missing.name))


def test_a_key_that_refuses_is_told(opened: Opened, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="introuvable"):
        training.save_results(opened("village"), tmp_path / "clé retirée")


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Les Éclairés !", "les-eclaires"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "table"),
        ("中文", "table"),
        ("T" * 90, "t" * 40),
    ],
)
def test_whatever_a_table_calls_itself_its_file_has_a_name(table: str, name: str, tmp_path: Path) -> None:
    with training.create("village", tmp_path / "exercice.nrdesk", table) as doc:
        assert training.save_results(doc, tmp_path).name == f"resultats-{name}.json"
