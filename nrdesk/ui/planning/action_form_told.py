"""What the sheet of an action says in one line of what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.formatting import count, number, trimmed
from nrdesk.core.model import Action, BudgetLine, Contribution, Person
from nrdesk.core.planning import budget
from nrdesk.ui.inventory.order import fold


def known_people(
    team: Sequence[Person], actions: Sequence[Action], helpers: Sequence[Contribution]
) -> list[str]:
    """Return who may be named in the plan: the functions and names of the team, and those named already."""
    told = [person.function or person.name for person in team] + [person.name for person in team]
    told += [action.owner for action in actions] + [helper.who for helper in helpers]
    return sorted({name for name in told if name}, key=fold)


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
