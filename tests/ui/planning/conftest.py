"""The page of the plan on three actions."""

import pytest
from PySide6.QtWidgets import QApplication

from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.shell.workspace import Workspace
from tests.ui.planning import plan_of_three


@pytest.fixture
def page(workspace: Workspace) -> PlanPage:
    """Return the page, on its table."""
    plan_of_three.write(workspace.session)
    workspace.go("plan")
    QApplication.processEvents()
    assert isinstance(workspace.page, PlanPage)
    return workspace.page
