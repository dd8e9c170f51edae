"""Compiles sources with the very runtime that is shipped, under Wine.

Another CPython 3.13 would make bytecode that works, but not the same to the byte: it differs from one patch
version to the next. With this one, any machine makes the same bytecode, without a CPython 3.13 of its own.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from installer.windows import BUILD, HERE, wine


def run(runtime: Mapping[str, bytes], *folders: Path) -> None:
    """Replace each `.py` of the folders by its `.pyc`.

    Args:
        runtime: the files of the embeddable runtime, with its `python.exe`.
        folders: where sources are; modules are named from there.

    Raises:
        SystemExit: Wine or the runtime did not do it; what they said is shown.
    """
    place = BUILD / "compiler"
    place.mkdir(parents=True, exist_ok=True)
    for name, content in runtime.items():
        (place / name).write_bytes(content)
    script = wine.windows_path(HERE / "bytecode.py")
    for folder in folders:
        told = subprocess.run(
            ["wine", str(place / "python.exe"), "-I", script, wine.windows_path(folder)],
            env=wine.environment(BUILD / "wine"), stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if told.returncode != 0 or any(folder.rglob("*.py")):
            raise SystemExit(f"{folder} : la compilation a échoué.\n{told.stdout}{told.stderr}")
