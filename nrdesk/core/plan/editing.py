"""What is done to the plan in one gesture: each is one action of the document, hence one undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import (
    Action,
    ActionLever,
    ActionStatus,
    Dependency,
    Record,
)
from nrdesk.core.plan.states import together
from nrdesk.core.planning import graph, schedule
from nrdesk.core.reference import actions as catalogue
from nrdesk.core.reference.actions import CatalogueAction
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document

LEVER_COMMENT = "Estimation du catalogue de nrdesk, à ajuster."
"""Where the amount of a lever of the catalogue comes from."""
UNTITLED = "action sans titre"
_SHOWN = 6
"""Actions of a circle that a message names."""


def add_dependency(document: Document, action_id: str, needs_id: str) -> None:
    """Make an action wait for the end of another; one that is there already changes nothing.

    Raises:
        UserError: the two would wait for each other, directly or through others; the path is told.
    """
    known = document.all(Dependency)
    if any(each.action_id == action_id and each.needs_id == needs_id for each in known):
        return
    titles = document.column(Action, "title")
    if circle := graph.cycle(known, new=(action_id, needs_id)):
        raise UserError(
            _circle_text([titles.get(key) or UNTITLED for key in circle]),
            kept="Le plan n’a pas changé.",
            todo="Retirez d’abord l’un de ces liens, ou reliez une autre action.",
        )
    with document.action(f"Faire attendre {quoted(titles[action_id] or UNTITLED)}") as tx:
        tx.add(Dependency(action_id=action_id, needs_id=needs_id))


def remove_dependency(document: Document, action_id: str, needs_id: str) -> None:
    """Make an action wait for another no longer."""
    found = document.ids(Dependency, action_id=action_id, needs_id=needs_id)
    if found:
        with document.action("Retirer une dépendance") as tx:
            tx.delete(Dependency, found)


def take(
    document: Document,
    catalogue_ids: Sequence[str],
    *,
    objective_id: str | None = None,
    starts: str | None = None,
) -> tuple[Action, ...]:
    """Take up actions of the catalogue, with what they change and what they wait for.

    Args:
        document: the document.
        catalogue_ids: identifiers of the catalogue; those that the plan has already are left out.
        objective_id: the objective that they all serve.
        starts: when they start, possibly partial.

    Returns:
        The actions added, in the order asked.
    """
    known = catalogue.by_id()
    plan = document.all(Action)
    present = {action.catalogue: action.id for action in plan if action.catalogue}
    rank = max((action.rank for action in plan), default=0)
    wanted = [key for key in dict.fromkeys(catalogue_ids) if key in known and key not in present]
    made = [
        drafted(known[key], objective_id=objective_id, starts=starts, rank=rank + place)
        for place, key in enumerate(wanted, start=1)
    ]
    if not made:
        return ()
    present |= {action.catalogue: action.id for action in made}
    label = f"Prendre {count(len(made), 'action')} du catalogue"
    with document.action(label) as tx:
        tx.add_all(made)
        tx.add_all(_belongings(made, present, document.all(Dependency)))
    return tuple(made)


def drafted(
    entry: CatalogueAction, *, objective_id: str | None = None, starts: str | None = None, rank: int = 0
) -> Action:
    """Return the action that an entry of the catalogue makes; nothing is written."""
    return Action(
        title=entry.title,
        objective_id=objective_id,
        axis=entry.axis,
        dimension=entry.dimension,
        reach=entry.reach,
        ease=entry.ease,
        starts=starts,
        months=entry.months or None,
        owner_days=round(entry.days_per_month, 2) or None,
        expected=_expected(entry),
        indicator=f"{entry.indicator} ({entry.unit})" if entry.unit else entry.indicator,
        catalogue=entry.id,
        rank=rank,
    )


def levers_of_entry(entry: CatalogueAction, action_id: str) -> tuple[ActionLever, ...]:
    """Return what an entry of the catalogue changes, as levers of an action; nothing is written."""
    return tuple(
        ActionLever(
            action_id=action_id,
            subject=draft.subject,
            operation=draft.operation,
            amount=draft.amount,
            targets=draft.targets,
            comment=LEVER_COMMENT,
        )
        for draft in entry.levers
    )


def set_status(
    document: Document,
    action: Action,
    status: ActionStatus,
    *,
    blocked: bool | None = None,
    reason: str | None = None,
) -> None:
    """Say where an action stands.

    Args:
        document: the document.
        action: the action.
        status: its new status; what is over is no longer blocked, what is done is done to 100 %.
        blocked: whether it is blocked; as before when None.
        reason: why it is blocked; as before when None, forgotten when it no longer is.

    Raises:
        UserError: it would be blocked without a reason.
    """
    is_blocked = action.blocked if blocked is None else blocked
    is_blocked = is_blocked and status not in schedule.OVER
    why = (action.blocked_reason if reason is None else reason).strip()
    if is_blocked and not why:
        raise UserError(
            "Il manque la raison du blocage.",
            kept="L’action n’a pas changé.",
            todo="Écrivez en quelques mots ce qui bloque, et qui peut débloquer.",
        )
    changes = {
        **together(action, "status", status),
        "status": status,
        "blocked": is_blocked,
        "blocked_reason": why if is_blocked else "",
    }
    with document.action(f"{_verb(status, is_blocked)} {quoted(action.title or UNTITLED)}") as tx:
        tx.update(Action, action.id, **changes)


def _belongings(
    made: Iterable[Action], present: dict[str, str], known: Sequence[Dependency]
) -> Iterator[Record]:
    """Yield the levers of actions of the catalogue, and what they wait for among those of the plan."""
    links = list(known)
    entries = catalogue.by_id()
    for action in made:
        entry = entries[action.catalogue]
        yield from levers_of_entry(entry, action.id)
        for need in entry.prerequisites:
            if need in present and not graph.cycle(links, new=(action.id, present[need])):
                link = Dependency(action_id=action.id, needs_id=present[need])
                links.append(link)
                yield link


def _expected(entry: CatalogueAction) -> str:
    """Return the results that the catalogue expects, "" when it tells none."""
    return f"{entry.savings[:1].upper()}{entry.savings[1:]}." if entry.savings else ""


def _circle_text(titles: list[str]) -> str:
    """Return why a dependency is refused, with the path of the circle."""
    if len(titles) == 1:
        return f"L’action {quoted(titles[0])} ne peut pas s’attendre elle-même."
    shown = [*titles[: _SHOWN - 1], "…", titles[-1]] if len(titles) > _SHOWN else titles
    path = f"{NBSP}→ ".join([*shown, titles[0]])
    return f"Ces actions s’attendraient en boucle{NBSP}: {path}."


def _verb(status: ActionStatus, blocked: bool) -> str:
    if blocked:
        return "Bloquer"
    return {
        ActionStatus.TO_START: "Remettre à lancer",
        ActionStatus.UNDER_WAY: "Mettre en cours",
        ActionStatus.DONE: "Terminer",
        ActionStatus.DROPPED: "Abandonner",
    }[status]
