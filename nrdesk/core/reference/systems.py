"""Operating systems, and the day on which their publisher stops correcting them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from nrdesk.core.formatting import NBSP
from nrdesk.core.reference.table import Row, read_data
from nrdesk.core.written.words import listed, normal


class SystemAdvice(StrEnum):
    """What to do of an appliance whose system is no longer corrected: the appliance itself can stay."""

    WINDOWS_10 = "windows_10"
    UPDATE = "update"
    LINUX = "linux"
    SERVER = "server"

    @property
    def text(self) -> str:
        """One or two French sentences."""
        return _ADVICE[self]


_ADVICE = {
    SystemAdvice.WINDOWS_10: (
        "Gardez la machine et changez le système"
        f"{NBSP}: Windows 11 si elle l’accepte, sinon Linux, ou les correctifs prolongés que vend Microsoft."
    ),
    SystemAdvice.UPDATE: "Gardez la machine et passez à la version suivante du système, si elle l’accepte.",
    SystemAdvice.LINUX: (
        "Gardez la machine si elle sert encore"
        f"{NBSP}: un Linux léger lui va souvent. D’ici là, ne la laissez pas sur internet."
    ),
    SystemAdvice.SERVER: (
        "Voyez avec votre prestataire"
        f"{NBSP}: changer le système de ce serveur, ou regrouper ce qu’il fait. Il tient vos données."
    ),
}


_LONGER_EDITIONS = ("enterprise", "entreprise", "education")


@dataclass(frozen=True, slots=True)
class System:
    """One version of an operating system."""

    id: str
    label: str
    words: tuple[str, ...]
    """How people and inventory tools write it, as `words.normal` writes."""
    support_end: str | None
    """Last day of the corrections, possibly partial; None when it depends on what is not written."""
    verified: bool
    """Whether two public sources that cite the publisher agree; otherwise « à confirmer »."""
    advice: SystemAdvice
    source: str


@cache
def load() -> tuple[System, ...]:
    """Return the systems, in the order of the table."""
    return tuple(_system(line) for line in read_data("content/systems.csv"))


@lru_cache(maxsize=2_000)
def recognise(text: str) -> System | None:
    """Return the system that a text names: the longest words found win ("Windows Server 2012 R2").

    Words around do not matter: "Microsoft Windows 10 Professionnel" is Windows 10. A text that names no
    version ("Windows", "Android") is not recognised.
    """
    written = f" {normal(text)} "
    found = [(len(words), system) for system in load() for words in system.words if f" {words} " in written]
    best = max(found, key=lambda each: each[0], default=None)
    return _version(best[1], written) if best else None


def _version(system: System, written: str) -> System:
    """Return the yearly version when the text names it apart: "Windows 11 Pro 23H2".

    Editions for companies and schools are corrected a year longer: of these, only the system is known.
    """
    if any(f" {edition} " in written for edition in _LONGER_EDITIONS):
        return next((other for other in load() if system.label.startswith(f"{other.label}, ")), system)
    versions = (other for other in load() if other.label.startswith(f"{system.label}, version "))
    return next((each for each in versions if f" {each.id.rpartition('_')[2]} " in written), system)


def _system(line: Row) -> System:
    return System(
        id=line.required("id"),
        label=line.required("label"),
        words=listed(line.required("words")),
        support_end=line.text("support_end") or None,
        verified=line.flag("verified"),
        advice=SystemAdvice(line.required("advice")),
        source=line.required("source"),
    )
