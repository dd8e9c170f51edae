"""Step 2 in the window, on a small document."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from nrdesk.ui.session import Session
from nrdesk.ui.shell.workspace import Workspace
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page


@pytest.fixture
def page(workspace: Workspace) -> Page:
    """Return the page of the step, shown."""
    workspace.go("step2")
    QApplication.processEvents()
    return workspace.page


@pytest.fixture
def host(session: Session, qtbot: QtBot) -> Iterator[Callable[[Card], None]]:
    """Return what shows one card of the step on a page of its own, lighter than the whole window."""
    page = Page("Étape")
    page.body.addWidget(MessageBar())
    page.resize(1000, 900)
    qtbot.addWidget(page)

    def show(card: Card) -> None:
        page.body.insertWidget(0, card)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        QApplication.processEvents()

    yield show
    page.close()


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that the user chooses in every dialog that asks where to write."""
    path = tmp_path / "choisi.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that are opened in the browser."""
    found: list[str] = []

    def note(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return found
