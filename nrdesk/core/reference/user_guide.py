"""The user guide: one page per screen, read by the window and by the document that goes out."""

from __future__ import annotations

import functools
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrdesk.core import paths
from nrdesk.core.written.prose import french


@dataclass(frozen=True, slots=True)
class GuidePage:
    """How to use one screen."""

    key: str
    """Key of the screen (`nrdesk.ui.shell.routes`), or "welcome"."""
    title: str
    goal: str
    steps: tuple[str, ...]
    """What to do there, in order."""
    know: tuple[str, ...]
    keys: tuple[str, ...]
    """What the keyboard does there."""

    def holds(self, query: str) -> bool:
        """Return whether every word of a query is somewhere in the page, accents and case aside."""
        said = _plain(" ".join((self.title, self.goal, *self.steps, *self.know, *self.keys)))
        return all(word in said for word in _plain(query).split())


@dataclass(frozen=True, slots=True)
class GuidePart:
    """Pages that go together."""

    title: str
    pages: tuple[GuidePage, ...]


def folder() -> Path:
    """Return where the texts are: a TOML file a part, in order."""
    return paths.resources() / "help" / "guide"


def picture(key: str) -> Path:
    """Return the picture of a screen of the demonstration, made by `python -m tests.screens --guide`."""
    return paths.resources() / "help" / "screens" / f"{key}.png"


@functools.cache
def parts() -> tuple[GuidePart, ...]:
    """Return the whole guide.

    Raises:
        KeyError: something is missing from a file (a fault of the installation, not of the user).
    """
    return tuple(_part(path) for path in sorted(folder().glob("*.toml")))


@functools.cache
def by_key() -> dict[str, GuidePage]:
    """Return the pages by the key of their screen, in order."""
    return {page.key: page for part in parts() for page in part.pages}


def search(query: str) -> list[GuidePage]:
    """Return the pages that a query designates; all of them for an empty one."""
    return [page for page in by_key().values() if page.holds(query)]


def _part(path: Path) -> GuidePart:
    with path.open("rb") as file:
        text = tomllib.load(file)
    return GuidePart(text["title"], tuple(map(_page, text["page"])))


def _page(text: dict[str, Any]) -> GuidePage:
    lists = {name: tuple(map(french, text[name])) for name in ("steps", "know", "keys")}
    return GuidePage(text["key"], french(text["title"]), french(text["goal"]), **lists)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
