"""« Expliquer ce chiffre » for the work and the money of a plan: which actions they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nrdesk.core import dates
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.terms import Term
from nrdesk.core.formatting import NBSP, number, trimmed
from nrdesk.core.model import Action, ActionStatus, BudgetLine, MoneyKind
from nrdesk.core.planning.budget import Money
from nrdesk.core.planning.workload import WorkloadRow, first_of
from nrdesk.core.written.prose import capital

PLAN = "fiches des actions"
"""Source of what people wrote in the plan."""
_TEAM = "équipe de l’étape 1"
_UNNAMED = "action sans titre"
_KINDS = {
    MoneyKind.INVESTMENT: "investissement",
    MoneyKind.OPERATING: "fonctionnement",
    MoneyKind.SAVING: "économie",
}


def days(value: float) -> str:
    """Return days of work in French: "1 jour", "2,5 jours"."""
    # The plural follows the figure that is read: 1.97 is written "2".
    return f"{trimmed(value, 1)}{NBSP}jour{'s' if round(value, 1) >= 2 else ''}"


def month_name(month: int) -> str:
    """Return a month from its number: "mars 2027"."""
    return dates.partial_in_letters(first_of(month).isoformat()[:7])


def euros(value: float) -> str:
    """Return a sum without cents, as budgets are voted: "12 400 €"."""
    return f"{number(value)}{NBSP}€"


def work_of_month(row: WorkloadRow, month: int, titles: Mapping[str, str]) -> Explanation:
    """Explain the days that the plan asks of someone in a month.

    Args:
        row: the work of this person.
        month: number of the month (see `planning.workload.month_of`).
        titles: titles of the actions by identifier.
    """
    parts = row.parts.get(month, ())
    asked = sum(part.days for part in parts)
    terms = [Term(titles.get(part.action_id) or _UNNAMED, days(part.days), PLAN) for part in parts]
    return Explanation(
        title=f"{capital(row.who)}, {month_name(month)}",
        formula=f"{' + '.join(trimmed(part.days, 1) for part in parts) or '0'} = {days(asked)}",
        terms=(*terms, _capacity(row)),
        range_text=_compared(asked, row.capacity),
        hypotheses=_work_hypotheses(),
        value=asked,
    )


def work_of_year(row: WorkloadRow, year: int, titles: Mapping[str, str]) -> Explanation:
    """Explain the days that the plan asks of someone in a year, action by action."""
    asked: dict[str, float] = {}
    for month, parts in row.parts.items():
        if first_of(month).year == year:
            for part in parts:
                asked[part.action_id] = asked.get(part.action_id, 0.0) + part.days
    total = sum(asked.values())
    largest = sorted(asked.items(), key=lambda item: -item[1])
    terms = [Term(titles.get(key) or _UNNAMED, days(value), PLAN) for key, value in largest]
    over = [month for month in row.overload if first_of(month).year == year]
    return Explanation(
        title=f"{capital(row.who)}, année {year}",
        formula=f"{' + '.join(trimmed(value, 1) for _, value in largest) or '0'} = {days(total)}",
        terms=(*terms, _capacity(row)),
        range_text=f"Trop demandé en{NBSP}: {', '.join(map(month_name, over))}" if over else "",
        hypotheses=_work_hypotheses(),
        value=total,
    )


def money_of_year(
    year: int, money: Money, actions: Sequence[Action], lines: Iterable[BudgetLine]
) -> Explanation:
    """Explain what is left to pay in a year, sum by sum."""
    kept = [line for line in lines if line.year == year]
    return _money(f"Ce que le plan coûte en {year}", money, actions, kept)


def money_of_plan(money: Money, actions: Sequence[Action], lines: Iterable[BudgetLine]) -> Explanation:
    """Explain what is left to pay in all, sum by sum."""
    return _money("Ce que le plan coûte en tout", money, actions, list(lines))


def money_of_action(action: Action, money: Money, lines: Iterable[BudgetLine]) -> Explanation:
    """Explain what is left to pay for an action, all years together."""
    kept = [line for line in lines if line.action_id == action.id]
    return _money(action.title or _UNNAMED, money, [action], kept)


def _money(title: str, money: Money, actions: Sequence[Action], lines: Sequence[BudgetLine]) -> Explanation:
    titles = {a.id: a.title or _UNNAMED for a in actions if a.status is not ActionStatus.DROPPED}
    kept = [line for line in lines if line.action_id in titles]
    missing = f"{money.missing} somme{'s' if money.missing > 1 else ''} sans montant" if money.missing else ""
    return Explanation(
        title=title,
        formula=(
            f"coût {euros(money.cost)} − économies {euros(money.savings)} − financements acquis "
            f"{euros(money.secured)} = {euros(money.net)}"
        ),
        terms=tuple(_sums(kept, titles, one=len(actions) == 1)),
        hypotheses=(
            "Les montants sont hors taxes.",
            "Les financements espérés ne sont pas déduits\u00a0: ils ne sont pas encore acquis.",
            "Les actions abandonnées ne comptent pas.",
        ),
        missing=(missing,) if missing else (),
        value=money.net,
    )


def _sums(lines: Sequence[BudgetLine], titles: Mapping[str, str], *, one: bool) -> Iterator[Term]:
    for line in lines:
        kind = _KINDS.get(line.kind) or ("financement acquis" if line.secured else "financement espéré")
        label = f"{kind} {line.year}" if one else f"{titles[line.action_id]}, {kind}"
        value = "sans montant" if line.amount is None else euros(line.amount)
        yield Term(label, value, line.funder or PLAN, line.comment)


def _capacity(row: WorkloadRow) -> Term:
    if row.capacity is None:
        note = "Dites-le dans l’équipe de l’étape 1 pour voir les surcharges."
        return Term("Temps que cette personne peut donner", "non dit", "", note)
    return Term("Temps que cette personne peut donner", f"{days(row.capacity)} par mois", _TEAM)


def _compared(asked: float, capacity: float | None) -> str:
    if capacity is None:
        return ""
    over = asked - capacity
    if over > 0:
        return f"{days(over)} de trop"
    return f"il reste {days(-over)}" if over else "tout le temps donné est pris"


def _work_hypotheses() -> tuple[str, ...]:
    return (
        "Le temps d’une action est le même chaque mois, de son début à sa fin.",
        "Un mois commencé ou fini en cours de route compte en proportion de ses jours.",
    )
