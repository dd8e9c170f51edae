"""The quiz, alone and projected, by real keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.branding import contrast
from nrdesk.core.reference.quiz import LETTERS, Question
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step02_knowledge.projected_quiz import ProjectedQuiz
from nrdesk.ui.steps.step02_knowledge.quiz import QuizCard
from nrdesk.ui.steps.step02_knowledge.solo_quiz import SoloQuiz
from nrdesk.ui.theme import projection
from nrdesk.ui.widgets.card import Card

_K = Qt.Key
_DIGITS = (_K.Key_1, _K.Key_2, _K.Key_3, _K.Key_4)
_FRENCH = (_K.Key_Ampersand, _K.Key_Eacute, _K.Key_QuoteDbl, _K.Key_Apostrophe)
_LETTERS = (_K.Key_A, _K.Key_B, _K.Key_C, _K.Key_D)


@pytest.fixture
def card(session: Session, host: Callable[[Card], None]) -> QuizCard:
    made = QuizCard(session)
    host(made)
    made.number.setCurrentIndex(made.number.findText("5"))
    return made


def _shown(widget: QuizCard | SoloQuiz | ProjectedQuiz) -> str:
    QApplication.processEvents()
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def _press(card: QuizCard, qtbot: QtBot, words: str) -> None:
    QApplication.processEvents()
    found = (each for each in card.findChildren(QPushButton) if each.text() == words and each.isVisible())
    qtbot.mouseClick(next(found), Qt.MouseButton.LeftButton)


@pytest.fixture
def solo(card: QuizCard, qtbot: QtBot) -> SoloQuiz:
    card.play_button.setFocus()
    qtbot.keyClick(card.play_button, _K.Key_Space)
    QApplication.processEvents()
    assert card.solo is not None
    return card.solo


def _question(solo: SoloQuiz) -> Question:
    assert solo.game.question is not None
    return solo.game.question


def _type(qtbot: QtBot, key: Qt.Key) -> None:
    QApplication.processEvents()
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_right_answer_is_explained_at_once(solo: SoloQuiz, qtbot: QtBot) -> None:
    question = _question(solo)
    _type(qtbot, _LETTERS[question.answer])
    shown = _shown(solo)
    assert "Juste" in shown
    assert "Bonne réponse" in shown
    assert question.explanation.split(" ")[0] in shown
    assert "Source\u00a0:" in shown


@pytest.mark.parametrize("keys", [_DIGITS, _FRENCH, _LETTERS], ids=["digits", "french", "letters"])
def test_a_wrong_answer_is_said(solo: SoloQuiz, qtbot: QtBot, keys: tuple[Qt.Key, ...]) -> None:
    question = _question(solo)
    wrong = (question.answer + 1) % 4
    _type(qtbot, keys[wrong])
    shown = _shown(solo)
    assert f"Non, la bonne réponse est {LETTERS[question.answer]}" in shown
    assert "Votre réponse" in shown
    assert solo.game.score == 0


def test_a_click_chooses_and_the_first_choice_counts(solo: SoloQuiz, qtbot: QtBot) -> None:
    answer = _question(solo).answer
    right = next(each for each in focusable(solo) if name_of(each).startswith(LETTERS[answer]))
    qtbot.mouseClick(right, Qt.MouseButton.LeftButton)
    _type(qtbot, _LETTERS[(answer + 1) % 4])
    assert solo.game.score == 1


def _play_to_the_end(solo: SoloQuiz, qtbot: QtBot) -> None:
    while solo.game.question:
        _type(qtbot, _LETTERS[_question(solo).answer])
        _type(qtbot, _K.Key_Return)


def test_by_the_keyboard_from_the_first_question_to_the_file(
    card: QuizCard, solo: SoloQuiz, qtbot: QtBot, saved: Path
) -> None:
    assert not card.play_button.isVisible()
    _play_to_the_end(solo, qtbot)
    assert "5 sur 5" in _shown(solo)
    assert "100\u00a0% de bonnes réponses" in _shown(solo)
    _press(card, qtbot, "Enregistrer les résultats (CSV)")
    lines = saved.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 7
    assert lines[-1].endswith("5 sur 5;100\u00a0%")


def test_again_plays_the_same_questions(card: QuizCard, solo: SoloQuiz, qtbot: QtBot) -> None:
    questions = solo.game.questions
    _play_to_the_end(solo, qtbot)
    _press(card, qtbot, "Recommencer")
    assert card.solo is not None
    assert card.solo is not solo
    assert card.solo.game.questions == questions
    assert card.solo.game.answers == ()


def test_one_can_stop_before_the_end(card: QuizCard, solo: SoloQuiz, qtbot: QtBot) -> None:
    _type(qtbot, _K.Key_1)
    _press(card, qtbot, "Arrêter le quiz")
    assert card.solo is None
    assert QApplication.focusWidget() is card.play_button


def test_the_settings_choose_the_questions(card: QuizCard) -> None:
    card.seed.setText("mardi")
    card.theme.setCurrentIndex(card.theme.findText("inclusion"))
    card.number.setCurrentIndex(card.number.findText("toutes"))
    card.play()
    assert card.solo is not None
    assert {question.theme for question in card.solo.game.questions} == {"inclusion"}


@pytest.fixture
def projected(card: QuizCard, qtbot: QtBot) -> Iterator[ProjectedQuiz]:
    card.teams.setText("Rouges, Bleus,, Rouges, Mairie & école, Verts, De trop")
    qtbot.mouseClick(card.project_button, Qt.MouseButton.LeftButton)
    made = card.projected
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if card.projected:
        card.projected.close()


def test_the_room_by_keys(card: QuizCard, projected: ProjectedQuiz, qtbot: QtBot) -> None:
    assert projected.isFullScreen()
    assert projected.game.teams == ("Rouges", "Bleus", "Mairie & école", "Verts")
    question = projected.game.question
    assert question is not None
    qtbot.keyClick(projected, _K.Key_1)
    assert projected.game.scores == (0, 0, 0, 0)
    qtbot.keyClick(projected, _K.Key_Space)
    assert f"✓ {LETTERS[question.answer]}." in _shown(projected)
    qtbot.keyClick(projected, _K.Key_1)
    qtbot.keyClick(projected, _K.Key_QuoteDbl)
    assert projected.game.scores == (1, 0, 1, 0)
    qtbot.keyClick(projected, _K.Key_1)
    assert projected.game.scores == (0, 0, 1, 0)
    qtbot.keyClick(projected, _K.Key_Space)
    assert projected.game.place == 1
    qtbot.keyClick(projected, _K.Key_PageUp)
    assert projected.game.is_revealed
    for _ in range(5):
        qtbot.keyClick(projected, _K.Key_Right)
    assert "Bravo, Mairie & école" in _shown(projected)
    qtbot.keyClick(projected, _K.Key_Left)
    assert projected.game.place == 4


def test_the_room_by_the_mouse(projected: ProjectedQuiz, qtbot: QtBot) -> None:
    def press(words: str) -> None:
        found = next(each for each in projected.findChildren(QPushButton) if words in each.text())
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    press("Montrer la réponse")
    press("Bleus")
    assert projected.game.scores == (0, 1, 0, 0)
    press("Question suivante")
    press("←")
    assert projected.game.place == 0


def test_nothing_is_lost_when_the_projection_is_left(
    card: QuizCard, projected: ProjectedQuiz, qtbot: QtBot, saved: Path
) -> None:
    qtbot.keyClick(projected, _K.Key_Space)
    qtbot.keyClick(projected, _K.Key_2)
    qtbot.keyClick(projected, _K.Key_Escape)
    assert card.projected is None
    assert "Rouges 0, Bleus 1" in _shown(card)
    _press(card, qtbot, "Enregistrer les scores (CSV)")
    assert saved.read_text(encoding="utf-8-sig").splitlines()[-1] == "Total;;;;0;1;0;0"
    _press(card, qtbot, "Reprendre la projection")
    assert card.projected is not None
    assert card.projected.game.scores == (0, 1, 0, 0)


def test_a_room_without_teams_plays_as_one(card: QuizCard) -> None:
    card.teams.setText(" , ")
    card.project()
    assert card.projected is not None
    assert card.projected.game.teams == ("La salle",)
    card.projected.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
def test_no_text_of_the_room_is_cut(card: QuizCard, size: tuple[int, int]) -> None:
    card.number.setCurrentIndex(card.number.findText("toutes"))
    window = ProjectedQuiz(card.room_game(), card)
    window.resize(*size)
    window.show()
    cut = []
    while window.game.question:
        for _ in range(3):
            QApplication.processEvents()
        labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
        cut += [
            each.text()
            for each in labels
            if each.height() < each.heightForWidth(each.width())
            or each.width() < each.minimumSizeHint().width()
        ]
        window.advance()
    window.close()
    assert cut == []


@pytest.mark.parametrize("pair", projection.PAIRS)
def test_the_room_reads_from_the_back(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 7
