"""The documents of the fictional communes."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nrdesk.core import training
from nrdesk.core.document import Document
from nrdesk.core.training.communes import KEYS


@pytest.fixture(scope="session")
def as_new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder for each commune, made once, to be copied."""
    folders = {key: tmp_path_factory.mktemp(key) for key in KEYS}
    for key, folder in folders.items():
        training.create(key, folder / "exercice.nrdesk", "Table 1").close()
    return folders


@pytest.fixture
def opened(as_new: dict[str, Path], tmp_path: Path) -> Iterator[Callable[[str], Document]]:
    """Opens a commune as a table finds it."""
    documents = []

    def open_one(key: str) -> Document:
        folder = shutil.copytree(as_new[key], tmp_path / f"{key}-{len(documents)}")
        documents.append(Document.open(folder / "exercice.nrdesk"))
        return documents[-1]

    yield open_one
    for document in documents:
        document.close()
