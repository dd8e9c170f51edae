"""Going from page to page, by clicks and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.steps import STEPS
from nrdesk.ui.accessibility import name_of
from nrdesk.ui.inventory.page import InventoryPage
from nrdesk.ui.shell.nav_item import NavItem
from nrdesk.ui.shell.routes import ROUTES
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace


def _item(workspace: Workspace, key: str) -> NavItem:
    item = workspace.navigation.item(key)
    assert item is not None
    return item


def test_routes_are_named_as_the_places_of_the_steps() -> None:
    keys = {route.key for route in ROUTES}
    assert {check.where.page for step in STEPS for check in step.checks} <= keys


def test_a_document_opens_on_the_dashboard(workspace: Workspace) -> None:
    assert workspace.current == "dashboard"
    assert _item(workspace, "dashboard").isChecked()


def test_a_click_shows_a_page(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.mouseClick(_item(workspace, "obligations"), Qt.MouseButton.LeftButton)
    assert workspace.current == "obligations"
    assert workspace.page.isVisible()


def test_only_the_page_shown_is_marked_and_a_stop_of_tab(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.mouseClick(_item(workspace, "obligations"), Qt.MouseButton.LeftButton)
    workspace.go("step2")
    items = workspace.navigation.findChildren(NavItem)
    stops = [item for item in items if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [item for item in items if item.isChecked()] == [_item(workspace, "step2")] == stops


def test_what_a_screen_reader_does_to_an_item_shows_its_page(workspace: Workspace) -> None:
    heard: list[str] = []
    workspace.navigation.chosen.connect(heard.append)
    actions = QAccessible.queryAccessibleInterface(_item(workspace, "inventory")).actionInterface()
    actions.doAction(actions.actionNames()[0])
    assert workspace.current == "inventory"
    assert heard == ["inventory"]


def test_a_page_is_built_when_it_is_first_shown_and_kept(workspace: Workspace) -> None:
    workspace.go("documents")
    first = workspace.page
    workspace.go("dashboard")
    workspace.go("documents")
    assert workspace.page is first


def test_arrows_move_in_the_navigation_and_enter_goes(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.navigation.focus_current()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert workspace.current == "step1"
    qtbot.keyClick(_item(workspace, "step1"), Qt.Key.Key_End)
    assert QApplication.focusWidget() is _item(workspace, "authority")
    qtbot.keyClick(_item(workspace, "authority"), Qt.Key.Key_Home)
    assert QApplication.focusWidget() is _item(workspace, "dashboard")


@pytest.mark.parametrize(("digit", "page"), [("1", "step1"), ("9", "step9"), ("0", "step10")])
def test_alt_and_a_digit_goes_to_a_step(
    workspace: Workspace, window: MainWindow, qtbot: QtBot, digit: str, page: str
) -> None:
    qtbot.keyClick(window, digit, Qt.KeyboardModifier.AltModifier)
    assert workspace.current == page


def test_previous_and_next_walk_through_the_steps(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    workspace.go("step1")
    following = next(child for child in _buttons(workspace) if "Suivant" in name_of(child))
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert workspace.current == "step2"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.current == "step1"


def test_rings_show_the_progress_of_the_steps(workspace: Workspace, qtbot: QtBot) -> None:
    item = _item(workspace, "step4")
    qtbot.waitUntil(lambda: item.accessibleDescription() not in ("", "Fait à 0\u00a0%"))


def test_f6_goes_round_the_regions(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    workspace.go("step1")
    workspace.navigation.focus_current()
    visited = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        regions = {"page": workspace.page, "guide": workspace.guide, "navigation": workspace.navigation}
        visited += [name for name, region in regions.items() if region.isAncestorOf(focused)]
    assert visited == ["page", "guide", "navigation"]


def test_the_guide_opens_and_closes_with_f1(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    workspace.go("step5")
    assert workspace.guide.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert not workspace.guide.isVisible()
    workspace.go("step6")
    assert not workspace.guide.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert workspace.guide.isVisible()


def test_the_guide_and_an_explanation_take_turns(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("inventory")
    page = workspace.page
    assert isinstance(page, InventoryPage)
    page.explain()
    assert page.explain_panel.isVisible()
    workspace.toggle_guide()
    assert workspace.guide.isVisible()
    assert not page.explain_panel.isVisible()
    page.explain()
    assert page.explain_panel.isVisible()
    assert not workspace.guide.isVisible()
    workspace.go("dashboard")
    workspace.go("inventory")
    assert page.explain_panel.isVisible()
    assert page.figure_card.isHidden()


@pytest.mark.parametrize("height", [560, 700, 768])
def test_every_page_is_in_sight_in_the_navigation_of_a_small_laptop(
    workspace: Workspace, window: MainWindow, height: int
) -> None:
    window.resize(1093, height)
    QApplication.processEvents()
    items = workspace.navigation.findChildren(NavItem)
    bottoms = [item.mapTo(workspace.navigation, item.rect().bottomLeft()).y() for item in items]
    assert max(bottoms) < workspace.navigation.height()
    assert min(item.height() for item in items) >= 24, "as large as a target has to be"


def test_the_guide_says_why_with_whom_and_how(workspace: Workspace) -> None:
    workspace.go("step4")
    words = {label.text() for label in workspace.guide.findChildren(QLabel)}
    guide = STEPS[3].guide
    assert any(guide.why[0][:40] in text.replace("\u00a0", " ") for text in words)
    assert any(guide.how[0].title in text for text in words)


def test_a_word_of_the_guide_shows_its_definition(workspace: Workspace, qtbot: QtBot) -> None:
    from nrdesk.core.reference import glossary

    workspace.go("step4")
    known = {term.term: term.definition for term in glossary.load()}
    word = next(child for child in _buttons(workspace.guide) if child.text() in known)
    qtbot.mouseClick(word, Qt.MouseButton.LeftButton)
    shown = [label.text().replace("\u00a0", " ") for label in workspace.guide.findChildren(QLabel)]
    assert known[word.text()].replace("\u00a0", " ") in shown


def test_a_narrow_window_keeps_everything_within_reach(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    workspace.go("step1")
    wide = workspace.navigation.width()
    window.resize(760, 560)
    qtbot.waitUntil(lambda: workspace.navigation.width() < wide / 2)
    assert not workspace.guide.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert workspace.guide.isVisible()
    assert not workspace.page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert workspace.page.isVisible()
    unfold = next(child for child in _buttons(workspace) if name_of(child) == "Déplier la navigation")
    qtbot.mouseClick(unfold, Qt.MouseButton.LeftButton)
    assert workspace.navigation.width() == pytest.approx(wide, abs=16)


def _buttons(root: object) -> list:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    assert isinstance(root, QWidget)
    QApplication.processEvents()
    return [child for child in root.findChildren(QAbstractButton) if child.isVisible()]
