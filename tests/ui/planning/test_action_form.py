"""The sheet of an action: what is typed is saved, what hangs from the action is one title away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, ActionLever, ActionStatus, BudgetLine, Dependency, Milestone
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.planning.action_form import ActionSheet
from nrdesk.ui.planning.action_form_links import LinksPart
from nrdesk.ui.planning.action_form_lists import LeversList, MoneyList, SheetList
from nrdesk.ui.planning.page import PlanPage
from nrdesk.ui.shell.workspace import Workspace
from tests.ui.planning.plan_of_three import KEEP, PRINT, REPAIR


@pytest.fixture
def sheet(page: PlanPage) -> ActionSheet:
    """Return the sheet of the action that is blocked."""
    page.open_action(REPAIR.id)
    QApplication.processEvents()
    return page.sheet


def field(sheet: QWidget, name: str) -> QWidget:
    return next(each for each in sheet.findChildren(QWidget) if each.accessibleName().split(" (")[0] == name)


def fill(sheet: QWidget, name: str, words: str) -> None:
    widget = field(sheet, name)
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findText(words))
        widget.activated.emit(widget.currentIndex())
    else:
        assert isinstance(widget, QLineEdit)
        widget.setText(words)
        widget.editingFinished.emit()
    QApplication.processEvents()


def test_the_head_says_the_state_and_what_is_missing(sheet: ActionSheet) -> None:
    assert sheet.title.text() == REPAIR.title
    assert sheet._pill.text() == "en cours, bloquée"
    assert sheet._missing.text() == "Il manque\u00a0: un résultat attendu, un indicateur."


def test_what_an_import_could_not_read_is_told_until_it_is_written(
    sheet: ActionSheet, workspace: Workspace
) -> None:
    with workspace.session.act("Importer") as tx:
        tx.update(Action, REPAIR.id, priority=None, unread='{"priority": "urgent"}')
    QApplication.processEvents()
    told = "Repris d’un fichier sans être compris\u00a0: Priorité «\u00a0urgent\u00a0». À écrire autrement."
    assert sheet._missing.text().endswith(told)
    sheet.focus_field("priority")
    QApplication.processEvents()
    fill(sheet, "Priorité", "1")
    assert "urgent" not in sheet._missing.text()
    assert workspace.session.document.get(Action, REPAIR.id).unread == ""


def test_saying_what_blocks_is_saying_that_it_is_blocked(sheet: ActionSheet, workspace: Workspace) -> None:
    fill(sheet, "Ce qui bloque", "")
    kept = workspace.session.document.get(Action, REPAIR.id)
    assert (kept.blocked, kept.blocked_reason) == (False, "")
    fill(sheet, "Ce qui bloque", "Une réponse de la Région")
    kept = workspace.session.document.get(Action, REPAIR.id)
    assert (kept.blocked, kept.blocked_reason) == (True, "Une réponse de la Région")


def test_what_is_done_is_done_to_a_hundred_and_blocked_no_longer(
    sheet: ActionSheet, workspace: Workspace
) -> None:
    fill(sheet, "Où elle en est", "terminé")
    kept = workspace.session.document.get(Action, REPAIR.id)
    assert (kept.status, kept.progress, kept.blocked) == (ActionStatus.DONE, 100, False)
    fill(sheet, "Où elle en est", "en cours")
    assert workspace.session.document.get(Action, REPAIR.id).progress is None


def test_every_part_opens_with_names_and_tells_itself_closed(sheet: ActionSheet) -> None:
    told = {key: fold._line.text() for key, fold in sheet._folds.items()}
    assert told["links"] == "Attend\u00a0: Garder les écrans dix ans."
    assert told["people"] == "Aucun contributeur, 1\u00a0jour par mois en tout."
    assert told["money"] == "Aucune somme."
    for key in sheet._folds:
        sheet.focus_field(key)
        QApplication.processEvents()
    assert [repr(each) for each in focusable(sheet) if not name_of(each).strip()] == []


def test_a_circle_is_refused_with_its_path(
    page: PlanPage, sheet: ActionSheet, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("nrdesk.ui.errors.show_error", lambda parent, error: said.append(error.what))
    page.open_action(KEEP.id, "links")
    links = sheet.findChild(LinksPart)
    assert links is not None
    links.box.show_text(REPAIR.id)
    links.add()
    assert said == [
        "Ces actions s’attendraient en boucle\u00a0: Garder les écrans dix ans\u00a0→ Réparer avant de jeter"
        "\u00a0→ Garder les écrans dix ans."
    ]
    links.box.show_text(PRINT.id)
    links.add()
    QApplication.processEvents()
    assert workspace.session.document.ids(Dependency, action_id=KEEP.id, needs_id=PRINT.id)
    assert sheet._folds["links"]._line.text().startswith("Attend\u00a0: Imprimer moins.")


def test_a_milestone_and_a_sum_belong_to_their_action(sheet: ActionSheet, workspace: Workspace) -> None:
    sheet.focus_field("milestones")
    stones = next(part for part in sheet._folds["milestones"].parts if isinstance(part, SheetList))
    stones.add_record()
    fill(stones, "Jalon", "Devis reçu")
    (stone,) = workspace.session.document.all(Milestone)
    assert (stone.action_id, stone.title) == (REPAIR.id, "Devis reçu")
    sheet.focus_field("money")
    money = next(part for part in sheet._folds["money"].parts if isinstance(part, MoneyList))
    money.add_record()
    QApplication.processEvents()
    (line,) = workspace.session.document.all(BudgetLine, action_id=REPAIR.id)
    assert line.year == 2027
    fill(money, "Montant", "120")
    assert sheet._folds["money"]._line.text() == "Coût\u00a0: 120\u00a0€ HT."


def test_a_lever_is_told_in_words_and_its_amount_follows_its_subject(
    sheet: ActionSheet, workspace: Workspace
) -> None:
    sheet.focus_field("levers")
    (levers,) = sheet._folds["levers"].parts
    assert isinstance(levers, LeversList)
    levers.add_record()
    QApplication.processEvents()
    assert field(levers, "De combien").accessibleName() == "De combien (ans)"
    fill(levers, "De combien", "2")
    fill(levers, "Sur quoi", "écrans")
    (line,) = levers.list.lines
    assert line.title == "Durée de vie\u00a0: 2\u00a0ans de plus (Écrans)"
    fill(levers, "Ce qu’elle change", "nombre d’appareils")
    fill(levers, "De combien", "-10")
    (lever,) = workspace.session.document.all(ActionLever)
    assert (lever.amount, lever.targets) == (-10, "Écrans")
    assert field(levers, "De combien").accessibleName() == "De combien (appareils)"


def test_what_was_typed_is_saved_when_the_sheet_is_left(
    page: PlanPage, sheet: ActionSheet, workspace: Workspace, qtbot: QtBot
) -> None:
    widget = field(sheet, "Indicateur")
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.setText("Pannes réparées")
    qtbot.mouseClick(sheet.back_button, Qt.MouseButton.LeftButton)
    assert workspace.session.document.get(Action, REPAIR.id).indicator == "Pannes réparées"
    assert not sheet.isVisible()


def test_people_of_the_team_and_of_the_plan_are_suggested(sheet: ActionSheet) -> None:
    owner = field(sheet, "Responsable")
    assert isinstance(owner, QLineEdit)
    completer = owner.completer()
    assert completer is not None
    texts = [completer.model().index(row, 0).data() for row in range(completer.model().rowCount())]
    assert {"accueil", "Jeanne", "Services techniques"} <= set(texts)
