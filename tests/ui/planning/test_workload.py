"""The work of each month, what is too much, and how each figure is made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.planning.workload import WorkloadView, _when
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.remark import RemarkLine
from tests.ui.planning.plan_of_three import PRINT


@pytest.fixture
def view(page: PlanPage) -> WorkloadView:
    """Return the work of 2027."""
    page.tabs.setCurrentIndex(3)
    found = page.view.widget
    assert isinstance(found, WorkloadView)
    found.show_year(2027)
    QApplication.processEvents()
    return found


def cells(view: WorkloadView, row: int) -> list[str]:
    return [item.text() if (item := view.table.item(row, column)) else "" for column in range(15)]


def test_each_person_has_a_line_and_too_much_is_marked(view: WorkloadView) -> None:
    assert cells(view, 0) == ["Accueil", "1", "▲\u00a02,5", "▲\u00a02,5", "▲\u00a02,5", *[""] * 9, "7,5"]
    assert cells(view, 1)[:5] == ["Services techniques", "?", "", "1", "1"]
    said = [line.accessibleName() for line in view.findChildren(RemarkLine) if line.isVisible()]
    assert said == [
        "À voir\u00a0: Accueil\u00a0: trop de travail de janvier à mars. Au plus fort, 2,5\u00a0jours pour "
        "1\u00a0jour de temps donné."
    ]


def test_enter_explains_a_month_and_the_link_a_year(page: PlanPage, view: WorkloadView, qtbot: QtBot) -> None:
    view.table.setCurrentCell(0, 3)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert page.explain_panel.isVisible()
    page.explain_panel.hide()
    link = view.table.cellWidget(0, view.table.columnCount() - 1)
    assert isinstance(link, QPushButton)
    link.click()
    assert page.explain_panel.isVisible()


def test_a_year_without_work_says_how_to_get_there(view: WorkloadView, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.mouseClick(view.after, Qt.MouseButton.LeftButton)
    assert view.year == 2030
    assert view.empty.isVisible()
    assert not view.table.isVisible()


def test_what_is_not_estimated_leads_to_its_sheet(
    view: WorkloadView, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        next(each for each in view.findChildren(QPushButton) if each.text() == PRINT.title).click()
    assert opened.args == [PRINT.id]
    assert workspace.session.document.get(Action, PRINT.id).owner_days is None


def test_months_that_follow_each_other_are_told_together() -> None:
    first = 2027 * 12
    assert _when([first]) == "en janvier"
    assert _when([first, first + 1]) == "en janvier et février"
    assert _when([first + 3, first + 4, first + 5, first + 9]) == "d’avril à juin, en octobre"
