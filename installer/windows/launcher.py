"""Compiles the two programs, which start the runtime with our code: the window, and the command line."""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.windows import BUILD, HERE, version

_COMPILER, _RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
_PROGRAMS = {
    "nrdesk.exe": ("nrdesk", ("-mwindows",)),
    "nrdesk-cli.exe": ("nrdesk.cli", ("-mconsole", "-DCONSOLE")),
}
"""Program -> what Python runs, and how the program is linked."""


def build(folder: Path) -> None:
    """Write both programs into the folder."""
    work = BUILD / "launcher"
    work.mkdir(parents=True, exist_ok=True)
    numbers = version().split(".")
    for name, (module, options) in _PROGRAMS.items():
        resources = work / f"{name}.res"
        subprocess.run(
            [_RESOURCES, "-O", "coff", "-c", "65001", "-I", str(HERE), f"-DMAJOR={numbers[0]}",
             f"-DMINOR={numbers[1]}", f"-DPATCH={numbers[2]}", f"-DPROGRAM={name}",
             str(HERE / "launcher.rc"), str(resources)],
            check=True,
        )  # fmt: skip
        subprocess.run(
            [_COMPILER, "-municode", "-Os", "-s", "-Wall", "-Werror", "-Wl,--no-insert-timestamp",
             "-Wl,--dynamicbase,--nxcompat,--high-entropy-va", f'-DMODULE=L"{module}"', *options,
             str(HERE / "launcher.c"), str(resources), "-o", str(folder / name)],
            check=True,
        )  # fmt: skip
