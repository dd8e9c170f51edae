"""The grid answers the keys of a spreadsheet, and every gesture can be undone in one go."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Equipment
from nrdesk.ui.inventory.columns import COLUMNS, INDEX, QUALITY, YEARLY
from nrdesk.ui.inventory.grid import InventoryGrid
from nrdesk.ui.inventory.model import InventoryModel
from nrdesk.ui.session import Session
from tests.ui.inventory.conftest import stored

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def grid(qtbot: QtBot, session: Session) -> InventoryGrid:
    made = InventoryGrid(InventoryModel(session))
    made.resize(1000, 500)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_usual_columns()
    made.setFocus()
    return made


def go(grid: InventoryGrid, row: int, name: str) -> None:
    grid.setCurrentIndex(grid.model().index(row, INDEX[name]))


def select(grid: InventoryGrid, top: int, first: str, bottom: int, last: str) -> None:
    go(grid, top, first)
    area = QItemSelection(grid.model().index(top, INDEX[first]), grid.model().index(bottom, INDEX[last]))
    grid.selectionModel().select(area, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def texts(grid: InventoryGrid, name: str) -> list[str]:
    model = grid.model()
    return [model.index(row, INDEX[name]).data() for row in range(model.rowCount())]


def here(grid: InventoryGrid) -> tuple[int, str]:
    return grid.currentIndex().row(), COLUMNS[grid.currentIndex().column()].name


def editor(grid: InventoryGrid) -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not grid, "nothing is being typed"
    return focused


def test_typing_replaces_and_enter_goes_down(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    go(grid, 0, "brand")
    qtbot.keyClicks(grid, "F")
    qtbot.keyClicks(editor(grid), "ujitsu")
    qtbot.keyClick(editor(grid), Key.Key_Return)
    assert stored(session, "NR1").brand == "Fujitsu"
    assert here(grid) == (1, "brand")
    assert session.document.undo_label == "Modifier «\u00a0Marque\u00a0»"
    session.undo()
    assert texts(grid, "brand")[0] == "Dell"


def test_f2_edits_what_is_there_and_escape_gives_up(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    go(grid, 0, "brand")
    qtbot.keyClick(grid, Key.Key_F2)
    line = editor(grid)
    assert isinstance(line, QLineEdit)
    assert line.text() == "Dell"
    qtbot.keyClick(line, Key.Key_End)
    qtbot.keyClicks(line, " Inc.")
    qtbot.keyClick(line, Key.Key_Escape)
    assert stored(session, "NR1").brand == "Dell"
    assert session.document.undo_label == "Préparer"


def test_tab_moves_while_typing_and_enter_comes_back_under_the_first_cell(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    go(grid, 0, "brand")
    qtbot.keyClicks(grid, "A")
    qtbot.keyClick(editor(grid), Key.Key_Tab)
    assert here(grid) == (0, "model")
    qtbot.keyClicks(grid, "B")
    qtbot.keyClick(editor(grid), Key.Key_Return)
    assert here(grid) == (1, "brand")
    assert (stored(session, "NR1").brand, stored(session, "NR1").model) == ("A", "B")


def test_tab_leaves_the_grid_when_nothing_is_typed(qtbot: QtBot, session: Session) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    grid, after = InventoryGrid(InventoryModel(session)), QPushButton("Suite")
    column.addWidget(grid)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_a_category_is_chosen_by_typing_without_accents(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    go(grid, 3, "category")
    qtbot.keyClicks(grid, "v")
    box = editor(grid)
    assert isinstance(box, QComboBox | QLineEdit)
    qtbot.keyClicks(box, "ideoproj")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    assert "Vidéoprojecteur" in [popup.model().index(i, 0).data() for i in range(popup.model().rowCount())]
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert stored(session, "NR3").category == "videoprojecteur"
    assert here(grid) == (4 - 1, "category")  # already on the last row


def test_what_cannot_be_read_is_kept_in_red_with_its_reason(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    go(grid, 0, "purchased")
    qtbot.keyClicks(grid, "h")
    qtbot.keyClicks(editor(grid), "ier")
    qtbot.keyClick(editor(grid), Key.Key_Return)
    model = grid.model()
    assert texts(grid, "purchased")[0] == "hier"
    assert stored(session, "NR1").purchased is None
    cell = model.cell(0, INDEX["purchased"])
    assert cell.tone == "bad"
    assert "n’est pas une date" in model.index(0, INDEX["purchased"]).data(Qt.ItemDataRole.ToolTipRole)
    assert stored(session, "NR1").id in model.lines.incomplete()


def test_a_block_comes_from_a_spreadsheet_in_one_action(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    go(grid, 2, "brand")
    QGuiApplication.clipboard().setText(
        'Acer\t"Aspire\n5"\tMairie\r\nAsus\tVivo\tÉcole\r\nApple\tMac\tCrèche\r\n'
    )
    qtbot.keyClick(grid, Key.Key_V, CTRL)
    assert texts(grid, "brand") == ["Dell", "HP", "Acer", "Asus", "Apple"]
    assert texts(grid, "model")[2] == "Aspire 5"
    assert texts(grid, "site")[2:] == ["Mairie", "École", "Crèche"]
    assert session.document.undo_label == "Coller 3\u00a0lignes"
    session.undo()
    assert texts(grid, "brand") == ["Dell", "HP", "Lenovo", "Epson"]
    session.redo()
    assert texts(grid, "brand")[-1] == "Apple"


def test_one_cell_pasted_over_a_selection_fills_it(qtbot: QtBot, grid: InventoryGrid) -> None:
    select(grid, 0, "brand", 2, "model")
    QGuiApplication.clipboard().setText("Idem\n")
    qtbot.keyClick(grid, Key.Key_V, CTRL)
    assert texts(grid, "brand") == ["Idem", "Idem", "Idem", "Epson"]
    assert texts(grid, "model")[:3] == ["Idem"] * 3


def test_copy_gives_what_a_spreadsheet_expects(qtbot: QtBot, grid: InventoryGrid) -> None:
    select(grid, 0, "number", 1, "brand")
    qtbot.keyClick(grid, Key.Key_C, CTRL)
    rows = QGuiApplication.clipboard().text().splitlines()
    assert rows[1] == "NR2\tOrdinateur portable\tHP"


def test_a_calculated_column_is_never_written(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    go(grid, 0, YEARLY)
    QGuiApplication.clipboard().setText("0")
    qtbot.keyClick(grid, Key.Key_V, CTRL)
    qtbot.keyClick(grid, Key.Key_Delete)
    qtbot.keyClicks(grid, "7")
    assert QApplication.focusWidget() is grid
    assert session.document.undo_label == "Préparer"


def test_ctrl_d_copies_down(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    select(grid, 0, "brand", 2, "brand")
    qtbot.keyClick(grid, Key.Key_D, CTRL)
    assert texts(grid, "brand") == ["Dell", "Dell", "Dell", "Epson"]
    go(grid, 3, "brand")
    qtbot.keyClick(grid, Key.Key_D, CTRL)
    assert texts(grid, "brand")[3] == "Dell"
    session.undo()
    session.undo()
    assert texts(grid, "brand") == ["Dell", "HP", "Lenovo", "Epson"]


def test_ctrl_enter_fills_the_selection(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    select(grid, 0, "site", 3, "site")
    qtbot.keyClicks(grid, "C")
    qtbot.keyClicks(editor(grid), "antine")
    qtbot.keyClick(editor(grid), Key.Key_Return, CTRL)
    assert texts(grid, "site") == ["Cantine"] * 4
    session.undo()
    assert texts(grid, "site") == ["Mairie", "École", "", "École"]


def test_delete_empties_the_cells(qtbot: QtBot, grid: InventoryGrid) -> None:
    select(grid, 0, "brand", 1, "brand")
    qtbot.keyClick(grid, Key.Key_Delete)
    assert texts(grid, "brand") == ["", "", "Lenovo", "Epson"]


def test_lines_are_deleted_with_an_offer_to_undo(qtbot: QtBot, grid: InventoryGrid, session: Session) -> None:
    said: list[tuple[str, str, bool]] = []
    grid.gestures.said.connect(lambda *words: said.append(words))
    select(grid, 0, "brand", 1, "brand")
    qtbot.keyClick(grid, Key.Key_Minus, CTRL)
    assert texts(grid, "number") == ["NR10", "NR3"]
    assert said == [("2\u00a0lignes supprimées.", "ok", True)]
    session.undo()
    assert texts(grid, "number") == ["NR1", "NR2", "NR10", "NR3"]


def test_a_line_is_added_at_the_end_whatever_the_sort(
    qtbot: QtBot, grid: InventoryGrid, session: Session
) -> None:
    grid.sortByColumn(INDEX["number"], Qt.SortOrder.AscendingOrder)
    qtbot.keyClick(grid, Key.Key_Plus, CTRL)
    assert texts(grid, "number") == ["NR1", "NR2", "NR3", "NR10", ""]
    assert here(grid) == (4, "number")
    assert session.document.count(Equipment) == 6


def test_a_line_is_duplicated_without_what_designates_one_appliance(
    qtbot: QtBot, grid: InventoryGrid
) -> None:
    go(grid, 1, "brand")
    qtbot.keyClick(grid, Key.Key_D, CTRL | SHIFT)
    assert texts(grid, "brand")[-1] == "HP"
    assert texts(grid, "number")[-1] == ""


def test_a_click_on_a_header_sorts_then_reverses_then_gives_the_order_back(
    qtbot: QtBot, grid: InventoryGrid
) -> None:
    header = grid.horizontalHeader()

    def click(name: str) -> None:
        place = QPoint(header.sectionViewportPosition(INDEX[name]) + 12, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click("number")
    assert texts(grid, "number") == ["NR1", "NR2", "NR3", "NR10"]
    click("number")
    assert texts(grid, "number") == ["NR10", "NR3", "NR2", "NR1"]
    click("number")
    assert texts(grid, "number") == ["NR1", "NR2", "NR10", "NR3"]
    click("site")
    assert texts(grid, "site") == ["École", "École", "Mairie", ""]


def test_the_calculated_columns_sort_too(grid: InventoryGrid) -> None:
    grid.sortByColumn(INDEX[YEARLY], Qt.SortOrder.DescendingOrder)
    assert texts(grid, "number") == ["NR2", "NR1", "NR10", "NR3"] or texts(grid, YEARLY)[-1] == ""
    grid.sortByColumn(INDEX[QUALITY], Qt.SortOrder.AscendingOrder)
    scores = [int(text.partition(" ")[0]) for text in texts(grid, QUALITY)]
    assert scores == sorted(scores)
    assert texts(grid, QUALITY)[0] == "45 · à compléter"


def test_the_filter_finds_every_word_without_accents(grid: InventoryGrid) -> None:
    model = grid.model()
    model.choose(wanted="ecole hp", incomplete_only=False, with_retired=False)
    assert texts(grid, "number") == ["NR2"]
    model.choose(wanted="", incomplete_only=True, with_retired=False)
    assert texts(grid, "number") == ["NR3"]
    model.choose(wanted="", incomplete_only=False, with_retired=True)
    assert texts(grid, "number") == ["NR1", "NR2", "NR10", "NR3", "NR4"]


def test_an_edited_line_stays_where_it_is(qtbot: QtBot, grid: InventoryGrid) -> None:
    grid.sortByColumn(INDEX["brand"], Qt.SortOrder.AscendingOrder)
    go(grid, 0, "brand")
    qtbot.keyClicks(grid, "Z")
    qtbot.keyClick(editor(grid), Key.Key_Return)
    assert texts(grid, "brand")[0] == "Z"


def test_the_first_column_stays_in_sight(qtbot: QtBot, grid: InventoryGrid) -> None:
    for column in range(len(COLUMNS)):
        grid.setColumnHidden(column, False)
        grid.setColumnWidth(column, 150)
    QApplication.processEvents()
    go(grid, 0, QUALITY)
    assert grid.frozen.isVisible()
    go(grid, 0, "category")
    assert grid.columnViewportPosition(INDEX["category"]) >= grid.frozen.width()
    go(grid, 0, QUALITY)
    qtbot.mouseClick(
        grid.frozen, Qt.MouseButton.LeftButton, pos=QPoint(20, grid.horizontalHeader().height() + 45)
    )
    assert here(grid) == (1, "number")
    assert grid.frozen.isVisible()
    qtbot.keyClick(grid, Key.Key_F2)
    assert not grid.frozen.isVisible()


def test_shift_space_takes_the_whole_line(qtbot: QtBot, grid: InventoryGrid) -> None:
    go(grid, 1, "brand")
    qtbot.keyClick(grid, Key.Key_Space, SHIFT)
    assert len(grid.gestures.block().columns) > 5
    assert grid.gestures.block().rows == (1,)


def test_columns_are_chosen_in_a_menu(grid: InventoryGrid) -> None:
    menu = grid.column_menu()
    action = next(a for a in menu.actions() if a.text() == "N° de série")
    assert not action.isChecked()
    action.trigger()
    assert not grid.isColumnHidden(INDEX["serial_number"])
    assert not [a for a in menu.actions() if a.text() == "N°"]


def test_a_screen_reader_hears_the_cell_its_header_and_its_line(grid: InventoryGrid) -> None:
    table = QAccessible.queryAccessibleInterface(grid)
    assert table.text(QAccessible.Text.Name) == "Inventaire"
    model = grid.model()
    index = model.index(1, INDEX["site"])
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "École"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Lieu, NR2"
    assert model.index(2, INDEX["site"]).data(Qt.ItemDataRole.AccessibleTextRole) == "vide"
    names = [table.child(i).text(QAccessible.Text.Name) for i in range(table.childCount())]
    assert {"Lieu", "Date d’achat", "NR2", "École"} <= set(names)


def test_the_menu_offers_every_gesture_with_its_key(grid: InventoryGrid) -> None:
    keys = {a.text(): a.shortcut().toString() for a in grid.cell_menu().actions() if a.text()}
    assert keys["Recopier vers le bas"] == "Ctrl+D"
    assert keys["Supprimer les lignes"] == "Ctrl+-"
