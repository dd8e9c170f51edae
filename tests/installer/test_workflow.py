"""The Windows continuous integration cannot run here: it must call what is run here."""

import re
from pathlib import Path

import yaml

from installer.windows import ROOT, older

_JOBS = yaml.safe_load((ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8"))["jobs"]
_MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_COMMANDS = [step["run"] for job in _JOBS.values() for step in job["steps"] if "run" in step]


def test_packages_are_made_by_the_same_command() -> None:
    assert "make windows" in _COMMANDS
    assert re.search(r"^windows:", _MAKEFILE, re.MULTILINE)


def test_packages_are_tried_by_the_same_checks() -> None:
    checks = "-m pytest installer/windows/check -p no:xdist -p no:cacheprovider"
    assert f"python {checks}" in _COMMANDS
    assert f"$(PYTHON) {checks}" in _MAKEFILE


def test_the_build_is_made_twice_and_compared() -> None:
    assert any("diff" in command and "SHA256SUMS" in command for command in _COMMANDS)


def test_every_script_that_it_names_is_there() -> None:
    named = {
        word for command in _COMMANDS for word in re.findall(r"(?:installer|requirements)[\w./-]+", command)
    }
    assert named
    assert all((ROOT / name).exists() for name in named)


def test_windows_tries_what_linux_made() -> None:
    assert _JOBS["check"]["needs"] == "build"
    assert _JOBS["check"]["runs-on"].startswith("windows")
    given, taken = (
        next(step["with"] for step in _JOBS[job]["steps"] if action in step.get("uses", ""))
        for job, action in (("build", "upload-artifact"), ("check", "download-artifact"))
    )
    assert given["name"] == taken["name"]
    assert given["path"].split() == ["dist/", older.FOLDER.relative_to(ROOT).as_posix() + "/"]


def test_the_checks_are_not_part_of_make_test() -> None:
    assert not list(Path(ROOT, "tests").rglob("machine.py"))
