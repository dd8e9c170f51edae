"""A commune made once, to be copied; a folder of documents that is no one's."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nrdesk.core import training
from nrdesk.core.document import Document
from nrdesk.ui.session import Session
from nrdesk.ui.training import folders
from nrdesk.ui.training.panel import ExercisesPanel


@pytest.fixture(scope="package")
def as_new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the commune of 2 794 inhabitants, as a table finds it."""
    folder = tmp_path_factory.mktemp("bourg")
    training.create("bourg", folder / "exercice.nrdesk", "Les Tilleuls").close()
    return folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of documents of the user of the test."""
    folder = tmp_path / "documents"
    monkeypatch.setattr(folders, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def exercise(as_new: Path, tmp_path: Path) -> Path:
    """Return the path of the commune, closed."""
    return Path(shutil.copytree(as_new, tmp_path / "bourg")) / "exercice.nrdesk"


@pytest.fixture
def session(exercise: Path, qtbot: QtBot) -> Iterator[Session]:
    """Return the commune, open."""
    made = Session(Document.open(exercise))
    yield made
    made.close()


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ExercisesPanel:
    """Return the exercises of the commune, on their list."""
    made = ExercisesPanel(session)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made
