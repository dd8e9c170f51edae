"""The settings of the collectivité: saved at every field, explained when they cannot be read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.ui import preferences, theme
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.authority.page import AuthorityPage
from nrdesk.ui.session import Session
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.messages import MessageBar


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> AuthorityPage:
    made = AuthorityPage(session)
    made.refresh()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def _field(page: AuthorityPage, name: str) -> QLineEdit:
    return next(each for each in page.findChildren(QLineEdit) if each.accessibleName().startswith(name))


def _type(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_a_field_is_saved_when_it_is_left(
    page: AuthorityPage, session: Session, path: Path, qtbot: QtBot
) -> None:
    _type(qtbot, _field(page, "Agents (personnes)"), "24")
    assert session.document.undo_label == "Modifier «\u00a0Agents\u00a0»"
    session.document.close()
    with Document.open(path) as again:
        assert again.authority.agents == 24
    session.document = Document.open(path)


def test_each_field_is_one_action(page: AuthorityPage, session: Session, qtbot: QtBot) -> None:
    _type(qtbot, _field(page, "Agents (personnes)"), "24")
    _type(qtbot, _field(page, "Population municipale"), "3 600")
    session.undo()
    page.refresh()
    assert session.document.authority.population_municipal == 2812
    assert session.document.authority.agents == 24
    assert _field(page, "Population municipale").text() == "2\u202f812"


def test_leaving_a_field_as_it_was_is_not_an_action(
    page: AuthorityPage, session: Session, qtbot: QtBot
) -> None:
    before = session.document.undo_label
    _type(qtbot, _field(page, "Population municipale"), "2812")
    assert session.document.undo_label == before


def test_what_cannot_be_read_is_kept_and_explained(
    page: AuthorityPage, session: Session, qtbot: QtBot
) -> None:
    field = _field(page, "Agents (personnes)")
    _type(qtbot, field, "une dizaine")
    assert field.text() == "une dizaine"
    assert "nombre entier" in field.accessibleDescription()
    page.refresh()
    assert field.text() == "une dizaine"
    assert session.document.authority.agents == 18
    _type(qtbot, field, "10")
    assert session.document.authority.agents == 10
    assert "nombre entier" not in field.accessibleDescription()


def test_a_name_is_necessary(page: AuthorityPage, session: Session, qtbot: QtBot) -> None:
    field = _field(page, "Nom")
    field.setFocus()
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert session.document.authority.name == "Valbrenne"
    assert "nécessaire" in field.accessibleDescription()


def test_a_missing_datum_leads_to_its_field(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("authority", "elected")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Élus (personnes)"


def _press(root: object, qtbot: QtBot, words: str) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(root, QWidget)
    found = root.findChildren(QAbstractButton)
    qtbot.mouseClick(next(each for each in found if words in each.text()), Qt.MouseButton.LeftButton)


def test_the_file_is_checked_and_backed_up(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("authority")
    bar = workspace.findChild(MessageBar)
    assert bar is not None
    _press(workspace.page, qtbot, "Vérifier le fichier")
    assert "sain" in bar.text
    before = len(workspace.session.document.backups())
    _press(workspace.page, qtbot, "Sauvegarder maintenant")
    assert len(workspace.session.document.backups()) == before + 1
    assert "sauvegarde est faite" in bar.text


def test_a_backup_is_put_back(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.session.document
    backup = document.back_up()
    with workspace.session.act("Renommer") as tx:
        tx.update(type(document.authority), document.authority.id, name="Autre")
    workspace.session.restore_asked.emit(backup.path)
    assert window.workspace is not None
    assert window.workspace is not workspace
    assert window.workspace.session.document.authority.name == "Valbrenne"


def _choose(qtbot: QtBot, combo: QComboBox, words: str) -> None:
    combo.setFocus()
    while combo.currentText() != words:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    combo.activated.emit(combo.currentIndex())


def test_the_theme_is_applied_and_kept(page: AuthorityPage, qtbot: QtBot) -> None:
    combo = next(each for each in page.findChildren(QComboBox) if each.accessibleName() == "Thème")
    _choose(qtbot, combo, "Sombre")
    assert theme.tokens().name == "dark"
    assert preferences.load().theme == "dark"


def test_the_size_of_the_text_builds_the_pages_again(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.go("authority")
    combos = workspace.page.findChildren(QComboBox)
    combo = next(each for each in combos if each.accessibleName() == "Taille du texte")
    _choose(qtbot, combo, "Double")
    qtbot.waitUntil(lambda: window.workspace is not workspace)
    assert window.workspace is not None
    assert window.workspace.current == "authority"
    assert theme.scale() == 2.0


def test_populations_that_contradict_each_other_are_said(
    page: AuthorityPage, session: Session, qtbot: QtBot
) -> None:
    _type(qtbot, _field(page, "Population totale"), "1 900")
    page.refresh()
    assert session.document.authority.population_total == 1900
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("plus petite que la population municipale" in text for text in said)
