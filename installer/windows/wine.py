"""What every use of Wine shares: to compile with the runtime that ships, and to try the packages."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

_LEFT_OUT = "winemenubuilder.exe,winedbg.exe,mscoree,mshtml=d"
"""Neither menus nor a debugger on the machine that builds; no question about .NET nor about a browser."""


def environment(prefix: Path, overrides: str = "") -> Mapping[str, str]:
    """Return the environment in which Wine uses a prefix of our own, and says nothing but what programs say.

    Args:
        prefix: the folder of the prefix, made at the first start.
        overrides: libraries to take from elsewhere, as `WINEDLLOVERRIDES` wants them.
    """
    return os.environ | {
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": f"{overrides};{_LEFT_OUT}" if overrides else _LEFT_OUT,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


def windows_path(path: Path) -> str:
    """Return a path of this machine as Wine shows it, on drive Z."""
    return str(PureWindowsPath("Z:\\", *path.absolute().parts[1:]))
