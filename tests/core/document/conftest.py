"""A document of a small commune, and small disks that only root can mount."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nrdesk.core.document import Document
from nrdesk.core.model import Authority, Equipment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Échirolles.nrdesk"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    with Document.create(path, Authority(name="Échirolles", insee_code="38151"), year=2025) as opened:
        yield opened


Line = Callable[..., Equipment]


@pytest.fixture
def line(document: Document) -> Line:
    """Return a function that makes a line of the inventory of the document's campaign."""
    campaign_id = document.campaign.id

    def make(number: str = "", **values: object) -> Equipment:
        return Equipment(campaign_id=campaign_id, number=number, **values)  # type: ignore[arg-type]

    return make


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a disk of 640 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", "size=640k", "tmpfs", str(folder))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(*arguments: str) -> None:
    """Mount, or skip the test where it is not allowed."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("mounting a disk takes root")
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting is refused here: {done.stderr.strip()}")
