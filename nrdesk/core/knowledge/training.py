"""How many agents and élus were trained, overall and year by year.

How people are counted. Only the sessions that were held count, those for the inhabitants apart. Where a
session has a list of names, a name counts once, however many sessions it appears in (case and accents aside).
People who are counted without being named add up from one session to the next, since nothing tells whether
the same came back; the sum never exceeds the staff. When several sessions have unnamed people, the figure is
therefore the most it can be, and `note` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.model import Attendance, Audience, Authority, AwarenessSession, SessionStatus
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class Trained:
    """What the sessions of a period gave."""

    sessions: int
    """Sessions held for the agents or the élus."""
    agents_trained: int
    elected_trained: int
    share_agents: float | None
    """From 0 to 1; None when the number of agents is unknown, or zero."""
    share_elected: float | None
    hours: float
    """Length of the sessions, added up, where it is known."""
    cost: float
    """Euros excl. tax, where it is known."""
    may_count_twice: bool
    """Whether somebody who came several times may count several times."""

    @property
    def note(self) -> str:
        """French sentence on what the figures are worth, empty when every name is known once."""
        if not self.may_count_twice:
            return ""
        return (
            "Au plus\u00a0: sans liste de présence, une personne venue à deux séances compte deux fois. "
            "Les noms donnent le chiffre exact."
        )


@dataclass(frozen=True, slots=True)
class TrainingFigures(Trained):
    """The whole, and each year of it."""

    planned: int
    """Sessions still to come."""
    by_year: Mapping[int, Trained]
    """Year -> its sessions, the earliest first; sessions without a date are in none."""


def training_of(document: Document) -> TrainingFigures:
    """Return the figures of an open document."""
    return training(document.authority, document.all(AwarenessSession), document.all(Attendance))


def training(
    authority: Authority, sessions: Sequence[AwarenessSession], attendances: Sequence[Attendance]
) -> TrainingFigures:
    """Return how many agents and élus were trained.

    Args:
        authority: the collectivité, for the size of its staff.
        sessions: its sessions, whatever their status.
        attendances: the names of those present, for the sessions that have a list.
    """
    ours = [session for session in sessions if session.audience is not Audience.INHABITANTS]
    held = [session for session in ours if session.status is SessionStatus.HELD]
    years: dict[int, list[AwarenessSession]] = defaultdict(list)
    for session in held:
        if session.held_on:
            years[dates.parts(session.held_on)[0]].append(session)
    return TrainingFigures(
        **asdict(_trained(authority, held, attendances)),
        planned=sum(session.status is SessionStatus.PLANNED for session in ours),
        by_year={year: _trained(authority, years[year], attendances) for year in sorted(years)},
    )


def _trained(
    authority: Authority, sessions: Sequence[AwarenessSession], attendances: Sequence[Attendance]
) -> Trained:
    agents = _heads(
        [(session.id, session.agents_present) for session in sessions], attendances, elected=False
    )
    elected = _heads(
        [(session.id, session.elected_present) for session in sessions], attendances, elected=True
    )
    agents_trained = _capped(agents.total, authority.agents)
    elected_trained = _capped(elected.total, authority.elected)
    return Trained(
        sessions=len(sessions),
        agents_trained=agents_trained,
        elected_trained=elected_trained,
        share_agents=agents_trained / authority.agents if authority.agents else None,
        share_elected=elected_trained / authority.elected if authority.elected else None,
        hours=sum(session.hours or 0.0 for session in sessions),
        cost=sum(session.cost or 0.0 for session in sessions),
        may_count_twice=agents.may_overlap or elected.may_overlap,
    )


@dataclass(frozen=True, slots=True)
class _Heads:
    """People of one kind, agents or élus."""

    total: int
    may_overlap: bool


def _heads(
    counts: Sequence[tuple[str, int | None]], attendances: Sequence[Attendance], *, elected: bool
) -> _Heads:
    """Count people: distinct names, and those whom a session counts without naming them."""
    names: dict[str, set[str]] = defaultdict(set)
    for person in attendances:
        if person.is_elected is elected and person.name:
            names[person.session_id].add(normal(person.name))
    named = set().union(*(names[session] for session, _ in counts))
    unnamed = [max(0, (count or 0) - len(names[session])) for session, count in counts]
    # Unnamed people may be those of another session, named or not.
    crowds = sum(1 for (session, _), extra in zip(counts, unnamed, strict=True) if extra or names[session])
    return _Heads(len(named) + sum(unnamed), may_overlap=crowds > 1 and any(unnamed))


def _capped(people: int, staff: int | None) -> int:
    return people if staff is None else min(people, staff)
