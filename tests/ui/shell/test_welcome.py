"""The first page: creating, opening, going on, the demonstration."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from nrdesk.ui.shell import recent
from nrdesk.ui.shell.welcome import Welcome
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.rows import LinkRow


def _welcome(window: MainWindow) -> Welcome:
    central = window.centralWidget()
    assert isinstance(central, Welcome)
    # Qt shows a new central widget at the next turn of the event loop.
    QApplication.processEvents()
    return central


def _press(window: MainWindow, qtbot: QtBot, words: str) -> None:
    QApplication.processEvents()
    found = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    target = next(each for each in found if words in each.text().replace("&", ""))
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton)


def _answer_file_dialog(path: Path) -> None:
    """Type a path in the file dialog that is about to open, and accept it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(str(path))
        dialog.accept()

    QTimer.singleShot(200, answer)


def _find(window: MainWindow, qtbot: QtBot, query: str) -> None:
    search = _welcome(window).create_card.search
    # Qt's tests cannot press keys that are not in ASCII.
    search.field.insert(query)
    qtbot.waitUntil(lambda: search.answers.count() > 0)
    qtbot.keyClick(search.field, Qt.Key.Key_Return)


def test_the_first_run_is_never_empty(window: MainWindow) -> None:
    welcome = _welcome(window)
    assert welcome.create_card.search.field.hasFocus()
    assert recent.load() == []


@pytest.mark.parametrize("query", ["crémieu", "CREMIEU", "38138"])
def test_a_commune_is_created_by_its_name_or_code(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, query: str
) -> None:
    _find(window, qtbot, query)
    agents = QApplication.focusWidget()
    assert isinstance(agents, QLineEdit)
    assert agents.accessibleName() == "Agents (personnes)"
    qtbot.keyClicks(agents, "42")
    target = tmp_path / "crémieu"
    _answer_file_dialog(target)
    _press(window, qtbot, "Choisir où l’enregistrer")
    assert window.workspace is not None
    document = window.workspace.session.document
    assert document.path == target.with_suffix(".nrdesk")
    assert (document.authority.name, document.authority.agents) == ("Crémieu", 42)
    assert document.authority.insee_code == "38138"
    assert document.authority.population_municipal
    assert window.windowTitle() == "Crémieu — nrdesk"
    assert [one.name for one in recent.load()] == ["Crémieu"]


def test_a_number_that_is_not_one_stays_and_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    _find(window, qtbot, "crémieu")
    agents = QApplication.focusWidget()
    assert isinstance(agents, QLineEdit)
    qtbot.keyClicks(agents, "une douzaine")
    _press(window, qtbot, "Choisir où l’enregistrer")
    assert window.workspace is None
    assert agents.text() == "une douzaine"
    assert "nombre entier" in agents.accessibleDescription()


def test_an_unknown_name_is_said(window: MainWindow, qtbot: QtBot) -> None:
    search = _welcome(window).create_card.search
    qtbot.keyClicks(search.field, "zzzzzz")
    qtbot.waitUntil(lambda: search._nothing.isVisible())
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert search.isVisible()


def test_one_can_go_back_to_another_commune(window: MainWindow, qtbot: QtBot) -> None:
    _find(window, qtbot, "crémieu")
    _press(window, qtbot, "Changer de collectivité")
    assert _welcome(window).create_card.search.field.hasFocus()


def test_a_recent_file_opens_with_a_click(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    window.show_welcome()
    qtbot.mouseClick(_welcome(window).findChildren(LinkRow)[0], Qt.MouseButton.LeftButton)
    assert window.workspace is not None


def test_a_recent_file_that_is_gone_is_said_and_forgotten(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.open_path(path)
    window.show_welcome()
    path.unlink()
    qtbot.mouseClick(_welcome(window).findChildren(LinkRow)[0], Qt.MouseButton.LeftButton)
    assert window.workspace is None
    bar = _welcome(window).findChild(MessageBar)
    assert bar is not None
    assert path.name in bar.text
    assert recent.load() == []


def test_a_dropped_document_opens(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.workspace is not None


def test_a_file_opens_from_the_dialog(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    _answer_file_dialog(path)
    _press(window, qtbot, "Ouvrir…")
    assert window.workspace is not None


def test_what_cannot_be_opened_is_said_with_a_way_out(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "abîmé.nrdesk"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    window.open_path(broken)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert any("Récupérer" in each.text() for each in box.buttons())
    box.close()
    assert broken.exists()


def test_a_document_whose_year_was_spoiled_is_offered_to_be_recovered(window: MainWindow, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE campaign SET as_of = 'fin juin'")
    window.open_path(path)
    assert window.workspace is None
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "«\u00a0fin juin\u00a0» n’est pas une date entière" in box.text()
    assert any("Récupérer" in each.text() for each in box.buttons())
    box.close()


def test_a_document_open_elsewhere_is_offered_read_only(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    from nrdesk.core.document import Document

    with Document.open(path):
        window.open_path(path)
        box = window.findChild(QMessageBox)
        assert box is not None
        read_only = next(each for each in box.buttons() if "lecture seule" in each.text())
        qtbot.mouseClick(read_only, Qt.MouseButton.LeftButton)
        assert window.workspace is not None
        assert window.workspace.session.document.read_only
        window.show_welcome()


@pytest.mark.slow
def test_the_demonstration_opens_and_opens_again(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        _press(window, qtbot, "Ouvrir la démonstration")
        assert window.workspace is not None
        assert window.workspace.session.document.authority.is_demo
        window.show_welcome()
