"""From the welcome page to an exercise and back; what is resumed, made again; the display of a room."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.core import training
from nrdesk.core.model import Person
from nrdesk.ui import preferences, theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.training import entering
from nrdesk.ui.training.frame import TrainingFrame
from nrdesk.ui.training.pointer import PointerHalo
from nrdesk.ui.training.start import TrainingStart
from nrdesk.ui.training.trainer import TrainerPage
from tests.ui.test_everywhere import _cut, _too_wide

MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _press(root: QWidget, words: str, qtbot: QtBot) -> None:
    buttons = [each for each in root.findChildren(QPushButton) if each.text().replace("&", "") == words]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def _start(window: MainWindow, qtbot: QtBot) -> TrainingStart:
    _press(window, "S’entraîner…", qtbot)
    page = window.centralWidget()
    assert isinstance(page, TrainingStart)
    return page


def _frame(window: MainWindow) -> TrainingFrame:
    frame = window.centralWidget()
    assert isinstance(frame, TrainingFrame)
    return frame


@pytest.fixture
def frame(window: MainWindow, exercise: Path, documents: Path) -> TrainingFrame:
    """Return the window's pages on a commune, the exercises beside them."""
    window.open_path(exercise)
    return _frame(window)


def test_a_table_chooses_a_commune_gives_its_name_and_works(
    window: MainWindow, documents: Path, qtbot: QtBot
) -> None:
    page = _start(window, qtbot)
    page.choose("village")
    qtbot.keyClicks(page.table, "  La  Halle ")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    frame = _frame(window)
    document = frame.workspace.session.document
    session = training.session_of(document)
    assert session is not None
    assert (session.commune, session.table) == ("village", "La Halle")
    assert document.path.is_relative_to(documents)
    assert any(label.text() == "exercice" for label in frame.workspace.topbar.findChildren(QLabel))


def test_a_table_without_a_name_is_asked_for_one(window: MainWindow, documents: Path, qtbot: QtBot) -> None:
    page = _start(window, qtbot)
    _press(page, "Commencer", qtbot)
    assert window.centralWidget() is page
    assert page.table.hasFocus()
    assert "Donnez un nom à votre table" in page.table.accessibleDescription()
    qtbot.keyClicks(page.table, "A")
    assert "Donnez un nom" not in page.table.accessibleDescription()


def test_the_story_follows_the_commune_that_is_chosen(
    window: MainWindow, documents: Path, qtbot: QtBot
) -> None:
    page = _start(window, qtbot)
    for commune in training.communes():
        page.choose(commune.key)
        told = " ".join(label.text() for label in page.findChildren(QLabel)).replace("\u00a0", " ")
        assert commune.story.strip().replace("\u00a0", " ") in told


@pytest.mark.parametrize("agreed", [True, False])
def test_a_table_that_had_begun_is_offered_to_go_on(
    window: MainWindow,
    exercise: Path,
    documents: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    agreed: bool,
) -> None:
    path = entering.place_of("bourg", "Les Tilleuls")
    path.parent.mkdir(parents=True)
    exercise.rename(path)
    monkeypatch.setattr(entering, "ask", lambda *_, **__: agreed)
    page = _start(window, qtbot)
    page.table.setText("Les Tilleuls")
    _press(page, "Commencer", qtbot)
    if agreed:
        assert _frame(window).workspace.session.document.path == path
    else:
        assert window.centralWidget() is page


def test_a_folder_that_refuses_is_said(window: MainWindow, documents: Path, qtbot: QtBot) -> None:
    documents.write_text("un fichier à la place du dossier")
    page = _start(window, qtbot)
    page.table.setText("Les Tilleuls")
    _press(page, "Commencer", qtbot)
    assert window.centralWidget() is page
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_two_tables_of_a_computer_have_a_folder_each(documents: Path) -> None:
    places = {entering.place_of(key, table) for key in ("bourg", "ville") for table in ("A", "B/C")}
    assert len({each.parent for each in places}) == 4
    assert all(each.suffix == ".nrdesk" for each in places)


def test_starting_again_gives_the_commune_back_as_new(
    window: MainWindow, frame: TrainingFrame, qtbot: QtBot
) -> None:
    before = frame.workspace.session.document
    path, people = before.path, before.count(Person)
    with frame.workspace.session.act("Ajouter") as tx:
        tx.add(Person(name="Quelqu’un"))
    frame.panel.reset_asked.emit()
    qtbot.waitUntil(lambda: window.centralWidget() is not frame)
    document = _frame(window).workspace.session.document
    assert (document.path, document.count(Person)) == (path, people)


@pytest.mark.slow
def test_going_there_shows_the_page(frame: TrainingFrame, qtbot: QtBot) -> None:
    for line in frame.panel.score.lines:
        frame.panel.open(line.exercise.id)
        qtbot.mouseClick(frame.panel.view.go_button, Qt.MouseButton.LeftButton)
        assert frame.workspace.current == line.exercise.place.page


def test_f8_closes_the_exercises_and_opens_them_again(
    window: MainWindow, frame: TrainingFrame, qtbot: QtBot
) -> None:
    assert frame.panel.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert not frame.panel.isVisible()
    assert frame.open_button.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert frame.panel.isVisible()
    assert frame.panel.isAncestorOf(QApplication.focusWidget())


def test_a_narrow_window_shows_the_exercises_or_the_page(
    window: MainWindow, frame: TrainingFrame, qtbot: QtBot
) -> None:
    window.resize(800, 600)
    qtbot.waitUntil(lambda: not frame.workspace.isVisible())
    frame.panel.open("import")
    qtbot.mouseClick(frame.panel.view.go_button, Qt.MouseButton.LeftButton)
    assert frame.workspace.isVisible()
    assert not frame.panel.isVisible()
    assert frame.workspace.current == "inventory"


def test_a_document_that_is_no_exercise_has_no_exercises(window: MainWindow, path: Path) -> None:
    window.open_path(path)
    assert window.centralWidget() is window.workspace


def test_the_trainer_comes_from_the_start_and_goes_back(
    window: MainWindow, documents: Path, qtbot: QtBot
) -> None:
    _press(_start(window, qtbot), "Espace du formateur", qtbot)
    page = window.centralWidget()
    assert isinstance(page, TrainerPage)
    page.back_button.click()
    start = window.centralWidget()
    assert isinstance(start, TrainingStart)
    start.back_button.click()
    assert window.windowTitle() == "nrdesk"


_PAGES: dict[str, Callable[[MainWindow, Path], object]] = {
    "start": lambda window, _: window.show_training(),
    "trainer": lambda window, _: entering.show_trainer(window, window._show),
    "exercise": lambda window, path: window.open_path(path),
}


@pytest.mark.slow
@pytest.mark.parametrize("which", _PAGES)
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 768)), (1.0, (1093, 614)), (2.0, (1366, 768))])
def test_no_text_is_cut_and_everything_has_a_name(
    window: MainWindow,
    exercise: Path,
    documents: Path,
    qapp: QApplication,
    which: str,
    scale: float,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(*size)
    _PAGES[which](window, exercise)
    if which == "exercise":
        _frame(window).panel.open("import")
    for _ in range(3):
        QApplication.processEvents()
    assert _cut(window) == []
    assert _too_wide(window.centralWidget()) == []
    assert [repr(each) for each in focusable(window) if not name_of(each).strip()] == []


@pytest.mark.parametrize("which", _PAGES)
def test_tab_reaches_everything(
    window: MainWindow, exercise: Path, documents: Path, qtbot: QtBot, which: str
) -> None:
    _PAGES[which](window, exercise)
    QApplication.processEvents()
    expected = {each for each in focusable(window) if each.focusPolicy() & Qt.FocusPolicy.TabFocus}
    reached = set()
    for _ in range(2 * len(expected) + 4):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    # The arrows go from one choice of a group to another: one of them is enough for Tab.
    missed = {repr(each) for each in expected - reached if "QRadioButton" not in repr(each)}
    assert missed == set()


@pytest.mark.slow
def test_the_display_of_a_room_is_for_this_time_only(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_path(path)
    assert window.workspace is not None
    window.workspace.go("documents")
    before = preferences.load()
    qtbot.keyClick(window, Qt.Key.Key_P, MODIFIERS)
    assert (theme.mode(), theme.scale()) == (theme.PROJECTOR, 1.5)
    assert theme.tokens().text == "#000000"
    assert window.workspace.current == "documents"
    assert preferences.load() == before
    qtbot.keyClick(window, Qt.Key.Key_P, MODIFIERS)
    assert (theme.mode(), theme.scale()) == (before.theme, before.text_scale)


def test_the_display_of_a_room_keeps_the_exercise_that_is_read(
    window: MainWindow, frame: TrainingFrame
) -> None:
    frame.panel.open("suite")
    window.toggle_projector()
    assert _frame(window) is not frame
    assert _frame(window).panel.reading == "suite"
    window.toggle_projector()
    assert _frame(window).panel.reading == "suite"


@pytest.mark.parametrize("page", [TrainingStart, TrainerPage])
def test_the_display_of_a_room_keeps_the_page(
    window: MainWindow, documents: Path, page: type[QWidget]
) -> None:
    window.show_training() if page is TrainingStart else entering.show_trainer(window, window._show)
    window.toggle_projector()
    assert isinstance(window.centralWidget(), page)
    window.toggle_projector()
    assert isinstance(window.centralWidget(), page)


def test_a_halo_follows_the_pointer_and_lets_clicks_through(window: MainWindow, qtbot: QtBot) -> None:
    window.toggle_projector()
    (halo,) = window.findChildren(PointerHalo)
    where = QPointF(300, 200)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    move = QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), move)
    assert halo.isVisible()
    assert halo.geometry().center().toTuple() == pytest.approx((300, 200), abs=1)
    assert halo.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, where, where, left, left, Qt.KeyboardModifier.NoModifier
    )
    calm = halo.grab().toImage()
    QApplication.sendEvent(window.windowHandle(), press)
    assert halo.grab().toImage() != calm
    window.toggle_projector()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(PointerHalo) == []
