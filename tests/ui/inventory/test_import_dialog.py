"""A messy file becomes inventory lines, nothing is lost on the way, and it can all be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from nrdesk.core.demo import messy_export
from nrdesk.core.exchange import Outcome
from nrdesk.core.model import Equipment
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.inventory.import_dialog import ImportDialog
from nrdesk.ui.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, empty_session: Session) -> ImportDialog:
    made = ImportDialog(empty_session)
    qtbot.addWidget(made)
    made.start()
    return made


def test_the_messy_export_is_imported_with_every_line_accounted_for(
    qtbot: QtBot, dialog: ImportDialog, empty_session: Session
) -> None:
    said: list[str] = []
    dialog.imported.connect(said.append)
    assert dialog.stage == 0
    assert not dialog.next_button.isEnabled()
    dialog.file_stage.chosen.emit(messy_export())
    assert dialog.stage == 1
    qtbot.mouseClick(dialog.next_button, LEFT)
    plan = dialog.plan
    assert plan is not None
    assert plan.read == plan.imported + plan.duplicates + plan.rejected + plan.ignored
    assert empty_session.document.count(Equipment) == 0
    assert dialog.next_button.text() == f"Importer {plan.imported}\u00a0lignes"
    qtbot.keyClick(dialog.next_button, Qt.Key.Key_Space)
    assert empty_session.document.count(Equipment) == plan.imported
    assert said[0].startswith(f"{plan.imported}\u00a0lignes importées sur {plan.read}\u00a0lues")
    empty_session.undo()
    assert empty_session.document.count(Equipment) == 0


def test_the_tiles_add_up_and_filter_the_rows(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.read(messy_export())
    dialog.next_button.click()
    stage, plan = dialog.preview_stage, dialog.plan
    assert plan is not None
    numbers = {outcome: int(tile.findChildren(QLabel)[0].text()) for outcome, tile in stage.tiles.items()}
    assert numbers[None] == sum(numbers[outcome] for outcome in Outcome) == plan.read
    qtbot.mouseClick(stage.tiles[Outcome.DUPLICATE], LEFT)
    assert {row.outcome for row in stage.model.rows} == {Outcome.DUPLICATE}
    assert stage.model.index(0, 2).data().startswith("identique")
    qtbot.keyClick(stage.tiles[None], Qt.Key.Key_Space)
    assert len(stage.model.rows) == plan.read


def test_a_column_is_corrected_and_remembered(
    qtbot: QtBot, dialog: ImportDialog, empty_session: Session
) -> None:
    dialog.read(messy_export())
    place = next(
        i
        for i in range(dialog.columns_stage.table.rowCount())
        if dialog.columns_stage.table.item(i, 0).text() == "Remarque"
    )
    box = dialog.columns_stage.box(place)
    assert box.currentData() == "comment"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert box.currentData() == ""
    box.activated.emit(box.currentIndex())
    assert dialog.columns_stage.table.item(place, 3).text() == "ignorée à votre demande"
    dialog.next_button.click()
    dialog.next_button.click()
    assert not any(line.comment for line in empty_session.document.all(Equipment))
    again = ImportDialog(empty_session)
    qtbot.addWidget(again)
    again.read(messy_export())
    assert again.columns_stage.box(place).currentData() == ""


def test_rejected_rows_are_saved_to_be_corrected(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    source = tmp_path / "parc.csv"
    source.write_text("Type;Marque;Qté\nOrdinateur portable;Dell;2\nÉcran;HP;beaucoup\n", encoding="utf-8")
    dialog.read(source)
    dialog.next_button.click()
    assert dialog.plan is not None
    assert dialog.plan.rejected == 1
    assert dialog.rejects_button.isVisible()
    assert [row.number for row in dialog.preview_stage.model.rows] == [3]
    dialog.save_rejects(tmp_path / "rejets.csv")
    assert "beaucoup" in (tmp_path / "rejets.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_is_no_inventory_is_refused_with_a_sentence(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    source = tmp_path / "vide.csv"
    source.write_bytes(b"")
    dialog.read(source)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert box.text().endswith(".")
    assert dialog.stage == 0
    box.close()


def test_one_goes_back_without_losing_anything(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.read(messy_export())
    dialog.next_button.click()
    dialog.back_button.click()
    assert dialog.stage == 1
    dialog.back_button.click()
    assert dialog.stage == 0
    assert "cp1252" in "".join(label.text() for label in dialog.file_stage.findChildren(QLabel))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_stop_of_the_keyboard_has_a_name(dialog: ImportDialog) -> None:
    dialog.read(messy_export())
    for advance in (False, True):
        if advance:
            dialog.next_button.click()
        assert not [widget for widget in focusable(dialog) if not name_of(widget)]


def test_names_of_persons_stay_out_and_whoever_asks_for_them_is_warned(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "parc.csv"
    path.write_text("Type;Modèle;Utilisateur\nÉcran;P2419H;Jeanne Martin\n", encoding="utf-8")
    dialog.read(path)
    stage = dialog.columns_stage
    assert stage.box(2).currentData() == ""
    assert stage.table.item(2, 3).text() == "donnée personnelle"
    stage.box(2).setCurrentIndex(stage.box(2).findData("assigned_to"))
    stage.box(2).activated.emit(stage.box(2).currentIndex())
    assert "gardez plutôt la fonction" in stage.table.item(2, 3).text()
