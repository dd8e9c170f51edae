"""The portable archive: in a folder with accents, it keeps its settings there, and writes nowhere else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from installer.windows import DIST, version
from installer.windows.check.machine import Machine, wait_for

pytestmark = pytest.mark.timeout(600)
ARCHIVE = DIST / f"nrdesk-{version()}-portable.zip"


@pytest.fixture(scope="module")
def key(machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the program on a USB key, as people name them."""
    folder = tmp_path_factory.mktemp("usb") / "Clé n° 1 — Été"
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(folder)
    return folder / "nrdesk"


def _written(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and "Temp" not in path.parts}


def test_settings_stay_beside_the_program(machine: Machine, key: Path) -> None:
    profile, program, keys = _written(machine.profile()), _written(key), machine.keys_of_nrdesk()
    started = machine.start(key / "nrdesk.exe", "--demo")
    try:
        demonstration = key / "donnees" / "demonstration.nrdesk"
        assert wait_for(demonstration.is_file)
        machine.screenshot("portable")
        assert started.poll() is None, "the window closed by itself"
    finally:
        machine.end("nrdesk.exe")
        started.wait(timeout=30)
    assert _written(machine.profile()) == profile
    assert machine.keys_of_nrdesk() == keys
    new = _written(key) - program
    assert new
    assert all(path.is_relative_to(key / "donnees") for path in new)


def test_a_document_is_written_from_the_key(machine: Machine, key: Path) -> None:
    cli = key / "nrdesk-cli.exe"
    document, report = key.parent / "Dossier.nrdesk", key.parent / "dates à venir.ics"
    assert machine.run(cli, "demo", document).returncode == 0
    done = machine.run(cli, "exporter", document, "calendrier", report, seconds=200)
    assert done.returncode == 0, done.stderr
    assert report.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert not list(key.rglob("__pycache__"))
