"""Assembles the folder that every package carries."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from installer.windows import BUILD, ROOT, compiler, launcher, moment
from installer.windows.contents import RUNTIME_DROPPED, RUNTIME_KEPT, STANDARD_DROPPED, kept

TREE = BUILD / "nrdesk"
_PATHS = "python313.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"
"""Where the runtime looks for modules, from its own folder: nowhere else on the machine."""
_RESOURCES_DROPPED = (".py",)
"""Scripts that made the data are not data."""


def assemble(runtime: Mapping[str, bytes], wheels: Iterable[Path]) -> Path:
    """Write the tree anew and return its folder."""
    shutil.rmtree(TREE, ignore_errors=True)
    _runtime(runtime)
    for wheel in wheels:
        _wheel(wheel)
    _application()
    compiler.run(runtime, TREE / "lib", TREE / "app")
    launcher.build(TREE)
    shutil.copyfile(ROOT / "LICENSE", TREE / "LICENCE.txt")
    _date(TREE)
    return TREE


def files(tree: Path = TREE) -> tuple[Path, ...]:
    """Return the files of the tree, relative to it, in order."""
    return tuple(sorted(path.relative_to(tree) for path in tree.rglob("*") if path.is_file()))


def _put(name: str, content: bytes) -> None:
    path = TREE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _runtime(runtime: Mapping[str, bytes]) -> None:
    unknown = set(runtime) - RUNTIME_KEPT - set(RUNTIME_DROPPED)
    missing = RUNTIME_KEPT - set(runtime)
    if unknown or missing:
        raise SystemExit(f"runtime : à décider dans contents.py {sorted(unknown)}, absents {sorted(missing)}")
    for name in sorted(RUNTIME_KEPT):
        _put(f"runtime/{name}", runtime[name])
    _put("runtime/python313._pth", _PATHS.encode())
    _put("runtime/python313.zip", _standard_library(runtime["python313.zip"]))


def _standard_library(archive: bytes) -> bytes:
    """Return the archive of the standard library without what is not used, stored.

    The installer compresses everything at once, better than a ZIP does, and a module that is stored is read
    faster.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as whole, zipfile.ZipFile(buffer, "w") as written:
        for info in sorted(whole.infolist(), key=lambda info: info.filename):
            if not info.is_dir() and not STANDARD_DROPPED.search(info.filename):
                written.writestr(zipfile.ZipInfo(info.filename), whole.read(info))
    return buffer.getvalue()


def _wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as content:
        for info in content.infolist():
            if not info.is_dir() and kept(info.filename):
                read = content.read(info)
                if info.filename.endswith(".dist-info/METADATA"):
                    # Name, version and licence; not the long description that follows the first empty line.
                    read = read.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n"
                _put(f"lib/{info.filename}", read)


def _application() -> None:
    """Unpack our code and resources as they were last committed: nothing that lies about in the checkout."""
    told = subprocess.run(
        ["git", "-C", str(ROOT), "archive", "--format=tar", "HEAD", "nrdesk", "resources"],
        capture_output=True, check=True,
    )  # fmt: skip
    with tarfile.open(fileobj=io.BytesIO(told.stdout)) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content is None:
                continue
            if member.name.startswith("nrdesk/"):
                _put(f"app/{member.name}", content.read())
            elif not member.name.endswith(_RESOURCES_DROPPED):
                _put(f"app/nrdesk/{member.name}", content.read())


def _date(folder: Path) -> None:
    """Give every file the date of the commit: packages record it."""
    when = moment()
    for path in folder.rglob("*"):
        os.utime(path, (when, when))
    os.utime(folder, (when, when))
