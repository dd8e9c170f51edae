"""Two packages of an older version, small, over which the checks install the real ones."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer.windows import BUILD, msi, nsis

NUMBER = "0.0.1"
FOLDER = BUILD / "older"
INSTALLER, MSI = FOLDER / "older-installer.exe", FOLDER / "older.msi"
OBSOLETE = Path("lib", "obsolete.pyc")
"""A module that the version of today no longer has."""


def build(tree: Path) -> None:
    """Write both packages: the programs of the tree, and the module of before."""
    content = FOLDER / "tree"
    shutil.rmtree(FOLDER, ignore_errors=True)
    (content / OBSOLETE).parent.mkdir(parents=True)
    (content / OBSOLETE).write_bytes(b"old")
    shutil.copyfile(tree / "nrdesk.exe", content / "nrdesk.exe")
    nsis.build(content, INSTALLER, NUMBER)
    msi.build(content, MSI, NUMBER)
