"""The Windows continuous integration cannot run here: it must call what is run here."""

import re
from pathlib import Path

from installer.windows import ROOT

_WORKFLOW = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
_MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
_COMMANDS = re.findall(r"^      - run: (.+)$", _WORKFLOW, re.MULTILINE)


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


def test_indentation_is_that_of_yaml() -> None:
    lines = _WORKFLOW.splitlines()
    assert not any("\t" in line for line in lines)
    assert all((len(line) - len(line.lstrip())) % 2 == 0 for line in lines)
    assert [line for line in lines if re.match(r"\w", line)] == [
        "name: windows",
        "on:",
        "permissions:",
        "jobs:",
    ]


def test_the_checks_are_not_part_of_make_test() -> None:
    assert not list(Path(ROOT, "tests").rglob("machine.py"))
