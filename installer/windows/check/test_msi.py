"""The MSI of the syndicats: silent installation for all, upgrade, uninstallation."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.windows import DIST, older, version
from installer.windows.check.machine import Machine

pytestmark = pytest.mark.timeout(900)
PACKAGE = DIST / f"nrdesk-{version()}.msi"
CLASS = r"HKLM\Software\Classes\nrdesk.Dossier.1\shell\open\command"


def folder(machine: Machine) -> Path:
    return machine.path(r"C:\Program Files\nrdesk")


def test_an_older_version_is_installed(machine: Machine) -> None:
    assert machine.run("msiexec", "/i", older.MSI, "/qn", seconds=200).returncode == 0
    assert (folder(machine) / older.OBSOLETE).is_file()


def test_the_upgrade_replaces_it(machine: Machine) -> None:
    done = machine.run("msiexec", "/i", PACKAGE, "/qn", seconds=800)
    assert done.returncode == 0, done.stderr
    assert not (folder(machine) / older.OBSOLETE).exists()
    told = machine.run(folder(machine) / "nrdesk-cli.exe", "--version")
    assert told.stdout.strip() == f"nrdesk {version()}"
    assert machine.registry(CLASS)[""].endswith('nrdesk.exe" "%1"')


def test_uninstalling_leaves_nothing(machine: Machine) -> None:
    done = machine.run("msiexec", "/x", PACKAGE, "/qn", seconds=300)
    assert done.returncode == 0, done.stderr
    assert not [path for path in folder(machine).rglob("*") if path.is_file()]
    assert not machine.registry(CLASS)
