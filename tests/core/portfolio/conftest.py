"""A small folder where every kind of file is found, filled once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from nrdesk.core.portfolio import Portfolio, scan
from tests.portfolio_samples import Folder, fill, held

from . import TODAY


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Folder]:
    """Return a folder of sixteen documents, every second one wrong; those that are busy stay so."""
    made = fill(tmp_path_factory.mktemp("portefeuille"), 16, every=2)
    with held(made.busy):
        yield made


@pytest.fixture(scope="session")
def portfolio(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """Return the folder, read once, with nothing kept before."""
    patch = pytest.MonkeyPatch()
    patch.setenv("NRDESK_HOME", str(tmp_path_factory.mktemp("home")))
    found = scan(folder.path, today=TODAY)
    patch.undo()
    return found


@pytest.fixture
def quiet(tmp_path: Path) -> Folder:
    """Return a folder of three sound documents, to change at will."""
    return fill(tmp_path / "dossier", 3)
