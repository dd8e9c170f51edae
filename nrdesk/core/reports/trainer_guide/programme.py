"""The three-hour session that the trainer's guide tells: `resources/data/content/training_session.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nrdesk.core import paths
from nrdesk.core.training import Exercise, exercises
from nrdesk.core.written.prose import french

WHO = {"room": "toute la salle", "tables": "par tables", "break": "pause"}
"""How a sequence is held -> French words."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that goes wrong, and what to do."""

    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A part of the session."""

    title: str
    starts: int
    """Minutes after the beginning of the session."""
    minutes: int
    who: str
    """A key of `WHO`."""
    goal: str
    """What is true at its end."""
    say: str
    """Words that a trainer may say as they are."""
    do: tuple[str, ...]
    ask: tuple[str, ...]
    steps: tuple[int, ...]
    """Steps whose exercises the tables do."""
    wrong: tuple[Trouble, ...]

    def exercises(self, commune: str) -> tuple[Exercise, ...]:
        """Return what the tables do, in a commune."""
        return tuple(each for each in exercises(commune) if each.step in self.steps)


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and what stands under it."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that a trainer reads before, during and after; every text is ready to show."""

    title: str
    purpose: str
    audience: str
    commune: str
    """Key of the commune that it is written for."""
    before: tuple[Titled, ...]
    materials: tuple[str, ...]
    sequences: tuple[Sequence, ...]
    troubles: tuple[Trouble, ...]
    after: tuple[str, ...]
    variants: tuple[Titled, ...]

    @property
    def minutes(self) -> int:
        """How long the session lasts, its break included."""
        return sum(each.minutes for each in self.sequences)


@functools.cache
def programme() -> Programme:
    """Return the session."""
    with (paths.data() / "content" / "training_session.toml").open("rb") as file:
        told = tomllib.load(file)
    return Programme(
        title=french(told["title"]),
        purpose=french(told["purpose"]),
        audience=french(told["audience"]),
        commune=told["commune"],
        before=tuple(Titled(french(each["when"]), _texts(each["items"])) for each in told["before"]),
        materials=_texts(told["materials"]),
        sequences=_sequences(told["sequence"]),
        troubles=_troubles(told["trouble"]),
        after=_texts(each["text"] for each in told["after"]),
        variants=tuple(Titled(french(each["title"]), _texts([each["text"]])) for each in told["variant"]),
    )


def _sequences(told: list[dict[str, Any]]) -> tuple[Sequence, ...]:
    found: list[Sequence] = []
    for each in told:
        starts = found[-1].starts + found[-1].minutes if found else 0
        found.append(
            Sequence(
                title=french(each["title"]),
                starts=starts,
                minutes=each["minutes"],
                who=each["who"],
                goal=french(each["goal"]),
                say=french(each["say"]),
                do=_texts(each["do"]),
                ask=_texts(each.get("ask", ())),
                steps=tuple(each.get("steps", ())),
                wrong=_troubles(each.get("wrong", ())),
            )
        )
    return tuple(found)


def _troubles(told: Iterable[Mapping[str, str]]) -> tuple[Trouble, ...]:
    return tuple(Trouble(french(each["what"]), french(each["todo"])) for each in told)


def _texts(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(french, told))
