"""The community: who is in it, whether it meets, and who agreed to be named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nrdesk.core.communication import moments as calendar
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import ChosenMoment, Pioneer
from nrdesk.core.monitoring.readings import months_later

FEWEST = 2
"""Members from which people meet rather than work alone."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class CommunityState:
    """The community on a day."""

    members: tuple[Pioneer, ...]
    met: ChosenMoment | None
    """Its last meeting, in the last twelve months."""
    next: ChosenMoment | None
    """Its next one."""

    @property
    def inside(self) -> int:
        """Members who work for the collectivité or are elected there."""
        return sum(each.internal for each in self.members)

    @property
    def outside(self) -> int:
        """The others: inhabitants, associations, companies."""
        return len(self.members) - self.inside

    @property
    def silent(self) -> tuple[Pioneer, ...]:
        """Members who did not agree to be listed."""
        return tuple(each for each in self.members if not each.agreed)

    @property
    def alive(self) -> bool:
        """Whether there are members, and a meeting behind or ahead."""
        return len(self.members) >= FEWEST and bool(self.met or self.next)

    @property
    def sentence(self) -> str:
        """Who is in it, in French."""
        if not self.members:
            return "Personne pour l’instant\u00a0: commencez par ceux qui ont déjà répondu présent."
        words = count(len(self.members), "volontaire")
        if self.inside and self.outside:
            words = f"{words}, dont {self.outside} hors de la collectivité"
        if self.next:
            return f"{words}. Prochaine rencontre{NBSP}: {calendar.period(self.next.starts, self.next.ends)}."
        if self.met:
            return f"{words}. Dernière rencontre{NBSP}: {calendar.period(self.met.starts, self.met.ends)}."
        return f"{words}. Aucune rencontre n’est datée."

    @property
    def remarks(self) -> tuple[str, ...]:
        """What asks for somebody, in French sentences."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        if self.silent:
            told = count(len(self.silent), "personne n’a", "personnes n’ont")
            yield (
                f"{told} pas encore donné leur accord{NBSP}: leur contact ne sort d’aucun document."
                if len(self.silent) > 1
                else f"{told} pas encore donné son accord{NBSP}: son contact ne sort d’aucun document."
            )
        if self.members and not self.outside:
            yield "Tous sont de la maison\u00a0: ouvrez le groupe à une association ou à des habitants."


def state(members: Sequence[Pioneer], moments: Iterable[ChosenMoment], today: dt.date) -> CommunityState:
    """Return the community as it stands on a day."""
    meetings = [each for each in moments if each.community]
    since = months_later(today, -_MONTHS)
    held = [
        each
        for each in calendar.in_time(meetings)
        if each.held and each.starts and since < calendar.last_day(each)
    ]
    ahead = calendar.coming(meetings, today)
    return CommunityState(
        members=tuple(members), met=held[-1] if held else None, next=ahead[0] if ahead else None
    )
