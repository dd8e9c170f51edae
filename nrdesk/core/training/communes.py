"""The fictional communes: one folder of `resources/training` each, every value of which is invented.

`commune.toml` tells the collectivité, its story and the records that it starts with; `inventaire.csv` is its
inventory, imported as a user would; the other files are what the exercises hand out.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nrdesk.core import paths
from nrdesk.core.written.prose import french

KEYS = ("village", "bourg", "ville")
"""Folders of the communes, from the smallest."""
STORY, INVENTORY = "commune.toml", "inventaire.csv"


@dataclass(frozen=True, slots=True)
class Commune:
    """A fictional commune to practise on."""

    key: str
    name: str
    population: int
    story: str
    """Who is there, what happened, what goes wrong: a few sentences to read aloud."""


def communes() -> tuple[Commune, ...]:
    """Return the fictional communes, from the smallest."""
    return tuple(_commune(key) for key in KEYS)


def folder(key: str) -> Path:
    """Return the folder of a commune.

    Raises:
        KeyError: there is no such commune.
    """
    if key not in KEYS:
        raise KeyError(key)
    return root() / key


def root() -> Path:
    """Return the folder of all that training mode reads."""
    return paths.resources() / "training"


@functools.cache
def told(key: str) -> dict[str, Any]:
    """Return what the file of a commune says.

    Raises:
        KeyError: there is no such commune.
    """
    with (folder(key) / STORY).open("rb") as file:
        return tomllib.load(file)


def _commune(key: str) -> Commune:
    about = told(key)
    return Commune(
        key=key,
        name=about["authority"]["name"],
        population=about["authority"]["population_municipal"],
        story=french(about["story"].strip()),
    )
