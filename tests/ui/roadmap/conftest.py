"""A page where a strategy is written, on a commune that told a part of it."""

import pytest
from PySide6.QtWidgets import QApplication

from nrdesk.core.model import Ambition, Quote
from nrdesk.ui.roadmap.page import RoadmapPage
from nrdesk.ui.shell.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace) -> RoadmapPage:
    """Return the page, on a document that has an ambition."""
    with workspace.session.act("Préparer") as tx:
        tx.add(Ambition(text="Garder nos appareils sept ans."), Quote(speaker="Jean", text="J’y crois."))
        tx.set_setting("flash_path", False)
    workspace.go("roadmap")
    QApplication.processEvents()
    assert isinstance(workspace.page, RoadmapPage)
    return workspace.page
