"""Step 6: what it says of the document, where it leads."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core import roadmap
from nrdesk.core.model import Authority, Quote
from nrdesk.ui.roadmap.page import RoadmapPage
from nrdesk.ui.roadmap.versions_dialog import VersionsDialog
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step06_roadmap.chapters_card import ChaptersCard
from nrdesk.ui.steps.step06_roadmap.versions_card import VersionsCard
from nrdesk.ui.widgets.rows import LinkRow


@pytest.fixture
def step(workspace: Workspace) -> StepPage:
    workspace.go("step6")
    QApplication.processEvents()
    assert isinstance(workspace.page, StepPage)
    return workspace.page


def words(page: StepPage, kind: type) -> str:
    card = page.findChild(kind)
    return "\n".join(label.text() for label in card.findChildren(QLabel) if not label.isHidden())


def test_the_document_is_told_in_one_line(step):
    assert "% rempli\u00a0: 14 chapitres" in words(step, ChaptersCard)
    assert "Ce que le décret vous demande" not in words(step, ChaptersCard)


def test_a_link_leads_to_the_chapter_that_lacks_something(step, workspace):
    card = step.findChild(ChaptersCard)
    link = next(row for row in card.findChildren(LinkRow) if row.accessibleName() == "Notre ambition")
    link.click()
    assert isinstance(workspace.page, RoadmapPage)
    assert workspace.page.pane.title.text() == "Notre ambition"


def test_the_four_contents_are_told_to_whom_the_law_names(step, workspace):
    with workspace.session.act("Grandir") as tx:
        authority = workspace.session.document.authority.id
        tx.update(Authority, authority, population_municipal=60_000, population_total=60_500)
    step.refresh()
    assert "Indicateurs de suivi" in words(step, ChaptersCard)


def test_quotes_are_kept_in_their_order(step, workspace, qtbot: QtBot):
    step.reveal("quotes")
    QApplication.processEvents()
    with workspace.session.act("Citer") as tx:
        tx.add(Quote(speaker="Jean", rank=2), Quote(speaker="Nadia", rank=1))
    step.refresh()
    section = next(each for each in step._sections if getattr(each, "_kind", None) is Quote)
    assert [line.title for line in section.list.lines] == ["Nadia", "Jean"]


def test_versions_are_listed_and_opened(step, workspace):
    roadmap.save_version(workspace.session.document, "avant relecture")
    step.refresh()
    assert "avant relecture" in words(step, VersionsCard)
    card = step.findChild(VersionsCard)
    card.open_versions()
    dialog = card.findChild(VersionsDialog)
    assert dialog is not None
    dialog.close()


@pytest.mark.parametrize("field", ["chapters", "quotes", "versions"])
def test_the_checklist_leads_to_its_cards(workspace: Workspace, field: str) -> None:
    workspace.go("step6", field)
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None
