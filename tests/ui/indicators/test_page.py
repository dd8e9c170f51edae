"""The page of the indicators: taken up, typed, read by nrdesk, explained, and told when off track."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nrdesk.core.campaigns import lifecycle
from nrdesk.core.model import Direction, Indicator, Objective, Reading, TargetStep
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.indicators.page import IndicatorsPage
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.rows import LinkRow

LAST_YEAR = dt.date.today().year - 1
OBJECTIVE = Objective(
    title="Imprimer moins",
    indicator="Pages par agent",
    unit="pages",
    base_year=LAST_YEAR,
    base_value=2000,
    target_value=1000,
    due=str(LAST_YEAR + 4),
)


@pytest.fixture
def page(workspace: Workspace) -> IndicatorsPage:
    """Return the page, with an objective that says what to measure."""
    with workspace.session.act("Viser") as tx:
        tx.add(OBJECTIVE)
        tx.set_setting("flash_path", False)
    return shown(workspace)


def shown(workspace: Workspace) -> IndicatorsPage:
    workspace.go("indicators")
    assert isinstance(workspace.page, IndicatorsPage)
    return workspace.page


def follow(workspace: Workspace, *readings: tuple[str, float], **fields: object) -> Indicator:
    made = Indicator(title="Pages par agent", unit="pages", direction=Direction.DOWN, **fields)  # type: ignore[arg-type]
    with workspace.session.act("Suivre") as tx:
        tx.add(made)
        tx.add_all(Reading(indicator_id=made.id, read_on=on, value=value) for on, value in readings)
    return made


def alerts(page: IndicatorsPage) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName() for row in page.alerts.findChildren(LinkRow) if row.isVisible()]


def test_an_empty_page_proposes_what_the_objectives_say(page: IndicatorsPage) -> None:
    assert not page.alerts.isVisible()
    assert not page.readings.isVisible()
    assert not page.read_all.isEnabled()
    assert page.proposals.take_objectives.text() == "Suivre l’indicateur de votre objectif"


def test_taking_the_objectives_up_is_one_gesture(page: IndicatorsPage, workspace: Workspace) -> None:
    page.proposals.take_objectives.click()
    (made,) = workspace.session.document.all(Indicator)
    assert (made.objective_id, made.target_value) == (OBJECTIVE.id, 1000)
    assert page.section.current_id == made.id
    assert page.section.panel.pill.text() == "aucun relevé"
    assert not page.proposals.take_objectives.isVisible()
    workspace.session.undo()
    assert workspace.session.document.count(Indicator) == 0


def test_a_reading_is_typed_in_two_keys_and_shows_at_once(
    page: IndicatorsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.proposals.take_objectives.click()
    page.section.panel.type_in.click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert "Valeur relevée" in name_of(field)
    qtbot.keyClicks(field, "1900")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    (reading,) = workspace.session.document.all(Reading)
    assert (reading.value, reading.read_on) == (1900, dt.date.today().isoformat())
    QApplication.processEvents()
    assert page.section.panel.value.text() == "1\u202f900\u00a0pages"
    assert page.section.panel.chart.isVisible()
    assert "1 900 pages" in page.section.panel.chart.accessibleDescription().replace("\u202f", " ")


def test_what_leaves_its_path_is_told_with_the_reason(page: IndicatorsPage, workspace: Workspace) -> None:
    made = follow(
        workspace,
        (str(LAST_YEAR), 2400.0),
        base_value=2000.0,
        base_date=str(LAST_YEAR - 1),
        target_value=1000.0,
        target_date=str(LAST_YEAR + 1),
    )
    page = shown(workspace)
    assert alerts(page)[0] == "Pages par agent\u00a0: hors trajectoire"
    assert page.section.panel.pill.text() == "hors trajectoire"
    assert "en recul" in page.section.panel.reason.text()
    page.alerts.findChildren(LinkRow)[0].click()
    assert page.section.current_id == made.id


def test_a_calm_page_says_so(workspace: Workspace) -> None:
    follow(workspace, (dt.date.today().isoformat(), 3.0))
    page = shown(workspace)
    assert alerts(page) == []
    assert page.alerts.isVisible()


def test_nrdesk_reads_what_it_computes(workspace: Workspace) -> None:
    with workspace.session.act("Suivre") as tx:
        tx.add(Indicator(title="Reconditionné", unit="%", measured_by="undated.park"))
        tx.add(Indicator(title="Actions", unit="%", measured_by="plan.done_share"))
    page = shown(workspace)
    page.read_all.click()
    (reading,) = workspace.session.document.all(Reading)
    assert reading.computed
    page.section.panel.read.click()
    assert workspace.session.document.count(Reading) == 1
    page.section.panel.explain_figure.click()
    assert page.explain_panel.isVisible()
    assert page.section.panel.explain.isVisible()


def test_the_years_before_are_read_once(workspace: Workspace) -> None:
    document = workspace.session.document
    lifecycle.copy_campaign(document, document.campaign, document.campaign.year + 1, "2027-06-30")
    with workspace.session.act("Suivre") as tx:
        tx.add(Indicator(title="Sans date", unit="%", measured_by="undated.park"))
    page = shown(workspace)
    assert page.section.panel.read_past.isVisible()
    page.section.panel.read_past.click()
    (reading,) = document.all(Reading)
    assert (reading.read_on or "").startswith("2026")
    assert not page.section.panel.read_past.isVisible()


def test_a_figure_without_value_says_why(workspace: Workspace) -> None:
    with workspace.session.act("Suivre") as tx:
        tx.add(Indicator(title="Actions", unit="%", measured_by="plan.done_share"))
    page = shown(workspace)
    page.section.panel.read.click()
    page.section.panel.explain_figure.click()
    assert workspace.session.document.count(Reading) == 0
    assert not page.explain_panel.isVisible()


def test_the_state_is_explained_beside(page: IndicatorsPage) -> None:
    page.proposals.take_objectives.click()
    page.section.panel.explain.click()
    assert page.explain_panel.isVisible()


def test_steps_bend_the_path(page: IndicatorsPage, workspace: Workspace) -> None:
    page.proposals.take_objectives.click()
    page.steps.add_record()
    step = workspace.session.document.all(TargetStep)[0]
    with workspace.session.act("Dater") as tx:
        tx.update(TargetStep, step.id, due=str(LAST_YEAR + 2), value=1800)
    page.refresh()
    assert len(page.section.panel.chart.accessibleDescription().split(",")) >= 3
    assert page.steps.list.lines[0].details == "1\u202f800\u00a0pages"


def test_settings_open_with_enter_and_readings_are_never_copied(page: IndicatorsPage, qtbot: QtBot) -> None:
    page.proposals.take_objectives.click()
    assert not page.section.settings.content.isVisible()
    page.section.list.setFocus()
    qtbot.keyClick(page.section.list, Qt.Key.Key_Return)
    assert page.section.settings.content.isVisible()
    page.readings.add_record()
    assert "Ctrl+Shift+D" not in page.readings.list.keys


def test_places_lead_here(page: IndicatorsPage, workspace: Workspace) -> None:
    page.proposals.take_objectives.click()
    (made,) = workspace.session.document.ids(Indicator)
    page.reveal(made)
    assert page.section.list.hasFocus()
    page.reveal("target_value")
    assert "Valeur visée" in name_of(QApplication.focusWidget())
    page.reveal("readings")
    page.reveal("nowhere")


def test_more_is_proposed_when_asked(page: IndicatorsPage) -> None:
    before = len(page.proposals.findChildren(type(page.proposals.more)))
    page.proposals.more.click()
    assert not page.proposals.more.isVisible()
    assert len(page.proposals.findChildren(type(page.proposals.more))) > before


def test_everything_has_a_name(page: IndicatorsPage) -> None:
    page.proposals.take_objectives.click()
    page.readings.add_record()
    page.section.open_settings()
    QApplication.processEvents()
    assert [repr(widget) for widget in focusable(page) if not name_of(widget).strip()] == []
