"""The folder that was read last, kept for the next time."""

from __future__ import annotations

import contextlib
from pathlib import Path

from nrdesk.core import paths


def _place() -> Path:
    return paths.user_folder() / "portefeuille" / "dossier.txt"


def last() -> Path | None:
    """Return the folder that was read last, None when there is none or it is gone."""
    try:
        folder = Path(_place().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return folder if folder.is_dir() else None


def remember(folder: Path) -> None:
    """Keep a folder for the next time."""
    # Nobody is told of a convenience that is missing.
    with contextlib.suppress(OSError, UnicodeEncodeError):
        _place().parent.mkdir(parents=True, exist_ok=True)
        _place().write_text(str(folder), encoding="utf-8")
