"""Anyone can make the packages again and compare: another folder, the same commit, the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.windows import BUILD, DIST, ROOT, signing, version
from installer.windows.check.machine import WINDOWS, missing

pytestmark = [
    pytest.mark.timeout(3600),
    pytest.mark.skipif(WINDOWS, reason="les paquets se font sous Linux"),
    pytest.mark.skipif(bool(missing()), reason=f"rien n’est refait : {missing()}"),
    pytest.mark.skipif(signing.CERTIFICATE in os.environ, reason="une signature porte sa date"),
]
SUMS = f"nrdesk-{version()}-SHA256SUMS"


def test_two_builds_of_a_commit_are_the_same(tmp_path: Path) -> None:
    again = tmp_path / "again"
    first = json.loads((BUILD / "made.json").read_text())
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(again)], check=True)
    subprocess.run(["git", "-C", str(again), "checkout", "--quiet", first["commit"]], check=True)
    # What comes from outside is held to its hashes: it need not come twice.
    build = again / BUILD.relative_to(ROOT)
    build.mkdir(parents=True)
    for fetched in ("wheels", "runtime"):
        (build / fetched).symlink_to(BUILD / fetched, target_is_directory=True)
    made = subprocess.run(
        [sys.executable, "-m", "installer.windows", *first["runtime"]],
        cwd=again, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert (again / "dist" / SUMS).read_text() == (DIST / SUMS).read_text()
