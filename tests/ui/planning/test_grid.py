"""The table of the plan is typed in as a spreadsheet, and loses nothing that was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, ActionStatus
from nrdesk.ui.planning.grid import ActionGrid
from nrdesk.ui.planning.grid_model import GridModel
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.planning.page_views import TableView
from nrdesk.ui.shell.workspace import Workspace
from tests.ui.planning.plan_of_three import KEEP, PRINT, REPAIR

Key = Qt.Key


@pytest.fixture
def grid(page: PlanPage) -> ActionGrid:
    """Return the table."""
    assert isinstance(page.view, TableView)
    return page.view.grid


@pytest.fixture
def model(page: PlanPage) -> GridModel:
    """Return what the table shows."""
    assert isinstance(page.view, TableView)
    return page.view.model


def go(grid: ActionGrid, model: GridModel, row: int, name: str) -> None:
    grid.setCurrentIndex(model.index(row, model.position(name)))
    grid.setFocus()


def cell(model: GridModel, row: int, name: str) -> str:
    return str(model.index(row, model.position(name)).data())


def type_in(grid: ActionGrid, qtbot: QtBot, words: str, key: Qt.Key = Key.Key_Return) -> None:
    qtbot.keyClick(grid, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit) or editor is not None
    line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    assert line is not None
    line.setText(words)
    qtbot.keyClick(editor, key)


def test_cells_say_what_the_plan_holds(model: GridModel) -> None:
    assert [action.title for action in model.actions] == [KEEP.title, REPAIR.title, PRINT.title]
    assert cell(model, 0, "objective_id") == "Garder les appareils plus longtemps"
    assert cell(model, 0, "progress") == "30\u00a0%"
    assert cell(model, 1, "status") == "en cours · bloquée"
    assert cell(model, 1, "ends") == "≈ 03/2027"
    assert cell(model, 2, "owner") == ""


def test_a_cell_that_is_typed_is_saved_and_undone(
    grid: ActionGrid, model: GridModel, workspace: Workspace, qtbot: QtBot
) -> None:
    go(grid, model, 2, "owner")
    type_in(grid, qtbot, "Accueil")
    assert workspace.session.document.get(Action, PRINT.id).owner == "Accueil"
    assert "Imprimer moins" in (workspace.session.document.undo_label or "")
    workspace.session.undo()
    QApplication.processEvents()
    assert cell(model, 2, "owner") == ""


def test_what_cannot_be_read_stays_in_red_with_its_reason(
    grid: ActionGrid, model: GridModel, workspace: Workspace, qtbot: QtBot
) -> None:
    go(grid, model, 0, "priority")
    type_in(grid, qtbot, "urgent")
    place = model.position("priority")
    assert cell(model, 0, "priority") == "urgent"
    assert "nombre entier entre 1 et 3" in model.problem(0, place)
    assert workspace.session.document.get(Action, KEEP.id).priority == 1
    go(grid, model, 0, "priority")
    type_in(grid, qtbot, "2")
    assert model.problem(0, place) == ""
    assert workspace.session.document.get(Action, KEEP.id).priority == 2


def test_a_status_written_in_the_table_says_the_whole_state(
    grid: ActionGrid, model: GridModel, workspace: Workspace, qtbot: QtBot
) -> None:
    go(grid, model, 1, "status")
    type_in(grid, qtbot, "terminé")
    kept = workspace.session.document.get(Action, REPAIR.id)
    assert (kept.status, kept.blocked, kept.progress) == (ActionStatus.DONE, False, 100)


def test_a_block_goes_to_and_comes_from_a_spreadsheet(
    grid: ActionGrid, model: GridModel, workspace: Workspace, qtbot: QtBot
) -> None:
    go(grid, model, 0, "owner")
    QGuiApplication.clipboard().setText("Mairie\t02/2027\nÉcole\t2028\n")
    qtbot.keyClick(grid, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    kept = [workspace.session.document.get(Action, each.id) for each in (KEEP, REPAIR)]
    assert [(each.owner, each.starts) for each in kept] == [("Mairie", "2027-02"), ("École", "2028")]
    assert workspace.session.document.undo_label == "Coller 4\u00a0cases dans le plan"
    go(grid, model, 0, "owner")
    qtbot.keyClick(grid, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Mairie\n"


def test_filling_down_and_emptying_are_one_action_each(
    grid: ActionGrid, model: GridModel, workspace: Workspace, qtbot: QtBot
) -> None:
    place = model.position("owner")
    go(grid, model, 0, "owner")
    for _ in range(2):
        qtbot.keyClick(grid, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [model.text(row, place) for row in range(3)] == ["Accueil"] * 3
    qtbot.keyClick(grid, Key.Key_Delete)
    assert [model.text(row, place) for row in range(3)] == [""] * 3
    workspace.session.undo()
    workspace.session.undo()
    QApplication.processEvents()
    assert [model.text(row, place) for row in range(3)] == ["Accueil", "Services techniques", ""]


def test_columns_sort_with_the_empty_last(grid: ActionGrid, model: GridModel) -> None:
    grid.sortByColumn(model.position("starts"), Qt.SortOrder.DescendingOrder)
    assert [action.title for action in model.actions] == [REPAIR.title, KEEP.title, PRINT.title]
    grid.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [action.title for action in model.actions] == [KEEP.title, REPAIR.title, PRINT.title]


def test_enter_opens_the_sheet_and_escape_comes_back(page: PlanPage, grid: ActionGrid, qtbot: QtBot) -> None:
    grid.setCurrentIndex(grid.model().index(1, 0))
    qtbot.keyClick(grid, Key.Key_Return)
    assert page.sheet.isVisible()
    assert page.sheet.action_id == REPAIR.id
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Key.Key_Escape)
    assert grid.isVisible()
    assert grid.currentIndex().row() == 1
    assert grid.hasFocus()


def test_other_columns_can_be_shown(grid: ActionGrid, model: GridModel) -> None:
    place = model.position("moscow")
    assert grid.isColumnHidden(place)
    action = next(each for each in grid.column_menu().actions() if each.text() == "Rang donné en atelier")
    action.toggle()
    assert not grid.isColumnHidden(place)
