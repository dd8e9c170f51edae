"""One plan, several views, the same actions: what is filtered, opened, added, deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, BudgetLine
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.planning.grid_filters import State
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.planning.page_views import VIEWS, TableView
from nrdesk.ui.shell.workspace import Workspace
from tests.ui.planning.plan_of_three import KEEP, OBJECTIVE, PRINT, REPAIR


def titles(page: PlanPage) -> list[str]:
    page.tabs.setCurrentIndex(0)
    assert isinstance(page.view, TableView)
    return [action.title for action in page.view.model.actions]


def test_an_empty_plan_offers_ways_to_begin(workspace: Workspace) -> None:
    workspace.go("plan")
    page = workspace.page
    assert isinstance(page, PlanPage)
    assert page.empty.isVisible()
    assert not page.add_button.isVisible(), "the same is offered once"
    page.create_action()
    QApplication.processEvents()
    assert page.sheet.isVisible()
    assert workspace.session.document.count(Action) == 1


def test_a_view_that_was_visited_leaves_its_room(page: PlanPage) -> None:
    page.tabs.setCurrentIndex(0)
    QApplication.processEvents()
    before = page._places.minimumSizeHint()
    page.tabs.setCurrentIndex([view.key for view in VIEWS].index("calendar"))
    QApplication.processEvents()
    page.tabs.setCurrentIndex(0)
    QApplication.processEvents()
    assert page._places.minimumSizeHint() == before


def test_words_states_people_and_objectives_filter(page: PlanPage, qtbot: QtBot) -> None:
    filters = page.filters
    filters.words.setText("ecrans")
    qtbot.waitUntil(lambda: titles(page) == [KEEP.title])
    assert filters.count.text() == "1 sur 3\u00a0actions"
    filters.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    filters.show_state(State.BLOCKED)
    qtbot.waitUntil(lambda: titles(page) == [REPAIR.title])
    filters.show_state(State.ORPHAN)
    qtbot.waitUntil(lambda: titles(page) == [PRINT.title])
    filters.clear()
    filters.owner.show_text("Accueil")
    qtbot.waitUntil(lambda: titles(page) == [KEEP.title])
    filters.clear()
    filters.theme.show_text(OBJECTIVE.id)
    qtbot.waitUntil(lambda: titles(page) == [KEEP.title])


@pytest.mark.parametrize("place", range(len(VIEWS)), ids=[view.key for view in VIEWS])
def test_everything_in_a_view_has_a_name(page: PlanPage, place: int) -> None:
    page.tabs.setCurrentIndex(place)
    QApplication.processEvents()
    assert page.view.widget.isVisible()
    assert [repr(each) for each in focusable(page) if not name_of(each).strip()] == []


def test_an_action_is_duplicated_with_its_money_and_deleted_with_it(
    page: PlanPage, workspace: Workspace
) -> None:
    document = workspace.session.document
    page.duplicate(KEEP.id)
    QApplication.processEvents()
    assert page.sheet.title.text() == "Garder les écrans dix ans (copie)"
    assert document.count(BudgetLine) == 4
    page.delete([page.sheet.action_id, REPAIR.id])
    QApplication.processEvents()
    assert titles(page) == [KEEP.title, PRINT.title]
    assert document.undo_label == "Supprimer 2\u00a0actions"
    workspace.session.undo()
    QApplication.processEvents()
    assert len(titles(page)) == 4


def test_the_sheet_of_an_action_that_is_undone_closes(page: PlanPage, workspace: Workspace) -> None:
    page.create_action()
    workspace.session.undo()
    QApplication.processEvents()
    assert not page.sheet.isVisible()
    assert len(titles(page)) == 3


@pytest.mark.parametrize(
    ("field", "seen"),
    [
        (KEEP.id, lambda page: page.sheet.action_id == KEEP.id),
        (f"{KEEP.id} money", lambda page: page.sheet.isVisible()),
        ("budget", lambda page: page.tabs.currentIndex() == 4),
        ("proposals", lambda page: page.catalogue.isVisible()),
        ("blocked", lambda page: page.filters.state.typed() == "blocked"),
        (f"new {OBJECTIVE.id}", lambda page: page.sheet.isVisible()),
    ],
    ids=["action", "part", "view", "catalogue", "state", "new"],
)
def test_other_pages_lead_where_they_say(page: PlanPage, workspace: Workspace, field, seen) -> None:
    workspace.go("plan", field)
    QApplication.processEvents()
    assert seen(page)


def test_a_new_action_serves_the_objective_it_comes_from(page: PlanPage, workspace: Workspace) -> None:
    workspace.go("plan", f"new {OBJECTIVE.id}")
    kept = workspace.session.document.get(Action, page.sheet.action_id)
    assert (kept.objective_id, kept.rank) == (OBJECTIVE.id, 4)


def test_the_plan_is_walked_from_sheet_to_sheet(page: PlanPage, qtbot: QtBot) -> None:
    page.open_action(KEEP.id)
    assert not page.sheet.previous_button.isEnabled()
    qtbot.mouseClick(page.sheet.next_button, Qt.MouseButton.LeftButton)
    assert page.sheet.action_id == REPAIR.id
    assert page.sheet.previous_button.isEnabled()


@pytest.mark.parametrize("place", [1, 2], ids=["board", "calendar"])
def test_the_sheet_comes_back_to_the_view_it_was_opened_from(
    page: PlanPage, qtbot: QtBot, place: int
) -> None:
    page.tabs.setCurrentIndex(place)
    page.open_action(REPAIR.id)
    qtbot.mouseClick(page.sheet.back_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.tabs.currentIndex() == place
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.view.widget.isAncestorOf(focused)
