"""The questions of the guide: answered, emptied, kept when the guide changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.model import StepAnswer
from nrdesk.core.steps import STEPS, Step
from nrdesk.ui.records import StepAnswers
from nrdesk.ui.records.editors import TextEditor
from nrdesk.ui.session import Session


@pytest.fixture
def answers(session: Session, qtbot: QtBot) -> StepAnswers:
    made = StepAnswers(session, 1)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def _first(answers: StepAnswers) -> TextEditor:
    return answers.findChildren(TextEditor)[0]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_question_of_the_ten_steps_has_its_room(session: Session, qtbot: QtBot, step: Step) -> None:
    made = StepAnswers(session, step.number)
    qtbot.addWidget(made)
    made.refresh()
    editors = made.findChildren(TextEditor)
    assert [each.accessibleName() for each in editors] == list(step.guide.questions)


def test_an_answer_is_saved_when_it_is_left(answers: StepAnswers, session: Session, qtbot: QtBot) -> None:
    _first(answers).setFocus()
    qtbot.keyClicks(_first(answers), "Le maire")
    qtbot.keyClick(_first(answers), Qt.Key.Key_Tab)
    question = STEPS[0].guide.questions[0]
    kept = session.document.all(StepAnswer)
    assert [(each.step, each.question, each.text) for each in kept] == [(1, question, "Le maire")]
    _first(answers).setFocus()
    qtbot.keyClicks(_first(answers), "Et ")
    qtbot.keyClick(_first(answers), Qt.Key.Key_Tab)
    assert session.document.count(StepAnswer) == 1
    session.undo()
    session.undo()
    answers.refresh()
    assert _first(answers).typed() == ""


def test_an_answer_to_a_former_question_stays_in_sight(
    answers: StepAnswers, session: Session, qtbot: QtBot
) -> None:
    with session.act("Avant") as tx:
        tx.add(StepAnswer(step=1, question="Une question d’autrefois ?", text="Sa réponse"))
    answers.refresh()
    assert answers.findChildren(TextEditor)[-1].typed() == "Sa réponse"
    assert "Une question d’autrefois\u00a0?" in [label.text() for label in answers.findChildren(QLabel)]


def test_the_checklist_may_lead_here(answers: StepAnswers) -> None:
    assert answers.focus_field("answers")
    assert not answers.focus_field("people")
