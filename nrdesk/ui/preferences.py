"""What the user chose for this computer, whatever the document: theme and size of the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    """Return what was chosen; what the policy of the computer says when nothing was, or when it decides."""
    policy = paths.policy()
    default = _read(policy, Preferences())
    if policy.get("impose") is True:
        return default
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return default
    complete = isinstance(kept, dict) and {"theme", "text_scale"} <= kept.keys()
    return _read(kept, default) if complete else default


def _read(said: Mapping[str, object], default: Preferences) -> Preferences:
    """Return the look that a file says; the default when what it says makes no sense."""
    theme, scale = said.get("theme", default.theme), said.get("text_scale", default.text_scale)
    if theme in _MODES and isinstance(scale, int | float) and 1 <= scale <= 2:
        return Preferences(str(theme), float(scale))
    return default


def save(preferences: Preferences) -> None:
    """Keep what was chosen.

    Raises:
        OSError: the folder of the user cannot be written.
    """
    _path().parent.mkdir(parents=True, exist_ok=True)
    _path().write_text(json.dumps(asdict(preferences)), encoding="utf-8")
