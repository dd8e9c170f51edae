"""Step 9 shows what advances, what is blocked with its reason, what leaves its path, and where to go."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, ActionStatus, AnnualReview, Indicator, Reading
from nrdesk.core.steps import STEPS
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.page import StepPage
from nrdesk.ui.steps.step09_improvement.indicators_card import IndicatorsCard
from nrdesk.ui.steps.step09_improvement.status_card import StatusCard
from nrdesk.ui.steps.step09_improvement.year_card import YearCard
from nrdesk.ui.widgets.rows import LinkRow


def shown(workspace: Workspace) -> StepPage:
    workspace.go("step9")
    QApplication.processEvents()
    assert isinstance(workspace.page, StepPage)
    return workspace.page


def card(page: StepPage, kind: type) -> object:
    return page.findChildren(kind)[0]


def rows(holder: object) -> dict[str, str]:
    assert isinstance(holder, StatusCard | IndicatorsCard | YearCard)
    return {row.accessibleName(): row.accessibleDescription() for row in holder.findChildren(LinkRow)}


def test_an_empty_plan_leads_to_step_8(workspace: Workspace) -> None:
    status = card(shown(workspace), StatusCard)
    assert isinstance(status, StatusCard)
    assert "étape 8" in status.sentence.text()
    assert not status.bars.isVisible()


def test_the_board_counts_and_tells_what_waits(workspace: Workspace) -> None:
    with workspace.session.act("Planifier") as tx:
        tx.add(
            Action(title="Auditer", blocked=True, blocked_reason="le prestataire ne répond pas"),
            Action(title="Former", status=ActionStatus.UNDER_WAY, ends="2020"),
            Action(title="Trier", status=ActionStatus.DONE),
            Action(title="Acheter", status=ActionStatus.DROPPED),
        )
    status = card(shown(workspace), StatusCard)
    assert isinstance(status, StatusCard)
    assert [bar.text for bar in status.bars.bars] == ["1", "1", "1"]
    assert status.sentence.text().replace("\u00a0", " ") == (
        "1 action terminée sur 2 lancées. 1 action abandonnée."
    )
    status.explain.click()
    (box,) = status.findChildren(QDialog)
    assert "1 ÷ 2 × 100 = 50" in " ".join(label.text() for label in box.findChildren(QLabel))
    box.close()
    told = rows(status)
    assert told["Auditer"] == "Bloquée\u00a0: le prestataire ne répond pas"
    assert told["Former"].startswith("En retard\u00a0: devait finir")


def test_long_lists_are_cut_and_said(workspace: Workspace) -> None:
    with workspace.session.act("Planifier") as tx:
        tx.add_all(Action(title=f"a{n}", blocked=True) for n in range(8))
    status = card(shown(workspace), StatusCard)
    assert len(rows(status)) == 6


def test_the_indicators_in_short(workspace: Workspace) -> None:
    page = shown(workspace)
    found = card(page, IndicatorsCard)
    assert isinstance(found, IndicatorsCard)
    assert found.isVisible()
    made = Indicator(
        title="Pages", base_value=1, base_date="2019", target_value=9, target_date="2020", unit="pages"
    )
    with workspace.session.act("Suivre") as tx:
        tx.add(made, Reading(indicator_id=made.id, read_on="2020", value=3))
    found = card(shown(workspace), IndicatorsCard)
    assert isinstance(found, IndicatorsCard)
    assert found.sentence.text().endswith("0 sur 1 dans les temps, parmi ceux qui ont une cible.")
    assert "Pages\u00a0: hors trajectoire" in rows(found)
    found.findChildren(LinkRow)[0].click()
    assert workspace.page is not page


def test_every_item_of_the_checklist_leads_to_a_card(workspace: Workspace, qtbot: QtBot) -> None:
    page = shown(workspace)
    for check in STEPS[8].checks:
        page.reveal(check.where.field)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused), check.where.field


@pytest.mark.parametrize("closed", [None, "2026-12-01"])
def test_the_year_says_whether_its_bilan_is_closed(workspace: Workspace, closed: str | None) -> None:
    with workspace.session.act("Préparer") as tx:
        tx.add(AnnualReview(campaign_id=workspace.session.campaign.id, closed_on=closed))
    year = card(shown(workspace), YearCard)
    assert isinstance(year, YearCard)
    assert ("clos" in year.sentence.text()) == bool(closed)
    assert len(rows(year)) == 3
