"""What a consolidation did, kept in the document that it wrote: whom it gathered, what it set aside and why.

The figures themselves are read again from the lines of that document (`view`); what is kept here is what its
lines can no longer tell. It is a setting of the document, as JSON.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from nrdesk.core.assessment.members import SETTING

if TYPE_CHECKING:
    from nrdesk.core.document import Document


class Reason(StrEnum):
    """Why something is set aside, or counted elsewhere than where it was told."""

    LENT = "lent"
    LENT_MAYBE = "lent_maybe"
    LENT_UNKNOWN = "lent_unknown"
    SERIAL = "serial"
    SERVICE = "service"
    SERVICE_MAYBE = "service_maybe"
    BILLED = "billed"
    HOSTED = "hosted"
    WEB_SITE = "web_site"

    @property
    def sentence(self) -> str:
        """What was done and why, in French; "{owner}" stands for the collectivité that counts it."""
        return _SENTENCES[self]

    @property
    def sure(self) -> bool:
        """Whether nobody has anything to check."""
        return self not in _TO_CHECK


_SENTENCES = {
    Reason.LENT: "Appartient à {owner}, qui l’a dans son inventaire.",
    Reason.LENT_MAYBE: "Appartient à {owner}, dont l’inventaire a moins d’appareils de cette catégorie que "
    "les autres ne disent en recevoir\u00a0: à vérifier avec elle.",
    Reason.LENT_UNKNOWN: "Appartient à {owner}, dont l’inventaire n’a rien de tel\u00a0: compté une fois, "
    "chez elle. À ajouter à son inventaire.",
    Reason.SERIAL: "Même numéro de série que chez {owner}\u00a0: compté une fois. À vous deux de dire à qui "
    "il appartient.",
    Reason.SERVICE: "Fourni par {owner}, qui le compte déjà.",
    Reason.SERVICE_MAYBE: "Fourni par {owner}, qui en compte moins que les autres ne disent en "
    "recevoir\u00a0: à vérifier avec elle.",
    Reason.BILLED: "Somme versée à {owner}\u00a0: ce qu’elle paie est déjà dans son inventaire et ses "
    "services.",
    Reason.HOSTED: "Tourne sur les serveurs de {owner}, qui sont dans son inventaire.",
    Reason.WEB_SITE: "Même adresse que chez {owner}\u00a0: compté une fois.",
}
_TO_CHECK = (Reason.LENT_MAYBE, Reason.LENT_UNKNOWN, Reason.SERIAL, Reason.SERVICE_MAYBE)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A collectivité of the consolidation, on the day it was made."""

    name: str
    kind: str
    """Legal kind, in French."""
    is_epci: bool
    file: str
    year: int
    as_of: str
    factors: str
    frozen: bool
    quantity: int
    """Appliances of its park, those lent included."""
    own: float
    """Its appliances by its own method, kg CO₂e a year."""
    common: float
    """The same lines by the method of the consolidation."""
    agents: int | None
    population: int | None
    actions: int
    incomplete: int
    """Lines that cannot be counted yet."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that two documents tell, and that is counted once."""

    member: str
    """The collectivité whose document tells it too."""
    owner: str
    """The one that counts it."""
    what: str
    quantity: float
    unit: str
    kilograms: float | None
    """What it would have added, in kg CO₂e a year; None when it cannot be counted."""
    reason: Reason
    appliance: bool
    counted: bool = False
    """Whether it is in the total, at its owner's, rather than set aside."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was left out, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Journal:
    """All that a consolidation did."""

    year: int
    members: tuple[Gathering, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[str, ...]
    unread: tuple[Unread, ...]

    @property
    def aside(self) -> tuple[Entry, ...]:
        """What is not in the total, because it is already there."""
        return tuple(entry for entry in self.entries if not entry.counted)

    @property
    def to_check(self) -> tuple[Entry, ...]:
        """What somebody has to check."""
        return tuple(entry for entry in self.entries if not entry.reason.sure)

    @property
    def epci(self) -> Gathering | None:
        """The EPCI, None among communes alone."""
        return next((member for member in self.members if member.is_epci), None)

    def of(self, member: str) -> tuple[Entry, ...]:
        """Return the entries that concern a collectivité, on either side."""
        return tuple(entry for entry in self.entries if member in (entry.member, entry.owner))


def to_value(journal: Journal) -> Mapping[str, Any]:
    """Return the JSON value of a journal."""
    return dataclasses.asdict(journal)


def journal_of(document: Document) -> Journal | None:
    """Return what the consolidation of a document did, None for a document of one collectivité."""
    value: Any = document.setting(SETTING)
    if value is None:
        return None
    return Journal(
        year=value["year"],
        members=tuple(Gathering(**each) for each in value["members"]),
        entries=tuple(Entry(**{**each, "reason": Reason(each["reason"])}) for each in value["entries"]),
        remarks=tuple(value["remarks"]),
        unread=tuple(Unread(**each) for each in value["unread"]),
    )
