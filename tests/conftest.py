"""What every test shares: no screen, no trace outside the temporary folder, no network, no unexpected log."""

import gc
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import network

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "1")

settings.register_profile(
    "nrdesk", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("nrdesk")
network.watch()


def pytest_collection_finish() -> None:
    """Take the thousands of tests out of the sight of the garbage collector, which walks all it sees."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def _temporary_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the session a temporary folder of its own, and fail when something of ours is left in it.

    What a session that was killed leaves is thus removed with pytest's own folders.
    """
    folder = tmp_path_factory.mktemp("temp")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(folder))
        patch.setattr(tempfile, "tempdir", None)
        yield
    gc.collect()
    left = [path.name for path in folder.iterdir() if path.name.startswith(("nrdesk-", "tmp"))]
    assert not left, left


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep nrdesk's own files (recent files, settings) inside the test's folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NRDESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any log from WARNING up that the test did not clear."""
    yield
    said = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not said, [r.getMessage() for r in said]


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fail on any use of the network, even one that is refused."""
    before = len(network.opened)
    yield
    assert network.opened[before:] == []
