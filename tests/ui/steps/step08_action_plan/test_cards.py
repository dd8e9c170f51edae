"""Step 8 says what the plan lacks, proposes actions, and leads to the page where one works."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, Objective
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step08_action_plan.means_card import MeansCard
from nrdesk.ui.steps.step08_action_plan.plan_card import PlanCard
from nrdesk.ui.steps.step08_action_plan.proposals_card import ProposalsCard
from nrdesk.ui.widgets.rows import LinkRow
from tests.ui.planning import plan_of_three
from tests.ui.planning.plan_of_three import PRINT, REPAIR


@pytest.fixture
def step(workspace: Workspace) -> Callable[[], StepPage]:
    """Return what opens the step."""

    def open_it() -> StepPage:
        workspace.go("step8")
        QApplication.processEvents()
        assert isinstance(workspace.page, StepPage)
        return workspace.page

    return open_it


def rows(step: StepPage) -> dict[str, str]:
    (card,) = step.findChildren(PlanCard)
    found = [row for row in card.findChildren(LinkRow) if row.isVisible()]
    return {row.accessibleName(): row.accessibleDescription() for row in found}


def test_an_empty_plan_begins_with_proposals(workspace: Workspace, step, qtbot: QtBot) -> None:
    page = step()
    (card,) = page.findChildren(ProposalsCard)
    first = next(b for b in card.findChildren(QPushButton) if b.text() == "Ajouter au plan")
    title = first.accessibleName().partition("\u00a0: ")[2]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (action,) = workspace.session.document.all(Action)
    assert action.title == title
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() != f"Ajouter au plan\u00a0: {title}"


def test_what_lacks_is_told_and_leads_to_its_field(workspace: Workspace, step, qtbot: QtBot) -> None:
    plan_of_three.write(workspace.session)
    with workspace.session.act("Ajouter un objectif") as tx:
        tx.add(Objective(title="Imprimer deux fois moins", rank=2))
    page = step()
    told = rows(page)
    assert told["Imprimer deux fois moins"].startswith("Cet objectif n’a pas d’action")
    assert told[REPAIR.title] == "Il manque un résultat attendu et un indicateur."
    assert told[PRINT.title].startswith("Il manque un responsable, une date de début")
    (card,) = page.findChildren(PlanCard)
    line = next(each for each in card.findChildren(LinkRow) if each.accessibleName() == REPAIR.title)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert isinstance(workspace.page, PlanPage)
    assert workspace.page.sheet.action_id == REPAIR.id
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Résultat attendu"


def test_the_checklist_leads_somewhere(workspace: Workspace, step) -> None:
    plan_of_three.write(workspace.session)
    page = step()
    for name in ("actions", "indicators", "means", "workload", "validation"):
        page.reveal(name)
        focused = QApplication.focusWidget()
        assert isinstance(focused, LinkRow | QPushButton), name
        assert page.isAncestorOf(focused)


def test_time_and_money_are_told_and_explained(workspace: Workspace, step) -> None:
    plan_of_three.write(workspace.session)
    page = step()
    (card,) = page.findChildren(MeansCard)
    assert card._money.text() == (
        "De 2027 à 2028\u00a0: 900\u00a0€ de dépenses, 400\u00a0€ d’économies, 0\u00a0€ d’aides acquises. "
        "Reste à payer\u00a0: 500\u00a0€."
    )
    assert card.explain_button.isVisible()
