"""The board: cards move by the keyboard, by the menu and by the pointer; being blocked has a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Authority
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.planning.board import BoardView
from nrdesk.ui.planning.board_block import BlockDialog
from nrdesk.ui.planning.board_cards import CardList
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar

KEEP = Action(title="Garder les appareils", priority=2, owner="DGS", ends="2020-05", rank=1)
TRAIN = Action(title="Former les agents", priority=1, rank=2)
SORT = Action(title="Trier", status=ActionStatus.UNDER_WAY, progress=40, rank=3)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(session: Session) -> Session:
    with session.act("Écrire le plan") as tx:
        tx.add_all((KEEP, TRAIN, SORT))
    return session


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> Iterator[BoardView]:
    made = BoardView(session)
    MessageBar().setParent(made)  # what says what was done
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    made.select(KEEP.id)
    QApplication.processEvents()
    yield made
    made.close()


def now(view: BoardView, action: Action) -> Action:
    return view._session.document.get(Action, action.id)


def titles(view: BoardView, status: ActionStatus) -> list[str]:
    return [card.title for card in view.lists[status].cards]


def focused(view: BoardView) -> CardList:
    made = QApplication.focusWidget()
    assert isinstance(made, CardList)
    return made


def answer(words: str) -> None:
    """Answer the dialog that is about to open."""

    def type_in() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BlockDialog)
        dialog._accept()
        assert dialog.isVisible(), "a reason is asked for"
        dialog.field.setText(words)
        dialog._accept()

    QTimer.singleShot(0, type_in)


def test_columns_follow_the_status_and_the_priority(view: BoardView) -> None:
    assert titles(view, ActionStatus.TO_START) == ["Former les agents", "Garder les appareils"]
    assert titles(view, ActionStatus.UNDER_WAY) == ["Trier"]
    assert view._heads[ActionStatus.TO_START].text() == "À lancer (2)"
    assert not view._dropped.isVisible()


def test_a_card_says_who_until_when_and_what_is_wrong(view: BoardView) -> None:
    card = view.lists[ActionStatus.TO_START].cards[1]
    assert card.details == "jusqu’au 31 mai 2020 · DGS"
    assert "31 mai 2020" in card.alert
    told = QAccessible.queryAccessibleInterface(view.lists[ActionStatus.TO_START]).child(1)
    assert told.text(QAccessible.Text.Name) == card.words
    assert view.lists[ActionStatus.UNDER_WAY].cards[0].details == "sans responsable · 40\u00a0%"


def test_the_focus_given_to_the_view_goes_to_its_actions(view: BoardView) -> None:
    view.setFocus()
    assert QApplication.focusWidget() is view.lists[ActionStatus.TO_START]


def test_tab_meets_everything(qtbot: QtBot, view: BoardView) -> None:
    expected = {widget for widget in focusable(view) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set()
    for _ in range(2 * len(expected)):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not expected - reached


def test_everything_that_takes_the_focus_has_a_name(view: BoardView) -> None:
    assert not [repr(widget) for widget in focusable(view) if not name_of(widget).strip()]


def test_ctrl_and_an_arrow_move_a_card_and_the_focus_follows(qtbot: QtBot, view: BoardView) -> None:
    qtbot.keyClick(focused(view), Qt.Key.Key_Right, CTRL)
    assert now(view, KEEP).status is ActionStatus.UNDER_WAY
    assert focused(view).current
    assert focused(view).current.action.id == KEEP.id  # type: ignore[union-attr]
    for _ in range(3):
        qtbot.keyClick(focused(view), Qt.Key.Key_Right, CTRL)
    assert now(view, KEEP).status is ActionStatus.DROPPED
    assert view._dropped.isVisible()
    qtbot.keyClick(focused(view), Qt.Key.Key_Left, CTRL)
    assert now(view, KEEP).status is ActionStatus.DONE
    assert now(view, KEEP).progress == 100


def test_an_arrow_alone_goes_to_the_next_column(qtbot: QtBot, view: BoardView) -> None:
    qtbot.keyClick(focused(view), Qt.Key.Key_Right)
    assert focused(view) is view.lists[ActionStatus.UNDER_WAY]
    qtbot.keyClick(focused(view), Qt.Key.Key_Right)
    assert focused(view) is view.lists[ActionStatus.UNDER_WAY], "nothing is done yet"
    qtbot.keyClick(focused(view), Qt.Key.Key_Left)
    assert focused(view) is view.lists[ActionStatus.TO_START]


def test_a_card_dropped_on_a_column_takes_its_status(view: BoardView) -> None:
    carried = QMimeData()
    carried.setData("application/x-nrdesk-action", TRAIN.id.encode())
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.lists[ActionStatus.DONE].dropEvent(event)
    assert now(view, TRAIN).status is ActionStatus.DONE
    assert titles(view, ActionStatus.DONE) == ["Former les agents"]


def test_nothing_else_can_be_dropped(view: BoardView) -> None:
    carried = QMimeData()
    carried.setText(TRAIN.id)
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.lists[ActionStatus.DONE].dropEvent(event)
    assert not event.isAccepted()
    assert titles(view, ActionStatus.DONE) == []


def test_being_blocked_asks_for_a_reason_and_is_lifted_by_the_same_key(qtbot: QtBot, view: BoardView) -> None:
    answer("Devis attendu")
    qtbot.keyClick(focused(view), Qt.Key.Key_B, CTRL)
    assert now(view, KEEP).blocked
    assert now(view, KEEP).status is ActionStatus.TO_START, "it keeps its status"
    assert view._heads[ActionStatus.TO_START].text() == "À lancer (2, dont 1 bloquée)"
    assert view.lists[ActionStatus.TO_START].cards[1].alert == "Bloquée\u00a0: Devis attendu"
    view.activateWindow()
    qtbot.waitUntil(lambda: view.isActiveWindow() and view.lists[ActionStatus.TO_START].hasFocus())
    qtbot.keyClick(focused(view), Qt.Key.Key_B, CTRL)
    assert not now(view, KEEP).blocked
    assert now(view, KEEP).blocked_reason == ""


def test_the_menu_offers_every_other_status(view: BoardView) -> None:
    menu = view.menu(KEEP.id)
    words = [each.text() for each in menu.actions() if each.text()]
    assert words == [
        "Ouvrir la fiche\tEntrée", "Mettre en cours", "Terminer", "Abandonner", "Dire bloquée…\tCtrl+B",
    ]  # fmt: skip
    menu.actions()[words.index("Mettre en cours") + 1].trigger()
    assert now(view, KEEP).status is ActionStatus.UNDER_WAY
    menu.close()


def test_enter_opens_the_form(qtbot: QtBot, view: BoardView) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(focused(view), Qt.Key.Key_Return)
    assert opened.args == [KEEP.id]


def test_only_some_actions_are_shown(view: BoardView) -> None:
    view.show_only([SORT.id])
    view.refresh()
    assert titles(view, ActionStatus.TO_START) == []
    assert titles(view, ActionStatus.UNDER_WAY) == ["Trier"]


def test_columns_stack_when_the_page_is_narrow(view: BoardView, qtbot: QtBot) -> None:
    places = [view.lists[status] for status in (ActionStatus.TO_START, ActionStatus.UNDER_WAY)]
    tops = [cards.mapTo(view, cards.rect().topLeft()) for cards in places]
    assert tops[0].y() == tops[1].y()
    view.resize(400, 900)
    qtbot.waitUntil(lambda: places[1].mapTo(view, places[1].rect().topLeft()).x() == tops[0].x())


def test_nothing_moves_in_a_document_that_is_only_read(tmp_path: Path, qtbot: QtBot) -> None:
    where = tmp_path / "lu.nrdesk"
    with Document.create(where, Authority(name="Lu"), year=2026) as document, document.action("Plan") as tx:
        tx.add(KEEP)
    session = Session(Document.open(where, read_only=True))
    view = BoardView(session)
    qtbot.addWidget(view)
    view.refresh()
    view.select(KEEP.id)
    qtbot.keyClick(view.lists[ActionStatus.TO_START], Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(view.lists[ActionStatus.TO_START], Qt.Key.Key_B, CTRL)
    assert now(view, KEEP).status is ActionStatus.TO_START
    assert [each.text() for each in view.menu(KEEP.id).actions()] == ["Ouvrir la fiche\tEntrée"]
    session.close()
