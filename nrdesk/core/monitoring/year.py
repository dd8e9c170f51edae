"""The actions of the plan as a year sees them: done in it, moved on, late, blocked, still to come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.model import Action, ActionStatus, ActionYear, Campaign, Milestone
from nrdesk.core.planning import schedule
from nrdesk.core.planning.schedule import Span

if TYPE_CHECKING:
    from nrdesk.core.document import Document


class YearPlace(StrEnum):
    """What a year made of an action."""

    DONE = "done"
    UNDER_WAY = "under_way"
    BLOCKED = "blocked"
    LATE = "late"
    DROPPED = "dropped"
    NEXT = "next"
    """Its time has not come."""

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]

    @property
    def wants_words(self) -> bool:
        """Whether a bilan says something of it: what was done, or why nothing was."""
        return self is not YearPlace.NEXT


_LABELS = {
    YearPlace.DONE: "terminée",
    YearPlace.UNDER_WAY: "en cours",
    YearPlace.BLOCKED: "bloquée",
    YearPlace.LATE: "en retard",
    YearPlace.DROPPED: "abandonnée",
    YearPlace.NEXT: "à venir",
}


@dataclass(frozen=True, slots=True)
class ActionOfYear:
    """An action in a year."""

    action: Action
    span: Span
    place: YearPlace
    late: str
    """French sentence: why it is late; empty when it is not."""
    said: ActionYear | None
    """What was written of it for that year."""

    @property
    def told(self) -> bool:
        """Whether something was written of what was done or of what prevented it."""
        return bool(self.said and (self.said.done.strip() or self.said.difficulty.strip()))


def actions_of(document: Document, campaign: Campaign, today: dt.date) -> tuple[ActionOfYear, ...]:
    """Return the actions that a year is about, in the order of the plan.

    Those that were over before it began are left out, unless something was written of them for that year.

    Args:
        document: the document.
        campaign: the campaign of the year.
        today: the day when lateness is judged; the end of the year when that is past.
    """
    said = {each.action_id: each for each in document.all(ActionYear, campaign_id=campaign.id)}
    stones: dict[str, list[Milestone]] = {}
    for stone in document.all(Milestone):
        if stone.action_id:
            stones.setdefault(stone.action_id, []).append(stone)
    day = min(today, dt.date(campaign.year, 12, 31))
    found = (
        _seen(action, stones.get(action.id, []), said.get(action.id), campaign.year, day)
        for action in in_order(document.all(Action))
    )
    return tuple(each for each in found if each)


def _seen(
    action: Action, stones: list[Milestone], said: ActionYear | None, year: int, day: dt.date
) -> ActionOfYear | None:
    span = schedule.span(action)
    if action.status in schedule.OVER and not said and _over_in(action, span) < year:
        return None
    late = schedule.lateness(action, stones, day)
    return ActionOfYear(action, span, _place(action, late=bool(late)), late, said)


def _over_in(action: Action, span: Span) -> int:
    """Return the year when an action was over: that of its end, else that of its last change."""
    if action.status is ActionStatus.DONE and span.ends:
        return span.ends.year
    return int(action.updated_at[:4] or dt.MAXYEAR)


def _place(action: Action, *, late: bool) -> YearPlace:
    if action.status is ActionStatus.DONE:
        return YearPlace.DONE
    if action.status is ActionStatus.DROPPED:
        return YearPlace.DROPPED
    if action.blocked:
        return YearPlace.BLOCKED
    if late:
        return YearPlace.LATE
    return YearPlace.UNDER_WAY if action.status is ActionStatus.UNDER_WAY else YearPlace.NEXT
