"""The installer for one person: silent installation, self-test, window, association, upgrade, uninstallation.

The checks follow one another, as on the machine of a user.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer.windows import BUILD, DIST, ROOT, older, version
from installer.windows.check.machine import WINDOWS, Machine, wait_for

pytestmark = pytest.mark.timeout(900)
INSTALLER = DIST / f"nrdesk-{version()}-installer.exe"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\nrdesk"
CLASSES = r"HKCU\Software\Classes"
OLD_DOCUMENT = ROOT / "tests" / "files" / "version-1.nrdesk"


def folder(machine: Machine) -> Path:
    return machine.profile() / "AppData" / "Local" / "Programs" / "nrdesk"


def documents(machine: Machine) -> Path:
    """A folder of documents as people name them."""
    made = machine.profile() / "Documents" / "Mairie de l’Été"
    made.mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.skipif(WINDOWS, reason="the version of Windows can only be pretended under Wine")
def test_a_windows_that_is_too_old_is_refused(machine: Machine) -> None:
    machine.run("winecfg", "-v", "win7")
    try:
        assert machine.run(INSTALLER, "/S").returncode == 3
        assert not folder(machine).exists()
    finally:
        machine.run("winecfg", "-v", "win10")


def test_an_older_version_is_there(machine: Machine) -> None:
    assert machine.run(older.INSTALLER, "/S").returncode == 0
    assert machine.registry(UNINSTALL_KEY)["DisplayVersion"] == older.NUMBER
    assert (folder(machine) / older.OBSOLETE).is_file()
    shutil.copyfile(OLD_DOCUMENT, documents(machine) / "ancien.nrdesk")
    # Where nobody should save a document, and somebody will.
    shutil.copyfile(OLD_DOCUMENT, folder(machine) / "lib" / "égaré.nrdesk")


def test_the_upgrade_is_silent_and_leaves_nothing_of_the_old_version(machine: Machine) -> None:
    done = machine.run(INSTALLER, "/S", seconds=300)
    assert done.returncode == 0, done.stderr
    assert (folder(machine) / "nrdesk.exe").is_file()
    assert not (folder(machine) / older.OBSOLETE).exists()
    assert (folder(machine) / "lib" / "égaré.nrdesk").is_file()
    assert machine.registry(UNINSTALL_KEY)["DisplayVersion"] == version()
    assert any(machine.profile().rglob("nrdesk.lnk"))


def test_the_installed_copy_is_whole(machine: Machine, tmp_path: Path) -> None:
    done = machine.run(folder(machine) / "nrdesk-cli.exe", "--selftest", tmp_path, seconds=800)
    report = (tmp_path / "rapport.txt").read_text(encoding="utf-8") if done.returncode < 2 else done.stderr
    (BUILD / "rapport.txt").write_text(report, encoding="utf-8")
    assert done.returncode == 0, report
    shots = BUILD / "screens"
    shots.mkdir(parents=True, exist_ok=True)
    for shot in tmp_path.rglob("écran-*.png"):
        shutil.copyfile(shot, shots / shot.name)


def test_the_program_writes_nothing_in_its_own_folder(machine: Machine) -> None:
    assert not list(folder(machine).rglob("__pycache__"))
    assert not list(folder(machine).rglob("*.py"))


def test_the_older_document_opens_and_is_upgraded(machine: Machine) -> None:
    document = documents(machine) / "ancien.nrdesk"
    cli = folder(machine) / "nrdesk-cli.exe"
    done = machine.run(cli, "verifier", document)
    assert done.returncode == 0, done.stderr
    assert machine.run(cli, "sauvegarder", document).returncode == 0
    assert document.read_bytes() != OLD_DOCUMENT.read_bytes()


def test_a_document_opens_the_window(machine: Machine) -> None:
    command = machine.registry(rf"{CLASSES}\nrdesk.Dossier.1\shell\open\command")[""]
    assert command.endswith('nrdesk.exe" "%1"')
    assert machine.registry(rf"{CLASSES}\.nrdesk")[""] == "nrdesk.Dossier.1"
    if not WINDOWS:
        # Windows shows the classes of the user among those of all: Wine does not.
        for key in (".nrdesk", "nrdesk.Dossier.1"):
            machine.run("reg", "copy", rf"{CLASSES}\{key}", rf"HKLM\Software\Classes\{key}", "/s", "/f")
    document = documents(machine) / "ancien.nrdesk"
    started = machine.start("cmd", "/c", "start", "", document)
    try:
        assert wait_for(lambda: list(document.parent.glob(".~*.verrou"))), "the document was not opened"
        machine.screenshot("document")
        assert machine.run(INSTALLER, "/S").returncode == 5, "nrdesk is open: its files cannot be replaced"
    finally:
        machine.end("nrdesk.exe")
        started.wait(timeout=30)


def test_the_welcome_window_opens(machine: Machine) -> None:
    started = machine.start(folder(machine) / "nrdesk.exe")
    try:
        machine.screenshot("accueil")
        assert started.poll() is None, "the window closed by itself"
    finally:
        machine.end("nrdesk.exe")
        started.wait(timeout=30)


def test_uninstalling_leaves_the_documents_only(machine: Machine) -> None:
    # It goes on from a copy of itself, as no program can delete its own file.
    machine.run(folder(machine) / "desinstaller.exe", "/S")
    assert wait_for(lambda: not (folder(machine) / "desinstaller.exe").exists())
    left = [path.name for path in folder(machine).rglob("*") if path.is_file()]
    assert left == ["égaré.nrdesk"]
    assert (documents(machine) / "ancien.nrdesk").is_file()
    for key in (
        UNINSTALL_KEY,
        r"HKCU\Software\nrdesk",
        rf"{CLASSES}\nrdesk.Dossier.1",
        rf"{CLASSES}\.nrdesk",
    ):
        assert machine.run("reg", "query", key).returncode != 0, key
    assert not any(machine.profile().rglob("nrdesk.lnk"))
