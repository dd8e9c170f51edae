"""The calendar, by the pointer and by the keyboard, on a plan of five actions."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from nrdesk.core.document import Document
from nrdesk.core.model import Action, ActionStatus, Authority, Dependency, Milestone
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.planning.gantt import GanttView
from nrdesk.ui.planning.gantt_paint import note_of
from nrdesk.ui.planning.gantt_scale import Zoom
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.messages import MessageBar

KEEP = Action(title="Garder les appareils", starts="2026-03-01", ends="2026-05-31", rank=1)
TRAIN = Action(
    title="Former les agents",
    starts="2026-06-01",
    months=2,
    status=ActionStatus.UNDER_WAY,
    progress=40,
    rank=2,
)
SORT = Action(
    title="Trier les données",
    starts="2026-09-01",
    ends="2026-09-30",
    blocked=True,
    blocked_reason="Devis",
    rank=3,
)
OPEN = Action(title="Ouvrir un atelier", starts="2026-10", continuous=True, rank=4)
UNDATED = Action(title="Mesurer", rank=5)


@pytest.fixture
def session(session: Session) -> Session:
    with session.act("Écrire le plan") as tx:
        tx.add_all((KEEP, TRAIN, SORT, OPEN, UNDATED))
        tx.add(
            Dependency(action_id=TRAIN.id, needs_id=KEEP.id),
            Milestone(title="Bilan", due="2026-12"),
            Milestone(title="Session", due="2026-07", action_id=TRAIN.id),
        )
    return session


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> Iterator[GanttView]:
    made = GanttView(session)
    MessageBar().setParent(made)  # what says what was done
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    made.titles.setFocus()
    made.select(KEEP.id)
    QApplication.processEvents()
    yield made
    made.close()


def now(view: GanttView, action: Action) -> Action:
    return view._session.document.get(Action, action.id)


def rank_of(view: GanttView, action: Action) -> int:
    return next(rank for rank, row in enumerate(view.rows) if row.id == action.id)


def press(qtbot: QtBot, view: GanttView, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(view.titles, key, held or Qt.KeyboardModifier.NoModifier)


def in_sight(view: GanttView, place: QPoint) -> QPoint:
    """Return a place of the calendar as one of what shows of it, after scrolling to it."""
    view.area.bring(place.x() - 60, place.x() + 60)
    return place - view.area.offset


def drag(qtbot: QtBot, view: GanttView, place: QPoint, by: QPoint) -> None:
    here, viewport = in_sight(view, place), view.area.viewport()
    qtbot.mouseMove(viewport, here)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=here)
    for part in (2, 1):
        qtbot.mouseMove(viewport, here + by / part)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=here + by)


def month(view: GanttView) -> int:
    assert view.area.scale
    return round(30.44 * view.area.scale.day)


def test_rows_go_from_the_first_to_start_to_those_without_dates(view: GanttView) -> None:
    assert [row.title for row in view.rows] == [
        "Jalons du plan",
        "Garder les appareils",
        "Former les agents",
        "Trier les données",
        "Ouvrir un atelier",
        "Mesurer",
    ]


def test_a_screen_reader_is_told_the_whole_row(view: GanttView) -> None:
    model, row = view.titles.model(), rank_of(view, TRAIN)
    words = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith(
        "Former les agents\u00a0: du 1ᵉʳ juin 2026 au 31 juillet 2026, en cours, 40\u00a0%"
    )
    assert "attend «\u00a0Garder les appareils\u00a0»" in words
    assert "jalon «\u00a0Session\u00a0»" in words
    told = QAccessible.queryAccessibleInterface(view.titles).child(row).text(QAccessible.Text.Name)
    assert told == words


def test_the_focus_given_to_the_view_goes_to_its_actions(view: GanttView) -> None:
    view.setFocus()
    assert QApplication.focusWidget() is view.titles


def test_tab_meets_everything(qtbot: QtBot, view: GanttView) -> None:
    expected = {widget for widget in focusable(view) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set()
    for _ in range(2 * len(expected)):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not expected - reached


def test_everything_that_takes_the_focus_has_a_name(view: GanttView) -> None:
    assert not [repr(widget) for widget in focusable(view) if not name_of(widget).strip()]


def test_arrows_move_by_a_month_and_by_a_week_when_zoomed(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_Right)
    assert (now(view, KEEP).starts, now(view, KEEP).ends) == ("2026-04-01", "2026-06-30")
    view.set_zoom(Zoom.MONTH)
    press(qtbot, view, Qt.Key.Key_Left)
    assert (now(view, KEEP).starts, now(view, KEEP).ends) == ("2026-03-25", "2026-06-23")
    assert view.titles.current == rank_of(view, KEEP), "the row stays under the hand"
    assert view._session.document.undo_label == "Changer les dates de «\u00a0Garder les appareils\u00a0»"


def test_shift_moves_the_end_and_ctrl_the_start(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert (now(view, KEEP).starts, now(view, KEEP).ends) == ("2026-02-01", "2026-06-30")


def test_an_arrow_puts_what_has_no_date_on_the_calendar(qtbot: QtBot, view: GanttView) -> None:
    view.select(UNDATED.id)
    press(qtbot, view, Qt.Key.Key_Right)
    start = dt.date.fromisoformat(now(view, UNDATED).starts or "")
    assert start == dt.date.today().replace(day=1)


def test_enter_opens_the_form(qtbot: QtBot, view: GanttView) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        press(qtbot, view, Qt.Key.Key_Return)
    assert opened.args == [KEEP.id]


def test_two_actions_are_linked_from_the_keyboard(qtbot: QtBot, view: GanttView) -> None:
    view.select(SORT.id)
    press(qtbot, view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "attendra la fin" in view.detail.text()
    press(qtbot, view, Qt.Key.Key_Up)
    press(qtbot, view, Qt.Key.Key_Return)
    links = view._session.document.all(Dependency, action_id=SORT.id)
    assert [link.needs_id for link in links] == [TRAIN.id]


def test_escape_gives_a_link_up(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.opened):
        press(qtbot, view, Qt.Key.Key_Return)


def test_a_circle_is_refused_with_its_path(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    view.select(TRAIN.id)
    press(qtbot, view, Qt.Key.Key_Return)
    box = view.findChild(QMessageBox)
    assert box
    assert "boucle" in box.text()
    assert "Former les agents" in box.text()
    box.close()
    assert len(view._session.document.all(Dependency)) == 1


def test_a_link_is_cut_from_the_menu(view: GanttView) -> None:
    menu = view.menu(rank_of(view, TRAIN))
    cut = next(each for each in menu.actions() if each.text().startswith("Ne plus attendre"))
    cut.trigger()
    assert view._session.document.all(Dependency) == []
    menu.close()


def test_a_bar_is_dragged_by_weeks(qtbot: QtBot, view: GanttView) -> None:
    bar = view.area.bar(rank_of(view, KEEP))
    assert bar
    drag(qtbot, view, bar.center(), QPoint(month(view), 0))
    assert now(view, KEEP).starts == "2026-03-29"
    assert now(view, KEEP).ends == "2026-06-28"


def test_the_ends_of_a_bar_are_dragged(qtbot: QtBot, view: GanttView) -> None:
    for edge, by in ((lambda bar: bar.right() - 1, -1), (lambda bar: bar.left() + 1, 1)):
        bar = view.area.bar(rank_of(view, KEEP))
        assert bar
        drag(qtbot, view, QPoint(edge(bar), bar.center().y()), QPoint(by * month(view), 0))
    assert (now(view, KEEP).starts, now(view, KEEP).ends) == ("2026-03-29", "2026-05-03")


def test_a_link_is_drawn_from_the_knob(qtbot: QtBot, view: GanttView) -> None:
    first, second = (view.area.bar(rank_of(view, action)) for action in (TRAIN, SORT))
    assert first
    assert second
    knob = view.area.knob(first).center()
    drag(qtbot, view, knob, second.center() - knob)
    assert [link.needs_id for link in view._session.document.all(Dependency, action_id=SORT.id)] == [TRAIN.id]


def test_escape_leaves_what_is_dragged_where_it_was(qtbot: QtBot, view: GanttView) -> None:
    bar = view.area.bar(rank_of(view, KEEP))
    assert bar
    here, viewport = in_sight(view, bar.center()), view.area.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=here)
    qtbot.mouseMove(viewport, here + QPoint(100, 0))
    assert view.area.bar(rank_of(view, KEEP)) != bar, "the bar follows the pointer"
    press(qtbot, view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=here + QPoint(100, 0))
    assert view.area.bar(rank_of(view, KEEP)) == bar
    assert now(view, KEEP) == KEEP or now(view, KEEP).starts == KEEP.starts


def test_the_row_of_an_action_without_dates_takes_a_drag(qtbot: QtBot, view: GanttView) -> None:
    assert view.area.scale
    row = rank_of(view, UNDATED)
    bar = view.area.bar(rank_of(view, KEEP))
    assert bar
    place = QPoint(bar.left(), bar.center().y() + (row - rank_of(view, KEEP)) * 32)
    drag(qtbot, view, place, QPoint(60, 0))
    assert now(view, UNDATED).starts == "2026-03-01"


def test_what_calls_for_attention_is_written_after_the_bar(view: GanttView) -> None:
    notes = {row.id: note_of(row) for row in view.rows if row.action}
    assert "bloquée" in notes[SORT.id]
    assert "fin à fixer" not in notes[OPEN.id], "it goes on without an end"


def test_what_starts_before_the_end_of_what_it_needs_is_told(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    row = view.rows[rank_of(view, TRAIN)]
    assert "trop tôt" in note_of(row)
    assert "commence avant la fin de «\u00a0Garder les appareils\u00a0»" in row.words


def test_what_then_starts_too_early_is_put_off_in_one_click(qtbot: QtBot, view: GanttView) -> None:
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    bar = view.findChild(MessageBar)
    assert bar
    assert bar.text == "1\u00a0action qui l’attend commence trop tôt."
    words = [each.text() for each in view.menu(rank_of(view, KEEP)).actions()]
    assert "Décaler ce qui l’attend" in words
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Décaler").click()
    assert now(view, TRAIN).starts == "2026-07-01"
    view._session.undo()
    assert now(view, TRAIN).starts == "2026-06-01"


def test_only_some_actions_are_shown(view: GanttView) -> None:
    view.show_only([SORT.id])
    view.refresh()
    assert [row.id for row in view.rows if row.action] == [SORT.id]
    view.show_only([])
    view.refresh()
    assert "Aucune action" in view._empty.text()


def test_rows_wait_to_be_sorted_again(qtbot: QtBot, view: GanttView) -> None:
    for _ in range(9):
        press(qtbot, view, Qt.Key.Key_Right)
    assert rank_of(view, KEEP) == 1
    view.sort()
    assert rank_of(view, KEEP) == 4
    assert view.titles.current == 4


def test_what_is_in_sight_stays_when_the_calendar_grows(qtbot: QtBot, view: GanttView) -> None:
    bar = view.area.horizontalScrollBar()
    view.select(UNDATED.id)
    press(qtbot, view, Qt.Key.Key_Right)
    view.select(SORT.id)
    assert view.area.scale
    before = view.area.scale.date(bar.value())
    with view._session.act("Commencer plus tôt") as tx:
        tx.update(Action, KEEP.id, starts="2024-03-01")
    view.refresh()
    assert view.area.scale.first.year == 2024
    assert abs((view.area.scale.date(bar.value()) - before).days) <= 1


def test_one_zoom_is_pressed_at_a_time(view: GanttView) -> None:
    for zoom, pressed in view.tools.zooms.items():
        pressed.click()
        assert [each for each, made in view.tools.zooms.items() if made.isChecked()] == [zoom]
        assert view.area.scale
        assert view.area.scale.zoom is zoom


def test_the_zoom_keeps_the_middle_in_the_middle(view: GanttView) -> None:
    bar, width = view.area.horizontalScrollBar(), view.area.viewport().width()
    view.set_zoom(Zoom.MONTH)
    assert view.area.scale
    middle = view.area.scale.date(bar.value() + width // 2)
    view.set_zoom(Zoom.QUARTER)
    assert view.area.scale
    there = view.area.scale.date(bar.value() + width // 2)
    at_an_edge = bar.value() in (0, bar.maximum())
    assert at_an_edge or abs((there - middle).days) <= 2


def test_nothing_is_written_in_a_document_that_is_only_read(tmp_path: Path, qtbot: QtBot) -> None:
    where = tmp_path / "lu.nrdesk"
    with Document.create(where, Authority(name="Lu"), year=2026) as document, document.action("Plan") as tx:
        tx.add(KEEP)
    session = Session(Document.open(where, read_only=True))
    view = GanttView(session)
    qtbot.addWidget(view)
    view.refresh()
    qtbot.keyClick(view.titles, Qt.Key.Key_Right)
    assert now(view, KEEP).starts == KEEP.starts
    assert [each.text() for each in view.menu(0).actions()] == ["Ouvrir la fiche\tEntrée"]
    session.close()


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """500 actions and 800 dependencies."""
    where = tmp_path_factory.mktemp("big") / "big.nrdesk"
    first = dt.date(2024, 1, 1)
    actions = [
        Action(
            title=f"Action {n}",
            starts=(first + dt.timedelta(days=3 * n)).isoformat(),
            months=n % 5 + 1,
            rank=n,
        )
        for n in range(500)
    ]
    links = [Dependency(action_id=after.id, needs_id=before.id) for before, after in pairwise(actions)]
    far = [Dependency(action_id=actions[n + 40].id, needs_id=actions[n].id) for n in range(301)]
    with (
        Document.create(where, Authority(name="Grand"), year=2026) as document,
        document.action("Plan") as tx,
    ):
        tx.add_all([*actions, *links, *far])
    return where


def test_a_large_plan_draws_what_is_in_sight(big: Path, qtbot: QtBot) -> None:
    session = Session(Document.open(big))
    view = GanttView(session)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show()
    view.refresh()
    assert len(view.rows) == 500
    drawn: list[int] = []
    paint_row = view.area._paint_row

    def counted(painter: object, rank: int) -> None:
        drawn.append(rank)
        paint_row(painter, rank)  # type: ignore[arg-type]

    view.area._paint_row = counted  # type: ignore[method-assign]
    view.titles.select(300)
    view.area.viewport().grab()
    assert 0 < len(drawn) < 60, "what it costs does not grow with the plan"
    assert 300 in drawn, "what is chosen is in sight"
    session.close()


def test_extreme_dates_are_drawn(session: Session, qtbot: QtBot) -> None:
    with session.act("Écrire") as tx:
        tx.add(Action(title="Jadis", ends="1970"), Action(title="Demain", starts="2100", months=1e9))
    view = GanttView(session)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    for zoom in Zoom:
        view.set_zoom(zoom)
        view.area.viewport().grab()
    view.titles.select(len(view.rows) - 1)
    assert [row.title for row in view.rows][1] == "Jadis"
