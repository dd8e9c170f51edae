"""The Windows build, made on Linux: `python -m installer.windows` writes the tree and its three packages.

    fetch     the runtime and the wheels, by their hashes
    contents  what is shipped and what is left out, as explicit lists
    tree      one folder: runtime, libraries, our code as .pyc, resources, the two programs
    packages  installer (NSIS), MSI, portable ZIP, bill of materials, checksums

Two builds of the same commit are the same to the byte: nothing in them depends on the clock.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""
HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "windows"
"""Where everything is made; nothing else is written."""
DIST = ROOT / "dist"
"""Where the packages go."""


def version() -> str:
    """Return the version of nrdesk, as its package says it."""
    text = (ROOT / "nrdesk" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def commit() -> str:
    """Return the commit that the packages are made of: what is not committed is not shipped."""
    return _git("rev-parse", "HEAD")


def moment() -> int:
    """Return the date that every file of the build bears: that of the commit, in seconds since 1970."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    return int(_git("log", "-1", "--format=%ct"))


def _git(*arguments: str) -> str:
    told = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True)
    return told.stdout.strip()
