"""The exercises: `resources/training/exercices.toml`, and which commune each is for."""

from __future__ import annotations

import functools
import tomllib
from typing import Any

from nrdesk.core.steps.step import Place
from nrdesk.core.training import communes
from nrdesk.core.training.exercise import Exercise
from nrdesk.core.written.prose import french


@functools.cache
def exercises(key: str) -> tuple[Exercise, ...]:
    """Return the exercises of a commune, in the order of the steps.

    Raises:
        KeyError: there is no such commune.
    """
    if key not in communes.KEYS:
        raise KeyError(key)
    return tuple(_exercise(row, key) for row in _rows() if key in row["communes"])


@functools.cache
def _rows() -> tuple[dict[str, Any], ...]:
    with (communes.root() / "exercices.toml").open("rb") as file:
        return tuple(tomllib.load(file)["exercice"])


def _exercise(row: dict[str, Any], key: str) -> Exercise:
    """Return an exercise in the words of a commune, where it has its own."""
    own = {**row, **row.get(key, {})}
    page, _, field = own["place"].partition(".")
    return Exercise(
        id=own["id"],
        step=own["step"],
        title=french(own["title"]),
        statement=french(own["statement"]),
        hints=tuple(french(hint) for hint in own["hints"]),
        minutes=own["minutes"],
        points=own["points"],
        place=Place(page, field),
        solution=french(own["solution"]),
    )
