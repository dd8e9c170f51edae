"""A plan that somebody already has becomes actions, row by row accounted for, and can be undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action
from nrdesk.core.reports import plan_workbook
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.planning.grid_model import GridModel
from nrdesk.ui.planning.import_dialog import PlanImportDialog
from nrdesk.ui.session import Session
from tests.core.exchange.helpers import csv_file

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = "Action;Pilote;Échéance;État\nRéparer avant d’acheter;Ateliers;06/2027;en cours\n;RH;2027;fait\n"


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> PlanImportDialog:
    made = PlanImportDialog(session)
    qtbot.addWidget(made)
    made.start()
    return made


def test_a_table_becomes_actions_through_the_keyboard(
    qtbot: QtBot, dialog: PlanImportDialog, session: Session, tmp_path: Path
) -> None:
    said: list[str] = []
    dialog.imported.connect(said.append)
    before = session.document.count(Action)
    dialog.read(csv_file(tmp_path, TEXT))
    assert dialog.stage == 1
    assert "Action" in [dialog.columns_stage.box(0).itemText(i) for i in range(8)]
    qtbot.keyClick(dialog.next_button, Qt.Key.Key_Space)
    assert dialog.plan is not None
    assert (dialog.plan.read, dialog.plan.imported, dialog.plan.rejected) == (2, 1, 1)
    assert dialog.rejects_button.isVisible()
    qtbot.keyClick(dialog.next_button, Qt.Key.Key_Space)
    assert session.document.count(Action) == before + 1
    assert said[0].startswith("1\u00a0ligne importée sur 2\u00a0lues")
    session.undo()
    assert session.document.count(Action) == before


def test_our_own_workbook_goes_straight_to_the_preview(
    dialog: PlanImportDialog, session: Session, tmp_path: Path
) -> None:
    with session.act("Ajouter une action") as tx:
        tx.add(Action(title="Réparer"))
    path = tmp_path / "plan.xlsx"
    path.write_bytes(plan_workbook.write(session.document))
    dialog.read(path)
    assert dialog.stage == 2
    assert dialog.plan is not None
    assert dialog.plan.imported == 0
    assert not dialog.next_button.isEnabled()


def test_every_stop_of_the_keyboard_has_a_name(dialog: PlanImportDialog, tmp_path: Path) -> None:
    dialog.read(csv_file(tmp_path, TEXT))
    assert [name_of(each) for each in focusable(dialog) if not name_of(each)] == []


def test_what_was_not_understood_is_red_in_the_table_until_it_is_replaced(
    dialog: PlanImportDialog, session: Session, tmp_path: Path
) -> None:
    dialog.read(csv_file(tmp_path, "Action;Début;Pilote\nRéparer;quand on pourra;RH\n"))
    dialog.next_button.click()
    dialog.next_button.click()
    (action,) = [each for each in session.document.all(Action) if each.title == "Réparer"]
    model = GridModel(session)
    model.show([action], {})
    column = model.position("starts")
    index = model.index(0, column)
    assert model.data(index) == "quand on pourra"
    assert "fichier importé" in model.problem(0, column)
    assert model.setData(index, "03/2027")
    assert model.problem(0, column) == ""
    kept = session.document.get(Action, action.id)
    assert (kept.starts, kept.unread) == ("2027-03", "")


def test_what_was_not_understood_can_be_cleared(
    dialog: PlanImportDialog, session: Session, tmp_path: Path
) -> None:
    dialog.read(csv_file(tmp_path, "Action;Début;Pilote\nRéparer;quand on pourra;RH\n"))
    dialog.next_button.click()
    dialog.next_button.click()
    (action,) = [each for each in session.document.all(Action) if each.title == "Réparer"]
    model = GridModel(session)
    model.show([action], {})
    assert model.setData(model.index(0, model.position("starts")), "")
    assert model.text(0, model.position("starts")) == ""
    assert session.document.get(Action, action.id).unread == ""
