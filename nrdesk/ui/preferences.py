"""What the user chose for this computer, whatever the document: theme and size of the text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from nrdesk.core import paths

_MODES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The look that was chosen."""

    theme: str = "system"
    """"system", "light" or "dark"."""
    text_scale: float = 1.0
    """Size of the text, 1.0 to 2.0."""


def _path() -> Path:
    return paths.user_folder() / "preferences.json"


def load() -> Preferences:
    """Return what was chosen; the defaults when nothing was, or when the file makes no sense."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
        theme, scale = str(kept["theme"]), float(kept["text_scale"])
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()
    return Preferences(theme, scale) if theme in _MODES and 1 <= scale <= 2 else Preferences()


def save(preferences: Preferences) -> None:
    """Keep what was chosen.

    Raises:
        OSError: the folder of the user cannot be written.
    """
    _path().parent.mkdir(parents=True, exist_ok=True)
    _path().write_text(json.dumps(asdict(preferences)), encoding="utf-8")
