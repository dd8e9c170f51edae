"""The MSI of the syndicats: silent installation for all, upgrade, uninstallation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer.windows import BUILD, DIST, msi, version
from installer.windows.check.machine import Machine

pytestmark = pytest.mark.timeout(900)
PACKAGE = DIST / f"nrdesk-{version()}.msi"
CLASS = r"HKLM\Software\Classes\nrdesk.Dossier.1\shell\open\command"


def folder(machine: Machine) -> Path:
    return machine.path(r"C:\Program Files\nrdesk")


def test_an_older_version_is_installed(machine: Machine, tmp_path: Path) -> None:
    tree = tmp_path / "older"
    (tree / "lib").mkdir(parents=True)
    (tree / "lib" / "obsolete.pyc").write_bytes(b"old")
    shutil.copyfile(BUILD / "nrdesk" / "nrdesk.exe", tree / "nrdesk.exe")
    older = msi.build(tree, tmp_path / "older.msi", "0.0.1")
    assert machine.run("msiexec", "/i", older, "/qn", seconds=200).returncode == 0
    assert (folder(machine) / "lib" / "obsolete.pyc").is_file()


def test_the_upgrade_replaces_it(machine: Machine) -> None:
    done = machine.run("msiexec", "/i", PACKAGE, "/qn", seconds=800)
    assert done.returncode == 0, done.stderr
    assert not (folder(machine) / "lib" / "obsolete.pyc").exists()
    told = machine.run(folder(machine) / "nrdesk-cli.exe", "--version")
    assert told.stdout.strip() == f"nrdesk {version()}"
    assert machine.registry(CLASS)[""].endswith('nrdesk.exe" "%1"')


def test_uninstalling_leaves_nothing(machine: Machine) -> None:
    done = machine.run("msiexec", "/x", PACKAGE, "/qn", seconds=300)
    assert done.returncode == 0, done.stderr
    assert not [path for path in folder(machine).rglob("*") if path.is_file()]
    assert not machine.registry(CLASS)
