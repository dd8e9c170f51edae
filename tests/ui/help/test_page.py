"""The user guide is read, searched and left for the screen that it tells of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.reference import user_guide
from nrdesk.ui.help.page import HelpPage
from nrdesk.ui.shell.workspace import Workspace


def _page(workspace: Workspace, field: str = "") -> HelpPage:
    workspace.go("help", field)
    assert isinstance(workspace.page, HelpPage)
    return workspace.page


def _said(page: HelpPage) -> str:
    return "\n".join(label.text() for label in page.screen_card.findChildren(QLabel))


def test_a_word_leaves_the_pages_that_hold_it(workspace: Workspace, qtbot: QtBot) -> None:
    page = _page(workspace)
    assert page.list.count() == len(user_guide.by_key())
    qtbot.keyClicks(page.field, "gommettes")
    assert [line.id for line in page.list.lines] == ["plan"]
    assert "MoSCoW et gommettes" in _said(page)
    qtbot.keyClicks(page.field, "zzz")
    assert not page.screen_card.isVisible()
    assert "Aucune page" in page.found.text()


def test_a_screen_is_opened_from_its_page(workspace: Workspace, qtbot: QtBot) -> None:
    page = _page(workspace, "obligations")
    assert "Mes obligations" in _said(page)
    (going,) = page.screen_card.findChildren(QPushButton)
    qtbot.mouseClick(going, Qt.MouseButton.LeftButton)
    assert workspace.current == "obligations"


def test_f1_says_how_to_use_the_screen_and_leads_to_the_whole_guide(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.go("inventory")
    workspace.toggle_guide()
    said = "\n".join(label.text() for label in workspace.guide.findChildren(QLabel))
    assert user_guide.by_key()["inventory"].goal in said
    leading = next(
        each
        for each in workspace.guide.findChildren(QPushButton)
        if each.text() == "Tout le guide d’utilisation"
    )
    qtbot.mouseClick(leading, Qt.MouseButton.LeftButton)
    assert workspace.current == "help"
    assert _page(workspace).list.current_id == "inventory"
