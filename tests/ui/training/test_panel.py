"""The exercises beside the pages: reading, looking, hints that cost, results on a key."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core import training
from nrdesk.core.model import AwarenessSession
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.training import panel as panels
from nrdesk.ui.training.panel import ExercisesPanel
from nrdesk.ui.widgets.rows import LinkRow


def _told(root: QWidget) -> str:
    """Return what is shown, with plain spaces."""
    QApplication.processEvents()
    return _plain("\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible()))


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ").strip()


def _pass(session: Session) -> None:
    """Do the exercise « suite »: give its month to the session that has none."""
    with session.act("Dater") as tx:
        tx.update(AwarenessSession, session.document.ids(AwarenessSession)[1], held_on="2027-03")


def test_every_exercise_is_in_the_list_under_its_step(panel: ExercisesPanel) -> None:
    rows = panel.list.findChildren(LinkRow)
    assert [name_of(row) for row in rows] == [each.title for each in training.exercises("bourg")]
    assert "« Les Tilleuls »" in _told(panel)
    assert "ÉTAPE 4 · Réaliser l’état des lieux" in _told(panel)


def test_everything_has_a_name(panel: ExercisesPanel) -> None:
    assert [repr(each) for each in focusable(panel) if not name_of(each).strip()] == []
    panel.open("import")
    assert [repr(each) for each in focusable(panel) if not name_of(each).strip()] == []


def test_the_keyboard_opens_an_exercise_and_comes_back_to_it(panel: ExercisesPanel, qtbot: QtBot) -> None:
    row = panel.list.findChildren(LinkRow)[3]
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert panel.view.exercise == training.exercises("bourg")[3]
    assert _plain(panel.view.exercise.statement) in _told(panel)
    qtbot.keyClick(panel.view.back_button, Qt.Key.Key_Space)
    assert panel.list.findChildren(LinkRow)[3].isVisible()


def test_a_check_says_what_is_missing_then_that_it_is_passed(
    panel: ExercisesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.open("suite")
    qtbot.mouseClick(panel.view.check_button, Qt.MouseButton.LeftButton)
    assert "Pas encore" in _told(panel)
    assert panel.score.done == 0
    _pass(session)
    assert "Pas encore" not in _told(panel), "what was said of the document before it changed is gone"
    qtbot.mouseClick(panel.view.check_button, Qt.MouseButton.LeftButton)
    assert "Réussi" in _told(panel)
    assert (panel.score.points, panel.score.done) == (5, 1)
    panel.show_list()
    assert "Réussi : 5 points" in _told(panel)


def test_the_score_follows_the_document_without_being_asked(
    panel: ExercisesPanel, session: Session, qtbot: QtBot
) -> None:
    _pass(session)
    qtbot.waitUntil(lambda: panel.score.done == 1)
    session.undo()
    qtbot.waitUntil(lambda: panel.score.done == 0)


def test_a_hint_costs_a_point_and_stays_open(panel: ExercisesPanel, session: Session, qtbot: QtBot) -> None:
    panel.open("suite")
    assert panel.view.exercise is not None
    first, *others = panel.view.exercise.hints
    qtbot.mouseClick(panel.view.hint_button, Qt.MouseButton.LeftButton)
    assert _plain(first) in _told(panel)
    panel.open("import")
    panel.open("suite")
    assert _plain(first) in _told(panel)
    _pass(session)
    panel.refresh()
    assert panel.score.points == 4
    for _ in others:
        qtbot.mouseClick(panel.view.hint_button, Qt.MouseButton.LeftButton)
    assert not panel.view.hint_button.isEnabled()


def test_a_file_that_is_handed_out_is_said_to_be_there(panel: ExercisesPanel, session: Session) -> None:
    panel.open("import")
    folder = session.document.path.parent
    assert (folder / "inventaire-ecole.csv").exists()
    assert str(folder) in _told(panel)


def test_going_there_asks_for_the_page_and_its_field(panel: ExercisesPanel, qtbot: QtBot) -> None:
    for each in training.exercises("bourg"):
        panel.open(each.id)
        with qtbot.waitSignal(panel.place_asked) as asked:
            qtbot.mouseClick(panel.view.go_button, Qt.MouseButton.LeftButton)
        assert asked.args == [each.place.page, each.place.field]


def test_one_goes_from_an_exercise_to_the_next(panel: ExercisesPanel) -> None:
    exercises = training.exercises("bourg")
    panel.open(exercises[0].id)
    panel.view.moved.emit(1)
    assert panel.view.exercise == exercises[1]
    panel.view.moved.emit(-1)
    assert panel.view.exercise == exercises[0]


def test_results_go_to_the_folder_that_is_chosen(
    panel: ExercisesPanel, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    key = tmp_path / "cle"
    key.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(key))
    monkeypatch.setattr(panels, "say", lambda *_: None)
    _pass(session)
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    (written,) = key.iterdir()
    assert written.name == "resultats-les-tilleuls.json"
    assert json.loads(written.read_text(encoding="utf-8"))["table"] == "Les Tilleuls"


@pytest.mark.parametrize("agreed", [True, False])
def test_starting_again_is_asked_first(
    panel: ExercisesPanel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, agreed: bool
) -> None:
    asked: list[bool] = []
    panel.reset_asked.connect(lambda: asked.append(True))
    monkeypatch.setattr(panels, "ask", lambda *_, **__: agreed)
    qtbot.mouseClick(panel.reset_button, Qt.MouseButton.LeftButton)
    assert bool(asked) is agreed
