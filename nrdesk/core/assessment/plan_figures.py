"""What the figures of the plan of action are worth on a day: done, on time, blocked.

The plan has no history of its statuses: only the day when they are asked can be told.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment.worth import Answer, counted, share
from nrdesk.core.model import Action, ActionStatus, Milestone
from nrdesk.core.planning.schedule import OVER, lateness

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_PLAN = "plan d’action"
_EMPTY = "Le plan n’a pas encore d’action."
_PAST = "L’avancement du plan n’est connu qu’à ce jour\u00a0: relevez-le chaque année."


@dataclass(frozen=True, slots=True)
class _Plan:
    actions: Sequence[Action]
    milestones: Sequence[Milestone]
    today: dt.date

    def of(self, *statuses: ActionStatus) -> int:
        return sum(action.status in statuses for action in self.actions)

    @property
    def open(self) -> list[Action]:
        return [action for action in self.actions if action.status not in OVER]


def worth(document: Document, id: str, today: dt.date, *, latest: bool) -> Answer:
    """Return what a figure of the plan is worth.

    Args:
        document: where the plan is.
        id: identifier of the figure, "plan.…".
        today: the day told.
        latest: whether the campaign told is the latest one; of an earlier one, nothing is known.
    """
    if not latest:
        return _PAST
    return _FIGURES[id](_Plan(document.all(Action), document.all(Milestone), today))


def _done(plan: _Plan) -> Answer:
    return counted(plan.of(ActionStatus.DONE), "Actions terminées", _PLAN) if plan.actions else _EMPTY


def _done_share(plan: _Plan) -> Answer:
    kept = len(plan.actions) - plan.of(ActionStatus.DROPPED)
    return share(("Actions terminées", plan.of(ActionStatus.DONE)), ("Actions du plan", kept), _EMPTY, _PLAN)


def _done_of_launched(plan: _Plan) -> Answer:
    launched = plan.of(ActionStatus.DONE, ActionStatus.UNDER_WAY)
    return share(
        ("Actions terminées", plan.of(ActionStatus.DONE)),
        ("Actions lancées", launched),
        "Aucune action n’est encore lancée.",
        _PLAN,
    )


def _on_time(plan: _Plan) -> Answer:
    stones: defaultdict[str | None, list[Milestone]] = defaultdict(list)
    for stone in plan.milestones:
        stones[stone.action_id].append(stone)
    punctual = sum(not lateness(action, stones[action.id], plan.today) for action in plan.open)
    return share(
        ("Actions ouvertes à l’heure", punctual),
        ("Actions ouvertes", len(plan.open)),
        "Le plan n’a pas d’action ouverte.",
        _PLAN,
    )


def _blocked(plan: _Plan) -> Answer:
    if not plan.actions:
        return _EMPTY
    return counted(sum(action.blocked for action in plan.open), "Actions bloquées", _PLAN)


def _milestones(plan: _Plan) -> Answer:
    """A milestone passed before its date counts as due: it was waited for, and it is there."""
    due = [each for each in plan.milestones if each.due and dates.last_day(each.due) < plan.today]
    early = [each for each in plan.milestones if each.reached and each not in due]
    return share(
        ("Jalons passés", sum(bool(each.reached) for each in due) + len(early)),
        ("Jalons attendus ou passés", len(due) + len(early)),
        "Aucun jalon n’est encore attendu.",
        _PLAN,
    )


_FIGURES: Mapping[str, Callable[[_Plan], Answer]] = {
    "plan.done": _done,
    "plan.done_share": _done_share,
    "plan.done_of_launched": _done_of_launched,
    "plan.on_time": _on_time,
    "plan.blocked": _blocked,
    "plan.milestones": _milestones,
}
