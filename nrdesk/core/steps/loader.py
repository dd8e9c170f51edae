"""Reads the guide texts: one TOML file per step, `resources/data/guide/step01.toml` to `step10.toml`."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from nrdesk.core import paths
from nrdesk.core.steps.step import Example, Gesture, Guide, Resource


def path(number: int) -> Path:
    """Return the file that holds the guide text of step `number`."""
    return paths.data() / "guide" / f"step{number:02}.toml"


@functools.cache
def guide(number: int) -> Guide:
    """Return the guide text of step `number`.

    Raises:
        FileNotFoundError: there is no such step.
        KeyError: a section is missing from the file (a fault of the installation, not of the user).
    """
    with path(number).open("rb") as file:
        text = tomllib.load(file)
    return Guide(
        why=tuple(text["why"]),
        with_whom=tuple(text["with_whom"]),
        how=tuple(Gesture(**gesture) for gesture in text["how"]),
        questions=tuple(text["questions"]),
        further=tuple(Resource(**resource) for resource in text["further"]),
        words=tuple(text["words"]),
        examples=tuple(Example(**example) for example in text["examples"]),
        corrections=tuple(text.get("corrections", ())),
    )
