"""The money of the plan, by year and by action, each sum explained."""

import pytest
from PySide6.QtWidgets import QApplication

from nrdesk.core.model import BudgetLine
from nrdesk.ui.planning.budget import BudgetView
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.figure_table import FigureTable
from tests.ui.planning.plan_of_three import KEEP


@pytest.fixture
def view(page: PlanPage) -> BudgetView:
    """Return the money."""
    page.tabs.setCurrentIndex(4)
    QApplication.processEvents()
    found = page.view.widget
    assert isinstance(found, BudgetView)
    return found


def lines(table: FigureTable) -> list[list[str]]:
    columns = range(table.columnCount() - 1)
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in columns]
        for row in range(table.rowCount())
    ]


def plain(cells: list[str]) -> list[str]:
    return [cell.replace("\u00a0€", "") for cell in cells]


def test_years_add_up_to_the_whole(view: BudgetView) -> None:
    first, second, whole = map(plain, lines(view.years))
    assert first == ["2027", "900", "0", "0", "0", "900", "0"]
    assert second == ["2028", "0", "0", "400", "0", "−400", "0"]
    assert whole == ["Ensemble", "900", "0", "400", "0", "500", "0"]


def test_actions_have_their_cost_and_what_they_bring(view: BudgetView) -> None:
    (line,) = map(plain, lines(view.by_action))
    assert line == [KEEP.title, "900", "400", "0", "500"]


def test_every_line_explains_itself(page: PlanPage, view: BudgetView) -> None:
    for table in (view.years, view.by_action):
        for row in range(table.rowCount()):
            link = table.cellWidget(row, table.columnCount() - 1)
            assert link is not None
            link.click()  # type: ignore[attr-defined]
            assert page.explain_panel.isVisible()
            page.explain_panel.hide()


def test_filters_act_on_the_money(page: PlanPage, view: BudgetView) -> None:
    page.filters.show_state("blocked")
    QApplication.processEvents()
    page._show_view()
    assert view.empty.isVisible()
    assert not view.years.isVisible()


def test_a_sum_without_amount_is_told(page: PlanPage, view: BudgetView, workspace: Workspace) -> None:
    with workspace.session.act("Ajouter une somme") as tx:
        tx.add(BudgetLine(action_id=KEEP.id, year=2027))
    QApplication.processEvents()
    told = [each.text() for each in view._unknown_card.findChildren(type(view.empty))]
    assert "1\u00a0somme sans montant." in told
