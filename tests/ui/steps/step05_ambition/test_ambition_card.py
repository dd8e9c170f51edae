"""The ambition says at once what it lacks, and its weights what makes a hundred."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Ambition
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step05_ambition.ambition_card import AmbitionCard
from nrdesk.ui.widgets.remark import RemarkLine
from tests.ui.steps.step05_ambition.conftest import TypeIn, field, write

SENTENCE = "Votre ambition, en une ou deux phrases"


@pytest.fixture
def card(step: StepPage) -> AmbitionCard:
    """Return the card of the ambition."""
    return next(iter(step.findChildren(AmbitionCard)))


def kept(workspace: Workspace) -> Ambition:
    (found,) = workspace.session.document.all(Ambition)
    return found


def said(card: AmbitionCard) -> list[str]:
    QApplication.processEvents()
    return [each.accessibleName() for each in card.findChildren(RemarkLine) if each.isVisible()]


def test_nothing_is_written_until_something_is_said(card: AmbitionCard, workspace: Workspace) -> None:
    assert workspace.session.document.count(Ambition) == 0
    assert said(card) == []
    assert not card.findChildren(type(card._balance))[0].isVisible()


def test_remarks_follow_what_is_typed_before_it_is_saved(
    card: AmbitionCard, workspace: Workspace, qtbot: QtBot
) -> None:
    editor = field(card, SENTENCE)
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    write(editor, "Garder nos ordinateurs.")
    assert [words.split("\u00a0:")[0] for words in said(card)] == ["Bien", "Bien", "À voir"]
    assert workspace.session.document.count(Ambition) == 0
    write(editor, " D’ici 2030.")
    assert all(words.startswith("Bien") for words in said(card))
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert kept(workspace).text == "Garder nos ordinateurs. D’ici 2030."


def test_every_answer_goes_into_the_same_record(
    card: AmbitionCard, workspace: Workspace, type_in: TypeIn
) -> None:
    type_in(card, "À atteindre en", "2031")
    type_in(card, "Ce qu’elle couvre", "La mairie")
    assert kept(workspace).horizon == 2031
    assert kept(workspace).scope == "La mairie"
    workspace.session.undo()
    workspace.session.undo()
    assert workspace.session.document.count(Ambition) == 0


def test_the_weights_say_what_is_missing_and_offer_it(
    card: AmbitionCard, workspace: Workspace, type_in: TypeIn, qtbot: QtBot
) -> None:
    type_in(card, "Environnement", "50")
    assert card._balance.sentence.text() == "Il manque 50\u00a0%."
    assert not card._balance.offer.isVisible()
    type_in(card, "Social", "30")
    assert card._balance.offer.isVisible()
    assert card._balance.offer.text() == "Les donner au sociétal"
    qtbot.mouseClick(card._balance.offer, Qt.MouseButton.LeftButton)
    assert kept(workspace).societal == 20
    assert card._balance.sentence.text() == "Le compte y est\u00a0: 100\u00a0%."
    assert "sociétal\u00a0: 20\u00a0%" in card._balance.bar.accessibleDescription()


def test_a_weight_that_is_none_stays_with_its_reason(
    card: AmbitionCard, workspace: Workspace, type_in: TypeIn
) -> None:
    type_in(card, "Social", "beaucoup")
    assert field(card, "Social").accessibleDescription().startswith("Écrivez un nombre entier")
    assert workspace.session.document.count(Ambition) == 0


def test_the_checklist_leads_to_the_fields(step: StepPage, card: AmbitionCard) -> None:
    for name, label in (("text", SENTENCE), ("scope", "Ce qu’elle couvre"), ("publics", "Pour qui d’abord")):
        step.reveal(name)
        assert field(card, label).hasFocus()
