"""The common plan: the actions of all, those that several lead under one title told once.

What an action changes in the inventory (`ActionLever`) stays in the document of the collectivité that decided
it: read in a common document, it would act on the appliances of all the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.model import (
    Action,
    ActionStatus,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    Record,
    new_id,
)
from nrdesk.core.planning import graph
from nrdesk.core.written.prose import listed
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.consolidation.members import Member

LEADERS = " ; "
"""Between the collectivités that lead an action together, in `Action.structure`."""


@dataclass(frozen=True, slots=True)
class _Led:
    """An action, and who leads it."""

    member: Member
    action: Action


def gathered(members: Sequence[Member]) -> tuple[Record, ...]:
    """Return the records of the common plan, parents before children."""
    groups: dict[tuple[str, int], list[_Led]] = {}
    for member in members:
        # Two actions of one collectivité stay two, even under one title.
        met: Counter[str] = Counter()
        for action in member.actions:
            title = normal(action.title) or action.id
            groups.setdefault((title, met[title]), []).append(_Led(member, action))
            met[title] += 1
    actions = []
    renamed: dict[tuple[str, str], str] = {}
    for rank, group in enumerate(groups.values()):
        action = _joined(group, rank)
        actions.append(action)
        renamed.update({(led.member.name, led.action.id): action.id for led in group})
    return (*actions, *_parts(members, renamed))


def leaders(action: Action) -> tuple[str, ...]:
    """Return the collectivités that lead an action of the common plan."""
    return tuple(filter(None, action.structure.split(LEADERS)))


def _joined(group: Sequence[_Led], rank: int) -> Action:
    """Return one action for those that several collectivités lead; what each says of it is kept."""
    first = group[0].action
    own = {"id": new_id(), "updated_at": "", "objective_id": None, "rank": rank}
    structure = LEADERS.join(dict.fromkeys(led.member.name for led in group))
    comment = "\n".join(filter(None, (_told(led, alone=len(group) == 1) for led in group)))
    if len(group) == 1:
        return replace(first, **own, structure=structure, comment=comment)  # type: ignore[arg-type]
    statuses = [led.action.status for led in group]
    return replace(
        first,
        **own,  # type: ignore[arg-type]
        structure=structure,
        comment=comment,
        status=_status(statuses),
        blocked=any(led.action.blocked for led in group),
        blocked_reason="\n".join(
            f"{led.member.name}\u00a0: {led.action.blocked_reason}" for led in group if led.action.blocked
        ),
        progress=None,
        starts=min((led.action.starts for led in group if led.action.starts), default=None),
        ends=None
        if any(led.action.ends is None for led in group)
        else max(led.action.ends or "" for led in group),
        months=max((led.action.months for led in group if led.action.months is not None), default=None),
        owner=listed(list(dict.fromkeys(led.action.owner for led in group if led.action.owner))),
        partners="\n".join(dict.fromkeys(led.action.partners for led in group if led.action.partners)),
        votes=sum(led.action.votes for led in group),
        unread="",
    )


def _status(statuses: Sequence[ActionStatus]) -> ActionStatus:
    """Return where a common action stands: what is dropped by some goes on with the others."""
    going = [status for status in statuses if status is not ActionStatus.DROPPED]
    if not going:
        return ActionStatus.DROPPED
    if all(status is going[0] for status in going):
        return going[0]
    return ActionStatus.UNDER_WAY


def _told(led: _Led, *, alone: bool) -> str:
    """Return what a collectivité says of an action, beyond what the common one can hold."""
    action = led.action
    objective = led.member.objectives.get(action.objective_id or "", "")
    said = [f"objectif «\u00a0{objective}\u00a0»"] if objective else []
    if not alone:
        said.insert(0, action.status.label)
        if action.owner:
            said.append(f"portée par {action.owner}")
    if action.comment:
        said.append(action.comment)
    return f"{led.member.name}\u00a0: {', '.join(said)}" if said else ""


def _parts(members: Sequence[Member], renamed: dict[tuple[str, str], str]) -> Iterator[Record]:
    """Yield what the actions own, given to the common ones."""
    waiting: dict[tuple[str, str], Dependency] = {}
    for member in members:
        for part in member.parts:
            fresh = {"id": new_id(), "updated_at": ""}
            match part:
                case Contribution() | BudgetLine():
                    action = renamed[member.name, part.action_id]
                    yield replace(part, **fresh, action_id=action)  # type: ignore[arg-type]
                case Milestone():
                    own = renamed[member.name, part.action_id] if part.action_id else None
                    title = f"{member.name}\u00a0: {part.title}"
                    yield replace(part, **fresh, action_id=own, title=title)
                case Dependency():
                    pair = renamed[member.name, part.action_id], renamed[member.name, part.needs_id]
                    joined = Dependency(action_id=pair[0], needs_id=pair[1])
                    # Actions joined may come to wait for themselves, or for each other in a circle.
                    if pair[0] != pair[1] and not graph.cycle(waiting.values(), pair):
                        waiting.setdefault(pair, joined)
    yield from waiting.values()
