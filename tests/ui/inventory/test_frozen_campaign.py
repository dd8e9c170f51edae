"""A frozen campaign is read, sorted and copied; nothing writes in it, and everything says why."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core.campaigns import copy_campaign, freeze, unfreeze
from nrdesk.core.exchange import read_source
from nrdesk.core.model import Equipment
from nrdesk.ui.inventory.columns import INDEX
from nrdesk.ui.inventory.page import InventoryPage
from nrdesk.ui.session import Session
from tests.ui.inventory.test_page import LEFT, Window, bar, shown, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    freeze(session.document, session.campaign)
    return shown(qtbot, session)


@pytest.fixture
def page(window: Window) -> InventoryPage:
    return window.page


def writers(page: InventoryPage) -> list[object]:
    tools = page.tools
    return [page.add_button, page.import_button, tools.edit_button, tools.leave_button, tools.delete_button]


def test_the_page_says_that_the_campaign_is_frozen_and_offers_nothing_that_writes(
    page: InventoryPage,
) -> None:
    assert "Campagne 2026 figée le" in words(page.banner)
    assert "ses chiffres ne bougent plus" in words(page.banner)
    for control in writers(page):
        assert not control.isEnabled()
        assert "figée" in control.toolTip()
    assert page.export_button.isEnabled()
    menu = page.grid.cell_menu()
    offered = {action.text() for action in menu.actions() if action.isEnabled() and action.text()}
    assert offered == {"Copier", "Expliquer ce chiffre"}
    menu.deleteLater()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, CTRL),
        (Qt.Key.Key_D, CTRL),
        (Qt.Key.Key_M, CTRL),
        (Qt.Key.Key_Minus, CTRL),
        (Qt.Key.Key_Plus, CTRL),
    ],
)
def test_a_key_that_would_write_says_why_it_does_not(
    qtbot: QtBot, page: InventoryPage, session: Session, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    QApplication.clipboard().setText("Acer\n")
    before = session.document.all(Equipment)
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(1, INDEX["brand"]))
    qtbot.keyClick(page.grid, key, modifiers)
    assert "figée" in bar(page).text
    assert session.document.all(Equipment) == before


def test_reading_sorting_and_copying_still_work(qtbot: QtBot, page: InventoryPage) -> None:
    page.grid.sortByColumn(INDEX["number"], Qt.SortOrder.DescendingOrder)
    page.grid.selectionModel().clearSelection()
    page.grid.setCurrentIndex(page.model.index(0, INDEX["number"]))
    qtbot.keyClick(page.grid, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "NR10\n"


def test_the_page_follows_the_campaign(
    qtbot: QtBot, page: InventoryPage, session: Session, tmp_path: Path
) -> None:
    old = session.campaign
    new = copy_campaign(session.document, old, 2027, "2027-01-01")
    session.show_campaign(new)
    assert page.banner.isHidden()
    assert all(control.isEnabled() for control in writers(page))
    assert page.grid.model().lines[0].campaign_id == new.id
    qtbot.mouseClick(page.add_button, LEFT)
    assert session.document.count(Equipment, campaign_id=new.id) > 4
    session.show_campaign(old)
    target = tmp_path / "inventaire-2026"
    page.export(target)
    assert "inventaire-2026.xlsx" in bar(page).text
    assert len(read_source(target.with_suffix(".xlsx")).rows) == session.document.count(
        Equipment, campaign_id=old.id
    )
    assert not page.banner.isHidden()
    assert not page.add_button.isEnabled()


def test_a_campaign_that_is_no_longer_frozen_is_written_again(page: InventoryPage, session: Session) -> None:
    unfreeze(session.document, session.campaign)
    assert page.banner.isHidden()
    assert page.model.setData(page.model.index(0, INDEX["brand"]), "Acer")
