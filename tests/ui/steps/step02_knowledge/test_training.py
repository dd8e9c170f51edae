"""Sessions, people present, indicators, referents."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Attendance, AwarenessSession, Referent, SessionStatus
from nrdesk.core.steps import STEPS
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.steps.step02_knowledge.attendance import AttendanceCard
from nrdesk.ui.steps.step02_knowledge.indicators import IndicatorsCard
from nrdesk.ui.steps.step02_knowledge.paste_names import PasteNames
from nrdesk.ui.widgets.page import Page


def _hold(workspace: Workspace, **changes: object) -> AwarenessSession:
    held = AwarenessSession(title="Fresque", status=SessionStatus.HELD, **changes)  # type: ignore[arg-type]
    with workspace.session.act("Saisir") as tx:
        tx.add(held)
    workspace.page.refresh()
    QApplication.processEvents()
    return held


def _press(page: QWidget, qtbot: QtBot, words: str) -> None:
    found = next(each for each in page.findChildren(QPushButton) if words in each.text())
    assert found.isEnabled()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.fixture
def card(page: Page) -> AttendanceCard:
    return page.findChildren(AttendanceCard)[0]


def test_no_list_of_people_without_a_session(page: Page, card: AttendanceCard) -> None:
    assert not card.isVisible()


def test_a_session_is_added_by_keys(page: Page, workspace: Workspace, qtbot: QtBot) -> None:
    _press(page, qtbot, "Ajouter une séance")
    qtbot.keyClicks(QApplication.focusWidget(), "Atelier")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [each.title for each in workspace.session.document.all(AwarenessSession)] == ["Atelier"]


def test_a_pasted_list_is_one_action(
    page: Page, card: AttendanceCard, workspace: Workspace, qtbot: QtBot
) -> None:
    _hold(workspace)
    assert card.isVisible()
    assert card.heading is not None
    assert card.heading.text() == "Personnes présentes\u00a0: Fresque"
    _press(card, qtbot, "Coller une liste de noms")
    dialog = card.findChildren(PasteNames)[0]
    QGuiApplication.clipboard().setText("Anne Roy\tAccueil\nHugo Petit\nanne roy\n")
    qtbot.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
    _press(dialog, qtbot, "Ajouter 2\u00a0personnes")
    people = workspace.session.document.all(Attendance)
    assert [(each.name, each.service, each.is_elected) for each in people] == [
        ("Anne Roy", "Accueil", True),
        ("Hugo Petit", "", True),
    ]
    assert workspace.messages.text == "2\u00a0personnes ajoutées (1\u00a0nom déjà présent)."
    workspace.session.undo()
    assert workspace.session.document.all(Attendance) == []


def test_a_list_pasted_in_the_list_is_offered(
    page: Page, card: AttendanceCard, workspace: Workspace, qtbot: QtBot
) -> None:
    held = _hold(workspace)
    with workspace.session.act("Saisir") as tx:
        tx.add(Attendance(session_id=held.id, name="Anne Roy"))
    page.refresh()
    QGuiApplication.clipboard().setText("Hugo Petit")
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = card.findChildren(PasteNames)[0]
    assert dialog.names == "Hugo Petit"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert workspace.session.document.count(Attendance) == 1


def test_nothing_to_add_is_not_offered(page: Page, card: AttendanceCard, workspace: Workspace) -> None:
    _hold(workspace)
    card.ask_names("\n")
    dialog = card.findChildren(PasteNames)[0]
    add = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Ajouter")
    assert not add.isEnabled()
    dialog.reject()


def test_the_list_follows_the_session(
    page: Page, card: AttendanceCard, workspace: Workspace, qtbot: QtBot
) -> None:
    first, second = _hold(workspace), AwarenessSession(title="Atelier")
    with workspace.session.act("Saisir") as tx:
        tx.add(second, Attendance(session_id=first.id, name="Anne Roy"))
        tx.add(Attendance(session_id=second.id, name="Hugo Petit"))
    page.refresh()
    QApplication.processEvents()
    assert [line.title for line in card.list.lines] == ["Anne Roy"]
    sessions = next(
        each
        for each in page.findChildren(QWidget)
        if each.accessibleName() == "Séances" and hasattr(each, "keys")
    )
    sessions.setFocus()
    qtbot.keyClick(sessions, Qt.Key.Key_Down)
    assert [line.title for line in card.list.lines] == ["Hugo Petit"]


def test_the_list_is_exported_without_a_formula(
    page: Page, card: AttendanceCard, workspace: Workspace, qtbot: QtBot, saved: Path
) -> None:
    held = _hold(workspace, held_on="2026-03-05")
    with workspace.session.act("Saisir") as tx:
        tx.add(Attendance(session_id=held.id, name="=HYPERLINK(1)", certified=True))
    page.refresh()
    _press(card, qtbot, "Exporter la liste")
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = saved.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "Fresque;05/03/2026;;'=HYPERLINK(1);non;;oui"
    assert "Le tableau est enregistré" in workspace.messages.text


def _shown(card: QWidget) -> str:
    return " ".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def test_the_indicators_say_what_is_missing_and_lead_there(
    page: Page, workspace: Workspace, qtbot: QtBot
) -> None:
    card = page.findChildren(IndicatorsCard)[0]
    assert "Aucune séance tenue" in _shown(card)
    assert "nombre d’élus" in _shown(card)
    _press(card, qtbot, "Compléter la fiche")
    assert workspace.current == "authority"
    assert QApplication.focusWidget().accessibleName().startswith("Élus")


def test_the_indicators_are_those_of_the_documents(page: Page, workspace: Workspace) -> None:
    with workspace.session.act("Saisir") as tx:
        tx.update(
            type(workspace.session.document.authority), workspace.session.document.authority.id, elected=20
        )
    _hold(workspace, held_on="2025", agents_present=9, elected_present=5, hours=2.0, cost=300.0)
    _hold(workspace, held_on="2026-03", agents_present=3)
    card = page.findChildren(IndicatorsCard)[0]
    assert [(bar.label, bar.text) for bar in card.chart.bars] == [
        ("Agents", "67\u00a0% (12 sur 18)"),
        ("Élus", "25\u00a0% (5 sur 20)"),
        ("Agents en 2025", "50\u00a0% (9 sur 18)"),
        ("Élus en 2025", "25\u00a0% (5 sur 20)"),
        ("Agents en 2026", "17\u00a0% (3 sur 18)"),
        ("Élus en 2026", "0\u00a0% (0 sur 20)"),
    ]
    assert "Agents : 67\u00a0% (12 sur 18)" in card.chart.accessibleDescription()
    assert "2\u00a0séances tenues, 2\u00a0h en tout, 300,00\u00a0€ hors taxes" in _shown(card)
    assert "Au plus" in _shown(card)


def test_a_referent_is_added(page: Page, workspace: Workspace, qtbot: QtBot) -> None:
    _press(page, qtbot, "Ajouter un référent")
    qtbot.keyClicks(QApplication.focusWidget(), "Mairie")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [each.service for each in workspace.session.document.all(Referent)] == ["Mairie"]


def test_every_place_of_the_checklist_is_here(page: Page, workspace: Workspace) -> None:
    places = [check.where.field for check in STEPS[1].checks]
    for name in (*places, "library", "quiz"):
        workspace.navigation.focus_current()
        workspace.go("step2", name)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused), name
