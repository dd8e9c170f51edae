"""Makes the installer for one person, with NSIS."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

from installer.windows import BUILD, HERE, moment, version
from installer.windows.signing import sign
from installer.windows.tree import files


def build(tree: Path, target: Path, number: str = version()) -> Path:
    """Write the installer of a tree, as this version, and return its path."""
    lists = BUILD / "lists"
    lists.mkdir(parents=True, exist_ok=True)
    content = files(tree)
    _write(lists / "install.nsh", _install(tree, content))
    _write(lists / "uninstall.nsh", _uninstall(content))
    size = sum((tree / file).stat().st_size for file in content) // 1024
    subprocess.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={number}", f"-DSIZE_KB={size}",
         f"-DOUT={target}", f"-DLISTS={lists}", "nrdesk.nsi"],
        cwd=HERE, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(moment())},
    )  # fmt: skip
    sign(target)
    return target


def _install(tree: Path, content: Iterable[Path]) -> Iterable[str]:
    folder: Path | None = None
    for file in content:
        if file.parent != folder:
            folder = file.parent
            yield f'SetOutPath "{_installed(folder)}"'
        yield f'File "{tree / file}"'


def _uninstall(content: Iterable[Path]) -> Iterable[str]:
    """Delete each file by its name, then each folder if it is empty: never a folder with what it holds."""
    content = tuple(content)
    yield from (f'Delete "{_installed(file)}"' for file in content)
    folders = {folder for file in content for folder in file.parents if folder != Path()}
    for folder in sorted(folders, key=lambda folder: (-len(folder.parts), folder)):
        yield f'RMDir "{_installed(folder)}"'


def _installed(path: Path) -> str:
    # `$` introduces a variable in NSIS.
    return str(PureWindowsPath("$INSTDIR", str(path).replace("$", "$$")))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
