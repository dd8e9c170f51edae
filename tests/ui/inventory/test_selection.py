"""Editing a selection at once, taking lines out of the park, and the quality of each."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Equipment, EquipmentStatus, ExitRoute
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.inventory.bulk_dialog import BulkDialog
from nrdesk.ui.inventory.columns import INDEX, QUALITY
from nrdesk.ui.inventory.grid import InventoryGrid
from nrdesk.ui.inventory.leave_dialog import LeaveDialog
from nrdesk.ui.inventory.model import InventoryModel
from nrdesk.ui.session import Session
from tests.ui.inventory.conftest import stored

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def grid(qtbot: QtBot, session: Session) -> InventoryGrid:
    grid = InventoryGrid(InventoryModel(session))
    grid.model().choose(wanted="", incomplete_only=False, with_retired=True)
    qtbot.addWidget(grid)
    grid.resize(1366, 400)
    grid.show_usual_columns()
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def select(grid: InventoryGrid, *numbers: str, column: str = "site") -> None:
    rows = [row for row in range(len(grid.model().lines)) if grid.model().lines[row].number in numbers]
    flags = QItemSelectionModel.SelectionFlag
    grid.setCurrentIndex(grid.model().index(rows[0], INDEX[column]))
    for row in rows:
        grid.selectionModel().select(grid.model().index(row, INDEX[column]), flags.Select)


def opened(grid: InventoryGrid) -> QDialog:
    [dialog] = [found for found in grid.findChildren(QDialog) if found.isVisible()]
    return dialog


def bulk(qtbot: QtBot, grid: InventoryGrid) -> BulkDialog:
    qtbot.keyClick(grid, Qt.Key.Key_M, CTRL)
    dialog = opened(grid)
    assert isinstance(dialog, BulkDialog)
    return dialog


def leaving(qtbot: QtBot, grid: InventoryGrid) -> LeaveDialog:
    qtbot.keyClick(grid, Qt.Key.Key_M, CTRL | SHIFT)
    dialog = opened(grid)
    assert isinstance(dialog, LeaveDialog)
    return dialog


def test_several_fields_of_several_lines_change_in_one_action(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    select(grid, "NR1", "NR2", "NR3")
    dialog = bulk(qtbot, grid)
    assert dialog.rows[0].name == "site"
    dialog.rows[0].editor.setText("Annexe")
    dialog.add_row("purchased")
    dialog.rows[1].editor.setText("2020")
    assert dialog.accept_button.text() == "Modifier 3\u00a0lignes"
    qtbot.keyClick(dialog.rows[1].editor, Qt.Key.Key_Return)
    lines = [stored(session, number) for number in ("NR1", "NR2", "NR3")]
    assert [(line.site, line.purchased) for line in lines] == [("Annexe", "2020")] * 3
    assert stored(session, "NR10").site == ""
    assert session.document.undo_label == "Modifier 3\u00a0lignes\u00a0: Lieu, Date d’achat"
    session.undo()
    assert stored(session, "NR2").site == "École"


def test_the_dialog_says_what_would_change_before_it_does(qtbot: QtBot, grid: InventoryGrid) -> None:
    select(grid, "NR1", "NR2", "NR10")
    dialog = bulk(qtbot, grid)
    row = dialog.rows[0]
    note = row.editor.accessibleDescription
    assert note() == "Aujourd’hui\u00a0: Mairie (1), École (1), vide (1)."
    assert not dialog.accept_button.isEnabled()
    assert "Écrivez une valeur" in dialog.accept_button.toolTip()
    row.editor.setText("Mairie")
    assert note() == "2\u00a0lignes changent\u00a0: Mairie (1), École (1), vide (1) → Mairie."
    assert dialog.accept_button.text() == "Modifier 2\u00a0lignes"
    dialog.add_row("price")
    dialog.rows[1].editor.setText("cher")
    assert "n’est pas un nombre" in dialog.rows[1].editor.accessibleDescription()
    assert not dialog.accept_button.isEnabled()
    dialog.rows[1].removed.emit()
    assert dialog.accept_button.isEnabled()
    dialog.add_row("site")
    assert "deux fois" in dialog.accept_button.toolTip()


def test_a_list_is_chosen_from_and_what_designates_one_appliance_is_not_offered(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    select(grid, "NR1", "NR2", column="acquisition")
    dialog = bulk(qtbot, grid)
    assert dialog.rows[0].name == "acquisition"
    offered = {dialog.rows[0].field_box.itemData(row) for row in range(dialog.rows[0].field_box.count())}
    assert offered.isdisjoint({"number", "serial_number", QUALITY})
    assert not [widget for widget in focusable(dialog) if not name_of(widget)]
    dialog.rows[0].editor.setEditText("reconditionné")
    dialog.accept()
    assert {stored(session, number).acquisition.label for number in ("NR1", "NR2")} == {"reconditionné"}


def test_lines_leave_the_park_and_come_back(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    select(grid, "NR1", "NR3", "NR4")
    dialog = leaving(qtbot, grid)
    dialog.route_box.setCurrentText("don")
    dialog.date_field.setText("03/2026")
    dialog.recipient_field.setText("Collège")
    dialog.accept()
    gone = [stored(session, number) for number in ("NR1", "NR3")]
    assert {(line.status, line.retired, line.exit_route, line.recipient) for line in gone} == {
        (EquipmentStatus.OUT, "2026-03", ExitRoute.DONATED, "Collège")
    }
    assert stored(session, "NR4").recipient == ""
    assert session.document.undo_label == "Sortir 2\u00a0appareils du parc"
    select(grid, "NR1", "NR3")
    grid.gestures.come_back()
    back = stored(session, "NR1")
    assert (back.status, back.retired, back.exit_route, back.recipient) == (
        EquipmentStatus.IN_USE, None, ExitRoute.UNKNOWN, "",
    )  # fmt: skip


def test_some_appliances_of_a_line_leave_and_the_others_stay(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    select(grid, "NR2")
    dialog = leaving(qtbot, grid)
    dialog.quantity_field.setText("5")
    assert not dialog.accept_button.isEnabled()
    dialog.quantity_field.setText("1")
    dialog.accept()
    both = [line for line in session.document.all(Equipment) if line.number == "NR2"]
    assert [(line.quantity, line.status) for line in both] == [
        (1, EquipmentStatus.IN_USE),
        (1, EquipmentStatus.OUT),
    ]
    session.undo()
    assert stored(session, "NR2").quantity == 2


def test_a_date_that_cannot_be_read_does_not_leave(qtbot: QtBot, grid: InventoryGrid) -> None:
    select(grid, "NR1")
    dialog = leaving(qtbot, grid)
    assert not [widget for widget in focusable(dialog) if not name_of(widget)]
    dialog.date_field.setText("hier")
    assert not dialog.accept_button.isEnabled()
    assert "n’est pas une date" in dialog.date_field.accessibleDescription()
    dialog.reject()


def test_what_is_said_of_an_exit_has_no_effect_on_an_appliance_that_is_there(grid: InventoryGrid) -> None:
    model = grid.model()
    index = model.index(0, INDEX["recipient"])
    model.setData(index, "Collège")
    assert "Sans effet" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.cell(0, INDEX["recipient"]).tone == "warn"


def test_a_line_says_how_well_it_is_known_and_what_would_help(grid: InventoryGrid) -> None:
    cell = grid.model().index(0, INDEX[QUALITY])
    assert cell.data() == "75 · bonne"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("À compléter pour 100\u00a0:")
    assert "électricité mesurée (+10)" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_the_menu_of_the_cells_names_the_keys(grid: InventoryGrid) -> None:
    menu = grid.cell_menu()
    keys = {action.text(): action.shortcut().toString() for action in menu.actions() if action.text()}
    assert keys["Modifier la sélection…"] == "Ctrl+M"
    assert keys["Sortir du parc…"] == "Ctrl+Shift+M"
    assert {"Copier", "Coller", "Recopier vers le bas", "Remettre dans le parc"} <= set(keys)
    menu.deleteLater()
    QApplication.processEvents()


def test_several_columns_are_ticked_without_the_menu_closing(qtbot: QtBot, grid: InventoryGrid) -> None:
    menu = grid.column_menu()
    menu.popup(grid.mapToGlobal(grid.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    for label, name in (("Fournisseur", "supplier"), ("Garantie jusqu’au", "warranty_until")):
        [action] = [action for action in menu.actions() if action.text() == label]
        assert grid.isColumnHidden(INDEX[name])
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
        assert not grid.isColumnHidden(INDEX[name])
        assert menu.isVisible()
    usual = next(action for action in menu.actions() if action.text() == "Colonnes essentielles")
    usual.trigger()
    assert grid.isColumnHidden(INDEX["supplier"])
    menu.close()
    menu.deleteLater()
