"""What the tests of the window share: the look, a small document, a window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nrdesk import app as composition
from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment
from nrdesk.ui import theme
from nrdesk.ui.session import Session
from nrdesk.ui.shell.window import MainWindow
from nrdesk.ui.shell.workspace import Workspace

AUTHORITY = Authority(
    name="Valbrenne",
    department="38",
    population_municipal=2812,
    population_total=2860,
    population_year=2022,
    agents=18,
)


@pytest.fixture(autouse=True)
def _look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give every test of the window the light theme, and run its jobs on the spot."""
    monkeypatch.setenv("NRDESK_INLINE", "1")
    composition.make_application()
    theme.apply(qapp, "light", 1.0)
    yield
    # What a test leaves behind would be styled again by the next one.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small document to copy: a new one takes the time of all the migrations."""
    where = tmp_path_factory.mktemp("small") / "valbrenne.nrdesk"
    with Document.create(where, AUTHORITY, year=2026) as document, document.action("Saisir") as tx:
        campaign = document.campaign.id
        tx.add(
            Equipment(campaign_id=campaign, number="A1", category="portable", model="Latitude", quantity=3),
            Equipment(campaign_id=campaign, number="A2", category="ecran", site="École", purchased="2020"),
        )
    return where


@pytest.fixture
def path(tmp_path: Path, _small: Path) -> Path:
    """Return the path of a small document of this test, closed."""
    return Path(shutil.copyfile(_small, tmp_path / _small.name))


@pytest.fixture
def session(path: Path, qtbot: QtBot) -> Iterator[Session]:
    """Return the small document, open."""
    made = Session(Document.open(path))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window on its welcome page."""
    made = MainWindow()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def workspace(window: MainWindow, path: Path) -> Workspace:
    """Return the window's pages on the small document."""
    window.open_path(path)
    assert window.workspace is not None
    return window.workspace
