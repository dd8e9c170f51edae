"""Lists of people present: pasted into a session, and taken out of it for signatures and certificates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.training import ATTENDANCE, SESSION
from nrdesk.core.formatting import count
from nrdesk.core.model import Attendance, AwarenessSession
from nrdesk.core.written.words import normal

_BULLET = re.compile(r"^\s*(?:[-–—•*·]|[0-9]{1,3}[.)])\s+")
_NAME, _, _SERVICE, _ = ATTENDANCE


@dataclass(frozen=True, slots=True)
class PastedList:
    """What a list of names becomes."""

    people: tuple[Attendance, ...]
    repeated: int
    """Names left out: already in the session, or twice in the list."""
    unreadable: int
    """Lines left out: too long to be a name."""

    @property
    def summary(self) -> str:
        """French sentence on what was added and what was not."""
        added = count(len(self.people), "personne ajoutée", "personnes ajoutées")
        left_out = []
        if self.repeated:
            left_out.append(count(self.repeated, "nom déjà présent", "noms déjà présents"))
        if self.unreadable:
            left_out.append(count(self.unreadable, "ligne trop longue", "lignes trop longues"))
        return f"{added} ({', '.join(left_out)})." if left_out else f"{added}."


def pasted(text: str, session_id: str, present: Sequence[Attendance], *, elected: bool = False) -> PastedList:
    """Return the people that a pasted text names.

    Args:
        text: one name per line, bulleted or numbered or not; what follows a tab, as spreadsheets paste
            it, is the service.
        session_id: the session at which they were.
        present: those that it already has; a name is not added twice, whatever its case and accents.
        elected: whether they are élus.
    """
    seen = {normal(person.name) for person in present}
    people: list[Attendance] = []
    repeated = unreadable = 0
    for line in text.splitlines():
        written, _, rest = _BULLET.sub("", line).partition("\t")
        try:
            name = str(_NAME.read(written)) if written.strip() else ""
            service = str(_SERVICE.read(rest.partition("\t")[0]))
        except Unreadable:
            unreadable += 1
            continue
        if not name:
            continue
        if normal(name) in seen:
            repeated += 1
            continue
        seen.add(normal(name))
        people.append(Attendance(session_id=session_id, name=name, is_elected=elected, service=service))
    return PastedList(tuple(people), repeated, unreadable)


def sheet(session: AwarenessSession, people: Sequence[Attendance]) -> list[list[str]]:
    """Return the list of those present as rows of a table, with its headers and what session it is."""
    about = {field.name: field for field in SESSION}
    known = [about[name].text(session) for name in ("title", "held_on", "hours")]
    headers = ["Séance", "Date", "Durée (heures)", *(field.label for field in ATTENDANCE)]
    return [headers, *([*known, *(field.text(person) for field in ATTENDANCE)] for person in people)]
