"""The inventory page: filter, totals, explanation, messages, empty state."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Equipment
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.inventory.columns import COLUMNS, INDEX
from nrdesk.ui.inventory.page import InventoryPage
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.pill import Pill
from tests.ui.inventory.conftest import stored

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


class Window(QWidget):
    """A window with its bar of messages, as the shell has one."""

    def __init__(self, page: InventoryPage) -> None:
        super().__init__()
        self.bar = MessageBar()
        self.page = page
        column = QVBoxLayout(self)
        column.addWidget(page, 1)
        column.addWidget(self.bar)
        self.resize(1080, 700)


def shown(qtbot: QtBot, session: Session) -> Window:
    page = InventoryPage(session)
    page.refresh()
    window = Window(page)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: page.totals.text() != "" or not page.grid.isVisible())
    return window


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Window:
    return shown(qtbot, session)


@pytest.fixture
def page(window: Window) -> InventoryPage:
    return window.page


def bar(page: InventoryPage) -> MessageBar:
    found = page.window().findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_the_totals_follow_the_filter(qtbot: QtBot, page: InventoryPage) -> None:
    assert "4\u00a0lignes sur 5" in page.totals.text()
    assert "5\u00a0appareils" in page.totals.text()
    qtbot.keyClicks(page.filter_field, "hp")
    qtbot.waitUntil(lambda: "1\u00a0ligne sur 5" in page.totals.text())
    assert "2\u00a0appareils" in page.totals.text()
    page.retired_box.click()
    qtbot.waitUntil(lambda: "2\u00a0lignes sur 5" in page.totals.text())


def test_what_is_missing_is_counted_and_shown_on_demand(qtbot: QtBot, page: InventoryPage) -> None:
    assert "1\u00a0ligne à compléter" in words(page)
    page.incomplete_box.click()
    assert page.model.rowCount() == 1


def test_the_figure_of_the_line_is_explained_under_the_grid(page: InventoryPage) -> None:
    page.grid.setCurrentIndex(page.model.index(1, INDEX["brand"]))
    said = words(page.figure_card)
    assert "NR2 · 2\u00a0×\u00a0Ordinateur portable" in said
    assert "fourchette" in said
    assert "÷" in said
    page.grid.setCurrentIndex(page.model.index(3, INDEX["brand"]))
    assert "il manque\u00a0: catégorie" in words(page.figure_card)


def test_the_whole_explanation_opens_beside_and_gives_the_focus_back(
    qtbot: QtBot, page: InventoryPage
) -> None:
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.explain_panel.isVisible()
    said = words(page.explain_panel)
    assert "Source\u00a0:" in said
    assert "95\u00a0chances sur\u00a0100" in said
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.explain_panel.isVisible()
    assert QApplication.focusWidget() is page.grid


def test_deleting_offers_to_undo_and_the_offer_undoes_that_only(
    qtbot: QtBot, page: InventoryPage, session: Session
) -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert bar(page).text == "1\u00a0ligne supprimée."
    offer = next(b for b in bar(page).findChildren(QPushButton) if b.text() == "Annuler")
    with session.act("Autre chose") as tx:
        tx.update(Equipment, stored(session, "NR2").id, brand="Acer")
    offer.click()
    assert "D’autres modifications ont suivi" in bar(page).text
    assert session.document.count(Equipment) == 4
    session.undo()
    offer.click()
    assert session.document.count(Equipment) == 5


def test_pasting_says_what_was_not_understood(qtbot: QtBot, page: InventoryPage) -> None:
    QApplication.clipboard().setText("hier\n")
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.model.index(0, INDEX["purchased"]))
    qtbot.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "n’a pas été comprise" in bar(page).text


def test_the_page_leads_to_a_cell(page: InventoryPage, session: Session) -> None:
    page.reveal(f"{stored(session, 'NR4').id} purchased")
    assert page.grid.line == stored(session, "NR4").id
    assert COLUMNS[page.grid.currentIndex().column()].name == "purchased"
    page.reveal("category")
    assert page.grid.line == stored(session, "NR3").id


def test_what_is_counted_shows_with_its_words(qtbot: QtBot, session: Session) -> None:
    page = InventoryPage(session)
    qtbot.addWidget(page)
    page.refresh()
    assert all(pill.isHidden() for pill in page.findChildren(Pill) if not pill.text())
    page.show()
    qtbot.waitUntil(lambda: page.totals.text() != "")
    assert "appareils" in next(p.text() for p in page.findChildren(Pill) if not p.isHidden())


def test_an_empty_inventory_says_how_to_begin(qtbot: QtBot, empty_session: Session) -> None:
    window = shown(qtbot, empty_session)
    page = window.page
    assert page.empty.isVisible()
    stops = [name_of(widget) for widget in focusable(page.empty)]
    assert stops == ["Importer un inventaire…", "Ajouter une ligne", "Partir de cinq chiffres"]
    assert not page.import_button.isVisible(), "the same is offered once"
    page.empty.add_button.setFocus()
    qtbot.keyClick(page.empty.add_button, Qt.Key.Key_Space)
    assert not page.empty.isVisible()
    assert QApplication.focusWidget() is page.grid
    assert page.import_button.isVisible()
    qtbot.keyClicks(page.grid, "NR1")
    empty_session.undo()
    qtbot.waitUntil(page.empty.isVisible)


def test_the_inventory_is_exported(page: InventoryPage, tmp_path: Path) -> None:
    target = tmp_path / "inventaire.xlsx"
    page.export(target)
    assert target.stat().st_size > 1000
    assert "inventaire.xlsx" in bar(page).text


def test_every_stop_of_the_keyboard_has_a_name(page: InventoryPage) -> None:
    page.explain()
    assert not [widget for widget in focusable(page) if not name_of(widget)]
