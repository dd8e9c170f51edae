"""The files opened last, kept for the welcome page."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from nrdesk.core import paths

MOST = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A file that was opened."""

    path: str
    name: str
    """Name of its collectivité."""


def _list() -> Path:
    return paths.user_folder() / "recent.json"


def load() -> list[Recent]:
    """Return the files opened last, the latest first; none when the list makes no sense."""
    try:
        kept = json.loads(_list().read_text(encoding="utf-8"))
        return [Recent(str(one["path"]), str(one["name"])) for one in kept][:MOST]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def remember(path: Path, name: str) -> None:
    """Put a file at the head of the list."""
    _keep([Recent(str(path.absolute()), name), *_without(path)])


def forget(path: Path) -> None:
    """Take a file out of the list; the file itself is not touched."""
    _keep(_without(path))


def _without(path: Path) -> list[Recent]:
    return [one for one in load() if one.path != str(path.absolute())]


def _keep(files: list[Recent]) -> None:
    _list().parent.mkdir(parents=True, exist_ok=True)
    _list().write_text(json.dumps([asdict(one) for one in files[:MOST]], ensure_ascii=False), "utf-8")
