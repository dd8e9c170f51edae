"""The pages of the steps show what core says of each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.steps import STEPS, Step, progress
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.widgets.rows import LinkRow


def _shown(page: StepPage) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in page.findChildren(QLabel)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_goal_checklist_documents_and_examples(session: Session, qtbot: QtBot, step: Step) -> None:
    page = StepPage(session, step)
    page.refresh()
    qtbot.addWidget(page)
    shown = _shown(page)
    found = progress(session.document)[step.number - 1]
    expected = [step.goal, *(result.check.text for result in found.results)]
    expected += [each.title for each in step.deliverables]
    expected += [example.who for example in step.examples]
    for words in expected:
        assert words.replace("\u00a0", " ") in shown


def test_what_is_missing_leads_to_where_it_is_filled_in(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step4")
    found = workspace.page.findChildren(QAbstractButton)
    link = next(each for each in found if each.text() == "Compléter")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert workspace.current in {"inventory", "footprint", "authority"}


def test_step_four_leads_to_its_data(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.go("step4")
    rows = workspace.page.findChildren(LinkRow)
    links = {row.accessibleName(): row for row in rows if row.isVisibleTo(workspace.page)}
    # The flash path of a small commune keeps the essential.
    assert set(links) >= {"Inventaire", "Empreinte"}
    assert "Territoire" not in links
    qtbot.mouseClick(links["Inventaire"], Qt.MouseButton.LeftButton)
    assert workspace.current == "inventory"
