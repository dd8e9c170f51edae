"""Where nrdesk finds its resources and keeps its own files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of facts, fonts and icons: in the package once installed, beside it before."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def data() -> Path:
    """Return the folder of the reference data."""
    return resources() / "data"


def user_folder() -> Path:
    """Return the folder of nrdesk's own files (recent files, settings, caches), not created here.

    `NRDESK_HOME` overrides it: the portable version and the tests set it.
    """
    if override := os.environ.get("NRDESK_HOME"):
        return Path(override)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "nrdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "nrdesk"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "nrdesk"


def cache_folder() -> Path:
    """Return the folder of what can be made again, not created here; a roaming profile does not carry it."""
    if "NRDESK_HOME" in os.environ:
        return user_folder() / "cache"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "nrdesk" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "nrdesk"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "nrdesk"


def same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, be it through a link or another case."""
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False
