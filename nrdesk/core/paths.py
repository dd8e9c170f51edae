"""Where nrdesk finds its resources and keeps its own files."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_POLICY = "politique.json"


def resources() -> Path:
    """Return the folder of facts, fonts and icons: in the package once installed, beside it before."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def data() -> Path:
    """Return the folder of the reference data."""
    return resources() / "data"


def user_folder() -> Path:
    """Return the folder of nrdesk's own files (recent files, settings, caches), not created here.

    `NRDESK_HOME` overrides it: the portable version and the tests set it. So does the policy of the computer.
    """
    if override := os.environ.get("NRDESK_HOME"):
        return Path(override)
    chosen = policy().get("user_folder")
    if isinstance(chosen, str) and Path(os.path.expandvars(chosen)).is_absolute():
        return Path(os.path.expandvars(chosen))
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


def policy_files() -> tuple[Path, ...]:
    """Return where whoever manages this computer may put its settings; the first that is there counts."""
    if sys.platform == "win32":
        shared = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "nrdesk" / _POLICY
        # In a packaged nrdesk, this package is in `app`, beside the program.
        return shared, _PACKAGE.parent.parent / _POLICY
    return (Path("/etc/nrdesk") / _POLICY,)


@functools.cache
def policy() -> Mapping[str, object]:
    """Return what the policy of this computer says, as it is written; nothing when there is none to read."""
    for file in policy_files():
        try:
            said = json.loads(file.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return {}
        return said if isinstance(said, dict) else {}
    return {}


def same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, be it through a link or another case."""
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return False
