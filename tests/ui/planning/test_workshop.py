"""A workshop sorts the actions on a wall: heaps and stickers, each answer written at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core.model import Action, Moscow
from nrdesk.ui.planning.workshop import WorkshopWindow
from nrdesk.ui.session import Session
from tests.ui.planning import plan_of_three
from tests.ui.planning.plan_of_three import KEEP, PRINT, REPAIR

Key = Qt.Key


@pytest.fixture
def wall(session: Session, qtbot: QtBot) -> Iterator[WorkshopWindow]:
    """Return the window, on the first action."""
    plan_of_three.write(session)
    page = QWidget()
    qtbot.addWidget(page)
    made = WorkshopWindow(session, [KEEP.id, REPAIR.id, PRINT.id], page)
    made.resize(1280, 720)
    made.show()
    yield made
    page.deleteLater()


def kept(session: Session, action: Action) -> Action:
    return session.document.get(Action, action.id)


def test_a_key_puts_in_a_heap_and_takes_out_of_it(
    wall: WorkshopWindow, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClick(wall, Key.Key_1)
    assert kept(session, KEEP).moscow is Moscow.MUST
    qtbot.keyClick(wall, Key.Key_QuoteDbl)
    assert kept(session, KEEP).moscow is Moscow.COULD
    qtbot.keyClick(wall, Key.Key_3)
    assert kept(session, KEEP).moscow is Moscow.UNSAID


def test_stickers_are_given_and_taken_back_but_never_below_none(
    wall: WorkshopWindow, session: Session, qtbot: QtBot
) -> None:
    for key in (Key.Key_Plus, Key.Key_Plus, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus, Key.Key_Plus):
        qtbot.keyClick(wall, key)
    assert kept(session, KEEP).votes == 1
    session.undo()
    assert kept(session, KEEP).votes == 0


def test_arrows_go_round(wall: WorkshopWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(wall, Key.Key_Left)
    assert wall.action.id == PRINT.id
    qtbot.keyClick(wall, Key.Key_PageDown)
    qtbot.keyClick(wall, Key.Key_Right)
    assert wall.action.id == REPAIR.id


def test_the_result_shows_four_heaps_the_most_wanted_first(
    wall: WorkshopWindow, session: Session, qtbot: QtBot
) -> None:
    for key in (Key.Key_1, Key.Key_Right, Key.Key_1, Key.Key_Plus, Key.Key_R):
        qtbot.keyClick(wall, key)
    QApplication.processEvents()
    texts = [label.text() for label in wall.findChildren(QLabel) if label.isVisible()]
    assert "Indispensable (2)" in texts
    assert f"• {REPAIR.title} (1)\n• {KEEP.title}" in texts
    assert "1\u00a0action reste à ranger." in texts
    qtbot.keyClick(wall, Key.Key_4)
    assert kept(session, REPAIR).moscow is Moscow.MUST
    qtbot.keyClick(wall, Key.Key_R)
    assert wall.action.id == REPAIR.id


def test_escape_closes_it(wall: WorkshopWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wall.destroyed):
        qtbot.keyClick(wall, Key.Key_Escape)
