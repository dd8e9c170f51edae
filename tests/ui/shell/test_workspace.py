"""Undo, redo, search, errors: what works on every page."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
)
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, Authority, Equipment, Person, PolicyDocument, PolicyKind
from nrdesk.ui import theme
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.records import RecordSection
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.shell import routes
from nrdesk.ui.shell.error_page import ErrorPage
from nrdesk.ui.shell.palette import Palette
from nrdesk.ui.shell.searching import search
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import Page
from tests.ui.conftest import AUTHORITY


def _rename(workspace: Workspace, name: str) -> None:
    document = workspace.session.document
    with workspace.session.act("Renommer la commune") as tx:
        tx.update(Authority, document.authority.id, name=name)


def test_undo_and_redo_name_what_they_do(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = workspace.topbar.undo_button, workspace.topbar.redo_button
    _rename(workspace, "Autre nom")
    qtbot.waitUntil(undo.isEnabled)
    assert undo.toolTip() == "Annuler\u00a0: Renommer la commune (Ctrl+Z)"
    workspace.navigation.focus_current()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.session.document.authority.name == "Valbrenne"
    qtbot.waitUntil(redo.isEnabled)
    assert redo.toolTip() == "Rétablir\u00a0: Renommer la commune (Ctrl+Y)"
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert workspace.session.document.authority.name == "Autre nom"


def test_nothing_to_undo_is_said(workspace: Workspace) -> None:
    assert not workspace.topbar.undo_button.isEnabled()
    assert name_of(workspace.topbar.undo_button) == "Rien à annuler"


def test_a_change_redraws_the_page_that_is_shown(workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.session.assessment()
    with workspace.session.act("Supprimer") as tx:
        tx.delete(Equipment, workspace.session.document.ids(Equipment))
    assert workspace.session.assessment() is not before
    qtbot.waitUntil(lambda: any("Commencer l’inventaire" in name_of(b) for b in _buttons(workspace.page)))


def _buttons(root: Page) -> list[QAbstractButton]:
    return [child for child in root.findChildren(QAbstractButton) if child.isVisible()]


def test_a_new_document_is_welcomed_and_shows_no_empty_chart(window: MainWindow, tmp_path: Path) -> None:
    window.create_document(AUTHORITY, tmp_path / "neuve.nrdesk")
    assert window.workspace is not None
    page = window.workspace.page
    assert page.subtitle_label.text().startswith("Bienvenue.")
    assert "D’où vient l’empreinte" not in {card.accessibleName() for card in page.findChildren(Card)}
    start = next(
        each for each in page.findChildren(QAbstractButton) if name_of(each) == "Partir de cinq chiffres"
    )
    start.click()
    assert window.workspace.current == "step4"


def _search(workspace: Workspace, window: MainWindow, qtbot: QtBot, query: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(each for each in workspace.findChildren(Palette) if each.isVisible())
    qtbot.keyClicks(palette.field, query)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_lines_that_cannot_be_counted_are_to_complete_not_to_begin(
    window: MainWindow, tmp_path: Path
) -> None:
    where = tmp_path / "sans-chiffre.nrdesk"
    with Document.create(where, AUTHORITY, year=2026) as document, document.action("Saisir") as tx:
        tx.add(Equipment(campaign_id=document.campaign.id, number="A1"))
    window.open_path(where)
    assert window.workspace is not None
    names = [name_of(each) for each in window.workspace.page.findChildren(QAbstractButton)]
    assert "Compléter l’inventaire" in names
    assert "Commencer l’inventaire" not in names


def test_search_finds_a_page_without_accents(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    _search(workspace, window, qtbot, "reglages")
    assert workspace.current == "authority"


def test_search_finds_an_appliance_by_what_it_is(workspace: Workspace) -> None:
    found = [one for one in search(workspace.session, "ecran d'ordinateur") if one.kind == "appareil"]
    assert [(one.title, one.detail) for one in found] == [("A2", "Écran d’ordinateur · École")]


def test_search_finds_a_step(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    _search(workspace, window, qtbot, "etape 7")
    assert workspace.current == "step7"


def test_search_finds_a_word(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    _search(workspace, window, qtbot, "ademe")
    assert workspace.guide.isVisible()


def test_search_finds_an_appliance(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    _search(workspace, window, qtbot, "latitude")
    assert workspace.current == "inventory"


def test_search_finds_what_the_steps_hold(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    action, someone = Action(title="Réparer avant d’acheter"), Person(name="Léa Roux", function="DGS")
    with workspace.session.act("Saisir") as tx:
        tx.add(action, Person(name="Abel Ney"), someone)
    _search(workspace, window, qtbot, "reparer acheter")
    assert workspace.current == "plan"
    _search(workspace, window, qtbot, "lea roux")
    assert workspace.current == "step1"
    people = next(
        each for each in workspace.page.findChildren(RecordSection) if each.current_id == someone.id
    )
    assert people.isVisible()


def test_search_says_when_there_is_nothing(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search()
    palette = next(each for each in workspace.findChildren(Palette) if each.isVisible())
    qtbot.keyClicks(palette.field, "xyzzy")
    assert palette.answers.count() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


@pytest.mark.parametrize(
    "error", [RuntimeError("boum"), UserError("La table est illisible.", todo="Réessayez.")]
)
def test_a_page_that_fails_leaves_the_rest_usable(
    workspace: Workspace, qtbot: QtBot, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    failing = [True]

    def make(session: object) -> Page:
        if failing[0]:
            raise error
        return Page("Documents")

    workspace._routes["documents"] = routes.Route("documents", "Documents", make, "file-text")
    workspace.go("documents")
    assert isinstance(workspace.page, ErrorPage)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    caplog.clear()
    workspace.go("obligations")
    assert not isinstance(workspace.page, ErrorPage)
    workspace.go("documents")
    failing[0] = False
    again = next(each for each in _buttons(workspace.page) if name_of(each) == "Réessayer")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert not isinstance(workspace.page, ErrorPage)


def _press_add(workspace: Workspace, words: str, qtbot: QtBot) -> None:
    buttons = workspace.page.findChildren(QAbstractButton)
    qtbot.mouseClick(next(each for each in buttons if each.text() == words), Qt.MouseButton.LeftButton)


def test_ctrl_z_takes_back_the_line_just_added_from_its_empty_field(
    workspace: Workspace, qtbot: QtBot
) -> None:
    document = workspace.session.document
    workspace.go("step1")
    _press_add(workspace, "Ajouter une personne", qtbot)
    assert document.count(Person) == 1
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.count(Person) == 0


def test_ctrl_z_takes_back_what_is_being_typed_first(workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.session.document
    workspace.go("step1")
    _press_add(workspace, "Ajouter une personne", qtbot)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Claire")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert document.count(Person) == 1
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Claire"


def test_ctrl_z_leaves_a_paragraph_without_typing_to_the_document(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step1", "answers")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    _rename(workspace, "Autre nom")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.session.document.authority.name == "Valbrenne"


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_names_and_answers_of_a_list_are_read_whole(
    window: MainWindow, workspace: Workspace, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    with workspace.session.act("Saisir") as tx:
        tx.add(PolicyDocument(title="Projet de mandat 2026-2032", kind=PolicyKind.MANDATE))
    window.resize(1366, 768)
    workspace.session.look_changed.emit()
    qapp.processEvents()
    assert window.workspace
    window.workspace.go("step3")
    qapp.processEvents()
    section = next(each for each in window.workspace.page.findChildren(RecordSection) if each.current_id)
    assert section.list.width() > section.list.fontMetrics().horizontalAdvance("Projet de mandat 2026-2032")
    for choice in section.form.findChildren(ChoiceEditor):
        option = QStyleOptionComboBox()
        choice.initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
        words = choice.fontMetrics().horizontalAdvance(choice.currentText())
        assert choice.style().subControlRect(*parts).width() >= words


def test_the_page_that_is_left_hands_the_focus_to_the_next_as_a_whole(
    workspace: Workspace, qtbot: QtBot
) -> None:
    """Not to the first word of the glossary, whose bubble would hide what one came to read."""
    workspace.go("purchases")
    workspace.go("inventory")
    inside = next(iter(workspace.page.findChildren(QPushButton)))
    inside.setFocus()
    workspace.go("purchases")
    assert QApplication.focusWidget() is workspace.page
    qtbot.keyClick(workspace.page, Qt.Key.Key_Tab)
    assert workspace.page.isAncestorOf(QApplication.focusWidget())
