"""The card of the campaigns: opening, freezing, unfreezing, deleting; what cannot be read is said there."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Equipment
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.years.campaigns_card import CampaignsCard


@pytest.fixture
def card(session: Session, qtbot: QtBot) -> CampaignsCard:
    made = CampaignsCard(session)
    session.changed.connect(made.refresh)
    session.campaign_changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.refresh()
    made.resize(1000, 900)
    made.show()
    return made


@pytest.fixture
def agreeing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to every question, and return those that were asked."""
    asked: list[str] = []

    def press_yes(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_yes)
    return asked


def press(card: QWidget, name: str) -> None:
    # A layout shows what it was given, and lets go of what it lost, at the next turn of the loop.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    (found,) = [b for b in card.findChildren(QPushButton) if name_of(b) == name and b.isVisibleTo(card)]
    found.click()


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_campaign_opens_from_the_latest_one_with_the_keyboard(
    card: CampaignsCard, session: Session, qtbot: QtBot
) -> None:
    assert card.focus_field("open")
    assert card.opening.year_field.text() == "2027"
    assert card.opening.date_field.text() == "31/12/2027"
    qtbot.keyClick(card.opening.open_button, Qt.Key.Key_Space)
    assert [campaign.year for campaign in session.document.campaigns()] == [2026, 2027]
    assert session.campaign.year == 2027
    assert session.document.count(Equipment, campaign_id=session.campaign.id) == 2
    session.undo()
    assert session.campaign.year == 2026


@pytest.mark.parametrize(
    ("year", "date", "expected"),
    [
        ("2026", "31/12/2026", "existe déjà"),
        ("deux mille", "31/12/2027", "Écrivez une année"),
        ("2027", "2027", "le jour, le mois et l’année"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    card: CampaignsCard, session: Session, year: str, date: str, expected: str
) -> None:
    card.focus_field("open")
    card.opening.year_field.setText(year)
    card.opening.date_field.setText(date)
    card.opening.open_button.click()
    assert expected in words(card.opening)
    assert len(session.document.campaigns()) == 1


def test_a_frozen_campaign_can_no_longer_be_changed_until_it_is_unfrozen(
    card: CampaignsCard, session: Session, agreeing: list[str]
) -> None:
    press(card, "Figer la campagne 2026")
    assert session.campaign.frozen
    assert not card.form.isEnabled()
    press(card, "Défiger la campagne 2026")
    assert not session.campaign.frozen
    assert card.form.isEnabled()
    assert agreeing == ["Figer la campagne 2026\u00a0?", "Défiger la campagne 2026\u00a0?"]


def test_a_campaign_goes_with_its_lines_and_comes_back(
    card: CampaignsCard, session: Session, agreeing: list[str]
) -> None:
    card.opening.open_campaign()
    press(card, "Supprimer la campagne 2027")
    assert [campaign.year for campaign in session.document.campaigns()] == [2026]
    assert session.document.count(Equipment) == 2
    session.undo()
    assert session.document.count(Equipment) == 4
    assert agreeing


def test_every_stop_of_the_keyboard_has_a_name_of_its_own(card: CampaignsCard) -> None:
    card.opening.open_campaign()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    names = [name_of(widget) for widget in focusable(card) if isinstance(widget, QPushButton)]
    assert all(names)
    assert len(names) == len(set(names))


def test_the_menu_of_the_top_bar_changes_the_year_and_leads_to_the_page(
    workspace: Workspace, qtbot: QtBot
) -> None:
    menu = workspace.topbar.campaigns
    menu.asked.emit("open")
    assert workspace.current == "years"
    workspace.page.findChild(CampaignsCard).opening.open_campaign()
    menu.menu().aboutToShow.emit()
    entries = {action.text(): action for action in menu.menu().actions()}
    assert entries["Campagne 2027"].isChecked()
    entries["Campagne 2026"].trigger()
    assert workspace.session.campaign.year == 2026
    qtbot.waitUntil(lambda: menu.text() == "2026")
    assert menu.accessibleName() == "Campagne affichée\u00a0: 2026"
