"""What every test shares: no screen, no trace outside the temporary folder, no network, no unexpected log."""

import logging
import os
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
