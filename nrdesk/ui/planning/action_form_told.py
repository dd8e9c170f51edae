"""What the sheet of an action says in one line of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nrdesk.core.fields.plan import ACTION
from nrdesk.core.formatting import count, number, trimmed
from nrdesk.core.model import (
    Action,
    ActionLever,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    Person,
)
from nrdesk.core.plan.states import left_unread
from nrdesk.core.planning import budget, graph
from nrdesk.core.written.words import quoted
from nrdesk.ui.inventory.order import fold
from nrdesk.ui.planning.grid_model import UNNAMED

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def known_people(document: Document) -> list[str]:
    """Return who may be named in the plan: the functions and names of the team, and those named already."""
    team = document.all(Person)
    told = [person.function or person.name for person in team] + [person.name for person in team]
    told += [action.owner for action in document.all(Action)]
    told += [helper.who for helper in document.all(Contribution)]
    return sorted({name for name in told if name}, key=fold)


def unread(action: Action) -> str:
    """Return what an import brought and could not read, "" when nothing is left of it."""
    left = [(field.label, left_unread(action, field.name)) for field in ACTION]
    words = ", ".join(f"{label} {quoted(text)}" for label, text in left if text)
    return f"Repris d’un fichier sans être compris\u00a0: {words}. À écrire autrement." if words else ""


def purpose(action: Action) -> str:
    """Return what an action aims at."""
    return f"{action.axis.label} · {action.dimension.label} · {action.reach.label}"


def follow_up(document: Document, action_id: str) -> str:
    """Return how many milestones an action has."""
    stones = document.count(Milestone, action_id=action_id)
    return f"{count(stones, 'jalon')}." if stones else "Aucun jalon."


def effects(document: Document, action_id: str) -> str:
    """Return how many effects of an action are told in figures."""
    levers = document.count(ActionLever, action_id=action_id)
    return count(levers, "effet chiffré", "effets chiffrés") + "." if levers else "Aucun effet chiffré."


def links(document: Document, action_id: str) -> str:
    """Return what an action waits for, and how many wait for it."""
    titles = {each.id: each.title or UNNAMED for each in document.all(Action)}
    known = document.all(Dependency)
    needs = [titles[key] for key in graph.needs(known).get(action_id, [])]
    after = len(graph.followers(known).get(action_id, []))
    first = f"Attend\u00a0: {', '.join(needs)}." if needs else "N’attend aucune autre action."
    if not after:
        return first
    return f"{first} {'Une action attend' if after == 1 else f'{after} actions attendent'} sa fin."


def people(action: Action, helpers: Sequence[Contribution]) -> str:
    """Return how many people help, and the days that the action asks in all."""
    days = (action.owner_days or 0) + sum(each.days_per_month or 0 for each in helpers)
    told = count(len(helpers), "contributeur") if helpers else "Aucun contributeur"
    return (
        f"{told}, {trimmed(days)}\u00a0jour{'s' if days >= 2 else ''} par mois en tout."
        if days
        else f"{told}."
    )


def money(action: Action, lines: Sequence[BudgetLine]) -> str:
    """Return what an action costs and brings back, all years together."""
    if not lines:
        return "Aucune somme."
    total = budget.budget([action], lines).total
    parts = [f"Coût\u00a0: {number(total.cost)}\u00a0€ HT"]
    if total.savings:
        parts.append(f"économies\u00a0: {number(total.savings)}\u00a0€")
    if total.secured or total.hoped:
        parts.append(
            f"financement\u00a0: {number(total.secured)}\u00a0€ acquis, {number(total.hoped)}\u00a0€ espéré"
        )
    return f"{', '.join(parts)}."
