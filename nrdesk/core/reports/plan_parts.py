"""What the documents of the plan share: actions in tables, their dates in words, work and money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.ambition import in_order
from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP, count, number, trimmed
from nrdesk.core.model import (
    Action,
    ActionStatus,
    BudgetLine,
    Contribution,
    Dependency,
    Milestone,
    Objective,
    Person,
    Record,
)
from nrdesk.core.planning import budget, schedule, workload
from nrdesk.core.planning.schedule import Schedule
from nrdesk.core.reports import parts
from nrdesk.core.reports.content import Block, Column, Table
from nrdesk.core.reports.wording import capital, french, prose, when
from nrdesk.core.written.prose import from_to

if TYPE_CHECKING:
    import datetime as dt

    from nrdesk.core.document import Document
    from nrdesk.core.planning.budget import Budget, Money
    from nrdesk.core.planning.workload import WorkloadRow

KINDS: tuple[type[Record], ...] = (Action, Contribution, Dependency, Milestone, BudgetLine, Objective)
"""Records that a plan is made of: its documents are dated of their last change."""
UNNAMED = "Action sans titre"
_NOBODY = "à désigner"
_OVER = {ActionStatus.DONE: "terminée", ActionStatus.DROPPED: "abandonnée"}
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a document, read once."""

    actions: tuple[Action, ...]
    """In their order."""
    contributions: Mapping[str, Sequence[Contribution]]
    dependencies: tuple[Dependency, ...]
    milestones: tuple[Milestone, ...]
    lines: tuple[BudgetLine, ...]
    objectives: Mapping[str, Objective]
    people: tuple[Person, ...]
    date: dt.date
    """Day of the last change: what is late is told on that day."""
    schedule: Schedule

    @property
    def kept(self) -> tuple[Action, ...]:
        """The actions that were not dropped."""
        return tuple(each for each in self.actions if each.status is not ActionStatus.DROPPED)

    def title(self, action_id: str) -> str:
        """Return the title of an action."""
        return next((title(each) for each in self.actions if each.id == action_id), UNNAMED)

    def late(self, action: Action) -> str:
        """Return why an action is late, "" when it is not."""
        return self.schedule.row(action.id).reason


def read(document: Document) -> Plan:
    """Return the plan of a document.

    Raises:
        NotReadyError: it has no action.
    """
    actions = tuple(in_order(document.all(Action)))
    if not actions:
        raise NotReadyError(
            "Le plan n’a pas encore d’action.", todo="À l’étape 8, ajoutez une action ou choisissez-en."
        )
    helpers: dict[str, list[Contribution]] = {}
    for each in document.all(Contribution):
        helpers.setdefault(each.action_id, []).append(each)
    dependencies, milestones = document.all(Dependency), document.all(Milestone)
    date = parts.date_of(document, *KINDS)
    return Plan(
        actions,
        helpers,
        tuple(dependencies),
        tuple(milestones),
        tuple(document.all(BudgetLine)),
        {each.id: each for each in document.all(Objective)},
        tuple(document.all(Person)),
        date,
        schedule.plan(actions, dependencies, milestones, date),
    )


def title(action: Action) -> str:
    """Return the title of an action, or that it has none."""
    return action.title.strip() or UNNAMED


def status(action: Action) -> str:
    """Return the status of an action, which is feminine: "en cours", "terminée"."""
    return _OVER.get(action.status, action.status.label)


def state(action: Action) -> str:
    """Return where an action stands: "En cours, 40 %, bloquée", "Terminée"."""
    told = capital(status(action))
    if action.progress is not None and action.status is ActionStatus.UNDER_WAY:
        told = f"{told}, {action.progress}{NBSP}%"
    return f"{told}, bloquée" if action.blocked and action.status not in schedule.OVER else told


def span(action: Action) -> str:
    """Return when an action takes place, as it was said: "de mars 2026 à juin 2027", "dès 2026"."""
    start, end = action.starts, action.ends
    if start and end:
        return from_to(start, end) if start != end else when(start)
    if start and action.continuous:
        return f"dès {when(start)}, sans fin prévue"
    if start and action.months:
        return f"dès {when(start)}, {trimmed(action.months)}{NBSP}mois"
    if start:
        return f"dès {when(start)}"
    if end:
        return f"avant fin {when(end)}" if len(end) < len("2026-01-01") else f"avant le {when(end)}"
    return "à dater"


def table(caption: str, actions: Sequence[Action]) -> Table:
    """Return actions as a table: what, by whom, when, where it stands."""
    columns = (Column("Action", 3.4), Column("Qui", 1.8), Column("Quand", 1.8), Column("Où elle en est", 1.4))
    rows = tuple((title(each), each.owner or _NOBODY, capital(span(each)), state(each)) for each in actions)
    return Table(caption, columns, rows)


def money_of(plan: Plan) -> Budget:
    """Return what the plan costs and brings back."""
    return budget.budget(plan.actions, plan.lines)


def euros(value: float) -> str:
    """Return an amount in whole euros: "1 450 €"."""
    return f"{number(value)}{NBSP}€"


def budget_table(found: Budget) -> Table:
    """Return the money of the plan, year by year."""
    columns = (
        Column("Année", 1),
        Column("Investissement", 1.4, "right"),
        Column("Fonctionnement", 1.4, "right"),
        Column("Économies", 1.2, "right"),
        Column("Financements acquis", 1.4, "right"),
        Column("Reste à payer", 1.3, "right"),
    )
    rows = tuple((str(each.year), *_sums(each.money)) for each in found.years)
    return Table("Le budget du plan, en euros hors taxes", columns, rows, ("Total", *_sums(found.total)))


def _sums(money: Money) -> tuple[str, ...]:
    return tuple(
        euros(value) for value in (money.investment, money.operating, money.savings, money.secured, money.net)
    )


def work(plan: Plan) -> Iterator[Block]:
    """Yield who works on the plan in the twelve months after its date, and when that is too much."""
    first = workload.month_of(plan.date)
    helpers = [each for found in plan.contributions.values() for each in found]
    asked = workload.workload(plan.actions, helpers, plan.people, range(first, first + _YEAR_MONTHS))
    busy = tuple(row for row in asked.rows if row.days)
    if not busy:
        yield prose("Aucun temps de travail n’est encore estimé.")
        return
    columns = (
        Column("Qui", 2.4),
        Column("Jours en douze mois", 1.3, "right"),
        Column("Le mois le plus chargé", 1.9),
        Column("Temps disponible", 1.5),
    )
    yield Table("Qui fait quoi, dans les douze mois", columns, tuple(map(_worker, busy)))
    over = [row for row in asked.rows if row.overload]
    for row in over:
        months = count(len(row.overload), "mois", "mois")
        yield prose(
            f"{capital(row.who)} : plus de travail demandé que de temps donné pendant {months}. Il faudra "
            "étaler, aider ou renoncer."
        )
    if asked.unestimated:
        yield prose(
            f"Le temps de {count(len(asked.unestimated), 'action')} n’est pas encore estimé.", style="small"
        )


def _worker(row: WorkloadRow) -> tuple[str, ...]:
    asked = row.days
    peak = max(asked, key=lambda month: (asked[month], -month))
    month = dates.MONTHS[workload.first_of(peak).month - 1]
    told = f"{month} {workload.first_of(peak).year} : {trimmed(asked[peak], 1)} j"
    free = "non dit" if row.capacity is None else f"{trimmed(row.capacity, 1)}{NBSP}j par mois"
    return capital(row.who), trimmed(sum(asked.values()), 1), french(told), free
