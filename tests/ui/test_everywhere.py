"""What every page owes to everyone: names, keys, room for large text, calm."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.shell.routes import ROUTES
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.text import Elided

KEYS = [route.key for route in ROUTES]
every_page = pytest.mark.parametrize("key", KEYS)


@every_page
def test_everything_that_takes_the_focus_has_a_name(
    workspace: Workspace, window: MainWindow, key: str
) -> None:
    workspace.go(key)
    QApplication.processEvents()
    unnamed = [repr(widget) for widget in focusable(window) if not name_of(widget).strip()]
    assert not unnamed


def test_everything_has_a_name_on_the_welcome_page(window: MainWindow) -> None:
    QApplication.processEvents()
    assert [repr(widget) for widget in focusable(window) if not name_of(widget).strip()] == []


@every_page
def test_tab_reaches_everything(workspace: Workspace, window: MainWindow, qtbot: QtBot, key: str) -> None:
    workspace.go(key)
    QApplication.processEvents()
    expected = {w for w in focusable(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    workspace.navigation.focus_current()
    reached = set()
    for _ in range(2 * len(expected) + 4):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not [repr(widget) for widget in expected - reached]


class _Shown(QObject):
    """Notes what is shown in a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[_Shown]:
    watcher = _Shown()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def test_no_piece_of_a_page_flashes_as_a_window(workspace: Workspace, shown: _Shown) -> None:
    for key in KEYS:
        workspace.go(key)
        QApplication.processEvents()
    assert shown.windows == []


def _cut(root: QWidget) -> list[str]:
    """Return the texts that do not fit in their widget."""
    return [
        f"{type(widget).__name__} {widget.text()!r}: {widget.size()} for {_needed(widget)}"
        for widget in (*root.findChildren(QLabel), *root.findChildren(QPushButton))
        if widget.isVisible() and widget.text() and not isinstance(widget, Elided) and not _fits(widget)
    ]


def _needed(widget: QLabel | QPushButton) -> tuple[int, int]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.sizeHint().height()


def _fits(widget: QLabel | QPushButton) -> bool:
    width, height = _needed(widget)
    return widget.width() >= width and widget.height() >= height


def _too_wide(page: QWidget) -> list[str]:
    """Return the scroll areas of texts that one would have to scroll sideways."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return [repr(area) for area in areas if area.horizontalScrollBar().maximum() > 0]


@pytest.mark.slow
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1093, 614)), (1.25, (1366, 768)), (2.0, (1366, 768))])
def test_no_text_is_cut(qapp: QApplication, window: MainWindow, scale: float, size: tuple[int, int]) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(*size)
    window.show_welcome()
    QApplication.processEvents()
    cut = {"welcome": _cut(window)}
    window.open_demo()
    assert window.workspace is not None
    for key in KEYS:
        window.workspace.go(key)
        for _ in range(3):
            QApplication.processEvents()
        cut[key] = _cut(window) + _too_wide(window.workspace.page)
    assert {key: texts for key, texts in cut.items() if texts} == {}


def test_the_navigation_is_wide_enough_for_its_names(workspace: Workspace) -> None:
    for key in workspace.navigation.keys:
        item = workspace.navigation.item(key)
        assert item is not None
        assert QFontMetrics(item.font()).horizontalAdvance(item.text()) < item.width()


def test_nothing_moves_when_nobody_acts(workspace: Workspace, qtbot: QtBot) -> None:
    for key in KEYS:
        workspace.go(key)
    dispatcher = QAbstractEventDispatcher.instance()

    def running() -> list[QObject]:
        everything = (workspace, *workspace.findChildren(QObject))
        return [child for child in everything if dispatcher.registeredTimers(child)]

    qtbot.waitUntil(lambda: not running())
    qtbot.wait(1200)
    assert running() == []
