"""The desktop file, the MIME type and the icons of Linux."""

import configparser
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

from installer.windows import ROOT

_LINUX = ROOT / "installer" / "linux"
_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _entry() -> configparser.SectionProxy:
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str  # type: ignore[assignment, method-assign]
    file.read(_LINUX / "nrdesk.desktop", encoding="utf-8")
    return file["Desktop Entry"]


def test_the_desktop_file_starts_the_window() -> None:
    entry = _entry()
    program = entry["Exec"].split()[0]
    assert f"{program} = " in (ROOT / "pyproject.toml").read_text()
    assert entry["Type"] == "Application"
    assert entry["MimeType"].endswith(";")


def test_the_type_of_documents_is_the_same_everywhere() -> None:
    kind = ET.parse(_LINUX / "nrdesk-mime.xml").getroot().find(f"{_SPACE}mime-type")
    assert kind is not None
    name = kind.get("type")
    glob = kind.find(f"{_SPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.nrdesk"
    assert _entry()["MimeType"] == f"{name};"
    assert f'"{name}"' in (ROOT / "installer" / "windows" / "nrdesk.nsi").read_text(encoding="utf-8")


def test_it_is_put_in_the_folders_of_the_user_and_taken_away(tmp_path: Path) -> None:
    script = [str(_LINUX / "integrate.sh")]
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(script, env=environment, check=True)
    assert (tmp_path / "applications" / "nrdesk.desktop").is_file()
    assert (tmp_path / "icons" / "hicolor" / "scalable" / "apps" / "nrdesk.svg").is_file()
    subprocess.run([*script, "--remove"], env=environment, check=True)
    assert not (tmp_path / "applications" / "nrdesk.desktop").exists()
    assert not list(tmp_path.rglob("*.svg"))
