"""The agendas that come with nrdesk: one for each kind of meeting, shorter in a small commune."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nrdesk.core import paths
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Workshop, WorkshopKind
from nrdesk.core.written.prose import french

USUAL = (WorkshopKind.FRAMING, WorkshopKind.COCREATION, WorkshopKind.SHARING)
"""The meetings of the method, in order."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point of an agenda."""

    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """What a kind of meeting is for, whom it gathers and how it goes."""

    kind: WorkshopKind
    title: str
    purpose: str
    participants: str
    materials: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(item.minutes for item in self.items)


def template(kind: WorkshopKind, *, small: bool = False) -> AgendaTemplate:
    """Return the agenda of a kind of meeting; `small` for a small commune (the flash path)."""
    return _templates()[kind, small]


def agenda_for(kind: WorkshopKind, *, small: bool = False) -> str:
    """Return the agenda of a kind of meeting as a text that anyone can change: a point per line."""
    return "\n".join(f"{item.minutes}{NBSP}min {item.text}" for item in template(kind, small=small).items)


def usual(*, small: bool = False) -> tuple[Workshop, ...]:
    """Return the three usual meetings, ready to be dated."""
    return tuple(planned(kind, small=small) for kind in USUAL)


def planned(kind: WorkshopKind, *, small: bool = False) -> Workshop:
    """Return a new meeting of a kind, with its agenda."""
    found = template(kind, small=small)
    return Workshop(
        title=found.title,
        kind=kind,
        minutes_long=found.minutes,
        participants=found.participants,
        agenda=agenda_for(kind, small=small),
    )


@functools.cache
def _templates() -> Mapping[tuple[WorkshopKind, bool], AgendaTemplate]:
    """Read `resources/data/content/agendas.toml`."""
    with (paths.data() / "content" / "agendas.toml").open("rb") as file:
        written = tomllib.load(file)["agendas"]
    return {
        (WorkshopKind(each["kind"]), small): _template(each, small=small)
        for each in written
        for small in (False, True)
    }


def _template(written: Mapping[str, Any], *, small: bool) -> AgendaTemplate:
    def of(name: str) -> Any:  # noqa: ANN401 -- whatever the file holds there
        return written.get(f"small_{name}", written[name]) if small else written[name]

    return AgendaTemplate(
        kind=WorkshopKind(written["kind"]),
        title=written["title"],
        purpose=french(written["purpose"]),
        participants=french(written["participants"]),
        materials=tuple(of("materials")),
        items=tuple(Item(item["minutes"], french(item["text"])) for item in of("items")),
    )
