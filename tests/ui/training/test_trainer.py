"""What the trainer has: the answers, papers, the wall, the results of the room."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core import training
from nrdesk.core.document import Document
from nrdesk.core.model import AwarenessSession
from nrdesk.core.reports.trainer_guide.programme import programme
from nrdesk.ui.training.trainer import TrainerPage
from nrdesk.ui.training.wall import Slide, Wall
from nrdesk.ui.widgets import text

_K = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> TrainerPage:
    made = TrainerPage()
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    return made


@pytest.fixture
def wall(qtbot: QtBot) -> Iterator[Wall]:
    parent = QWidget()
    qtbot.addWidget(parent)
    slides = (
        Slide("1", "Pause", ("On souffle",), minutes=1),
        Slide("2", "Devinette", (), answer=("Un écran",)),
    )
    made = Wall("Mur", slides, parent)
    made.resize(1280, 720)
    made.show()
    yield made
    parent.deleteLater()


def _told(root: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in root.findChildren(QLabel) if not label.isHidden())


def _press(root: QWidget, words: str, qtbot: QtBot) -> None:
    (found,) = [each for each in root.findChildren(QPushButton) if each.text() == words]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", ["village", "bourg", "ville"])
def test_every_answer_of_a_commune_can_be_read(page: TrainerPage, key: str) -> None:
    card = page.answers
    card.commune.setCurrentIndex(card.commune.findData(key))
    exercises = training.exercises(key)
    assert card.list.count() == len(exercises)
    for place, exercise in enumerate(exercises):
        card.list.setCurrentRow(place)
        assert exercise.solution.strip() in _told(card)


@pytest.mark.slow
def test_the_guide_and_the_sheets_are_written_without_a_document(
    page: TrainerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "papier.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    for words in ("Guide en Word", "Énoncés en Word"):
        _press(page, words, qtbot)
        assert target.read_bytes().startswith(b"PK")
        target.unlink()


def test_the_session_goes_on_the_wall_with_its_times(page: TrainerPage) -> None:
    wall = page.project_session()
    seconds = []
    for _ in programme().sequences:
        seconds.append(wall.seconds_left)
        wall.move_by(1)
    assert sum(seconds) == 3 * 3600
    wall.close()


def test_the_wall_begins_with_the_exercise_that_is_read(page: TrainerPage) -> None:
    page.answers.list.setCurrentRow(5)
    wall = page.answers.project()
    exercise = page.answers.exercises[5]
    assert wall.slide.title == exercise.title
    assert exercise.solution.strip() not in _told(wall)
    wall.toggle_answer()
    assert text.tied(exercise.solution.strip()) in _told(wall)
    wall.close()


def test_keys_of_a_remote_turn_the_slides(wall: Wall, qtbot: QtBot) -> None:
    qtbot.keyClick(wall, _K.Key_PageDown)
    assert wall.slide.title == "Devinette"
    qtbot.keyClick(wall, _K.Key_PageDown)
    assert wall.slide.title == "Devinette", "the last one stays"
    assert "Un écran" not in _told(wall)
    qtbot.keyClick(wall, _K.Key_Space)
    assert "Un écran" in _told(wall)
    qtbot.keyClick(wall, _K.Key_PageUp)
    assert wall.slide.title == "Pause"


def test_the_time_runs_stops_and_says_that_it_is_over(wall: Wall, qtbot: QtBot) -> None:
    assert not wall.is_running
    qtbot.keyClick(wall, _K.Key_Space)
    assert wall.is_running
    for _ in range(59):
        wall._count_down()
    assert "0\u00a0min\u00a001" in _told(wall)
    wall._count_down()
    assert "C’est l’heure" in _told(wall)
    assert not wall.is_running
    qtbot.keyClick(wall, _K.Key_Space)
    assert not wall.is_running


def test_nothing_runs_behind_a_wall_that_is_left(wall: Wall, qtbot: QtBot) -> None:
    wall.toggle_time()
    wall.hide()
    assert not wall.is_running


def _results(as_new: Path, tmp_path: Path) -> Path:
    """Return a USB key: the results of two tables, one of which dated a session, and a damaged file."""
    key = tmp_path / "cle"
    key.mkdir()
    for table in ("Les Tilleuls", "La Halle"):
        folder = Path(shutil.copytree(as_new, tmp_path / table))
        with Document.open(folder / "exercice.nrdesk") as document:
            if table == "La Halle":
                with document.action("Renommer") as tx:
                    tx.set_setting("training", {**(document.setting("training") or {}), "table": table})
                second = document.ids(AwarenessSession)[1]
                with document.action("Dater") as tx:
                    tx.update(AwarenessSession, second, held_on="2027-03")
            training.save_results(document, key)
    (key / "resultats-abime.json").write_text("rien", encoding="utf-8")
    return key


def test_the_results_of_the_room_are_compared_and_kept(
    page: TrainerPage, as_new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    key = _results(as_new, tmp_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(key))
    assert not page.room.save_button.isEnabled()
    _press(page, "Rassembler les résultats…", qtbot)
    tables, exercises = page.room.findChildren(QTableWidget)
    shown = [[tables.item(row, column).text() for column in (0, 4)] for row in range(tables.rowCount())]
    assert shown == [["La Halle", "1 sur 26"], ["Les Tilleuls", "0 sur 26"]]
    last = exercises.rowCount() - 1
    assert exercises.item(last, 0).text() == "Dater la prochaine séance"
    assert exercises.item(last, 2).text() == "1 sur 2"
    assert "resultats-abime.json" in _told(page.room)
    target = tmp_path / "salle.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    _press(page, "Enregistrer en Excel…", qtbot)
    assert target.read_bytes().startswith(b"PK")


def test_two_tables_of_the_same_name_keep_their_results(as_new: Path, tmp_path: Path) -> None:
    for place in ("un", "deux"):
        folder = Path(shutil.copytree(as_new, tmp_path / place))
        with Document.open(folder / "exercice.nrdesk") as document:
            if place == "deux":
                told = {**(document.setting("training") or {}), "started_at": "2026-11-22T13:00:00+00:00"}
                with document.action("Un autre jour") as tx:
                    tx.set_setting("training", told)
            training.save_results(document, tmp_path)
            training.save_results(document, tmp_path)
    assert len(training.gather([tmp_path]).tables) == 2


def test_a_folder_without_results_is_said(page: TrainerPage, tmp_path: Path) -> None:
    page.room.gather([tmp_path])
    assert "Aucun résultat dans ce dossier." in _told(page.room)
    assert not page.room.save_button.isEnabled()
