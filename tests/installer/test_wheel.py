"""The wheel that `pipx install` takes: whole without the checkout, resources and commands included."""

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from installer.windows import ROOT, version

_TELL = """
import sys
from nrdesk import cli
assert cli.__file__.startswith(sys.argv[1]), cli.__file__
sys.exit(cli.main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"nrdesk-{version()}-py3-none-any.whl"


@pytest.mark.slow
def test_it_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site"
    with zipfile.ZipFile(wheel) as content:
        content.extractall(installed)
    for told in (["demo", "d.nrdesk"], ["exporter", "d.nrdesk", "etat-des-lieux", "d.pdf"]):
        done = subprocess.run(
            [sys.executable, "-c", _TELL, str(installed), *told], cwd=tmp_path, check=False,
            env=os.environ | {"PYTHONPATH": str(installed)}, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF-")


def test_it_brings_both_commands(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        name = next(name for name in content.namelist() if name.endswith("entry_points.txt"))
        told = configparser.ConfigParser()
        told.read_string(content.read(name).decode())
    commands = {key for part in told.values() for key in part}
    assert {"nrdesk", "nrdesk-bureau"} <= commands
