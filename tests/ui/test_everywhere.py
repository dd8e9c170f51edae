"""What every page owes to everyone: room for large text, names, keys, calm."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nrdesk import app as composition
from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.shell.routes import ROUTES
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.text import Elided

KEYS = [route.key for route in ROUTES]
every_page = pytest.mark.parametrize("key", KEYS)
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


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


class _Shown(QObject):
    """Notes what is shown in a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


@pytest.fixture(scope="module")
def everywhere(
    qapp: QApplication, _small: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[MainWindow, _Shown]]:
    """Return a window whose every page was built, once for the tests below, and what flashed meanwhile."""
    folder, watcher = tmp_path_factory.mktemp("everywhere"), _Shown()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NRDESK_HOME", str(folder))
        patch.setenv("NRDESK_INLINE", "1")
        composition.make_application()
        theme.apply(qapp, "light", 1.0)
        window = MainWindow()
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        window.open_path(Path(shutil.copyfile(_small, folder / _small.name)))
        assert window.workspace is not None
        qapp.installEventFilter(watcher)
        for key in KEYS:
            window.workspace.go(key)
            QApplication.processEvents()
        qapp.removeEventFilter(watcher)
        yield window, watcher
        window.close()
        window.deleteLater()


@pytest.fixture
def built(everywhere: tuple[MainWindow, _Shown]) -> MainWindow:
    """Return that window, in front."""
    window = everywhere[0]
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


@pytest.fixture
def pages(built: MainWindow) -> Workspace:
    """Return its pages."""
    assert built.workspace is not None
    return built.workspace


def test_no_piece_of_a_page_flashes_as_a_window(everywhere: tuple[MainWindow, _Shown]) -> None:
    assert everywhere[1].windows == []


def test_only_the_shell_has_keys_for_the_whole_window(pages: Workspace) -> None:
    wide = [
        (shortcut.key().toString(), shortcut.parent())
        for shortcut in pages.findChildren(QShortcut)
        if shortcut.parent() is not pages and shortcut.context() is not _WITHIN
    ]
    assert wide == []


@every_page
def test_everything_that_takes_the_focus_has_a_name(pages: Workspace, built: MainWindow, key: str) -> None:
    pages.go(key)
    QApplication.processEvents()
    unnamed = [repr(widget) for widget in focusable(built) if not name_of(widget).strip()]
    assert not unnamed


def test_everything_has_a_name_on_the_welcome_page(window: MainWindow) -> None:
    QApplication.processEvents()
    assert [repr(widget) for widget in focusable(window) if not name_of(widget).strip()] == []


@every_page
def test_tab_reaches_everything(pages: Workspace, built: MainWindow, qtbot: QtBot, key: str) -> None:
    pages.go(key)
    QApplication.processEvents()
    expected = {w for w in focusable(built) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    pages.navigation.focus_current()
    reached = set()
    for _ in range(2 * len(expected) + 4):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not [repr(widget) for widget in expected - reached]


def test_the_navigation_is_wide_enough_for_its_names(pages: Workspace) -> None:
    for key in pages.navigation.keys:
        item = pages.navigation.item(key)
        assert item is not None
        assert QFontMetrics(item.font()).horizontalAdvance(item.text()) < item.width()


def test_nothing_moves_when_nobody_acts(pages: Workspace, qtbot: QtBot) -> None:
    dispatcher = QAbstractEventDispatcher.instance()

    def running() -> list[QObject]:
        everything = (pages, *pages.findChildren(QObject))
        return [child for child in everything if dispatcher.registeredTimers(child)]

    qtbot.waitUntil(lambda: not running())
    qtbot.wait(1200)
    assert running() == []
