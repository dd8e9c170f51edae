"""The board of the plan in a few figures: how many actions wait, run, are over; which ask for a decision."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.model import Action, ActionStatus, Milestone
from nrdesk.core.planning.schedule import OVER, lateness

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True, slots=True)
class StatusBoard:
    """The actions of the plan on a day, in its order."""

    actions: tuple[Action, ...]
    blocked: tuple[Action, ...]
    """Those that wait for a decision, and are neither over nor dropped."""
    late: tuple[tuple[Action, str], ...]
    """Those that are late and not blocked, each with a French sentence that says why."""

    def of(self, status: ActionStatus) -> tuple[Action, ...]:
        """Return the actions of a status."""
        return tuple(each for each in self.actions if each.status is status)

    @property
    def launched(self) -> tuple[Action, ...]:
        """Those under way or done."""
        return (*self.of(ActionStatus.UNDER_WAY), *self.of(ActionStatus.DONE))


def board(document: Document, today: dt.date) -> StatusBoard:
    """Return where the actions of the plan stand on a day."""
    actions = in_order(document.all(Action))
    stones: defaultdict[str | None, list[Milestone]] = defaultdict(list)
    for stone in document.all(Milestone):
        stones[stone.action_id].append(stone)
    blocked = tuple(each for each in actions if each.blocked and each.status not in OVER)
    late = tuple(
        (each, reason)
        for each in actions
        if each not in blocked and (reason := lateness(each, stones[each.id], today))
    )
    return StatusBoard(tuple(actions), blocked, late)
