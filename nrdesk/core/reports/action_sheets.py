"""« Fiches action »: one page an action, for who leads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.errors import NotReadyError
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, BudgetLine, Contribution, Dependency, MoneyKind, Participation
from nrdesk.core.reports import parts, plan_parts
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    Callout,
    Column,
    Heading,
    PageBreak,
    Report,
    Table,
    bold,
    bullets,
)
from nrdesk.core.reports.plan_parts import Plan
from nrdesk.core.reports.wording import capital, days, french, listed, prose, sentence, when

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Fiches action"
_HOPED = "hoped"
_MONEY = {
    MoneyKind.INVESTMENT.value: "Investissement",
    MoneyKind.OPERATING.value: "Fonctionnement",
    MoneyKind.SAVING.value: "Économies",
    MoneyKind.FUNDING.value: "Financement acquis",
    _HOPED: "Financement espéré",
}


def build(document: Document, action_id: str | None = None) -> Report:
    """Return the sheet of an action, or those of the whole plan, each on its page.

    Raises:
        NotReadyError: there is no action, or this one is gone.
    """
    plan = plan_parts.read(document)
    found = plan.kept if action_id is None else [each for each in plan.actions if each.id == action_id]
    if not found:
        raise NotReadyError("Cette action n’existe plus.", todo="Choisissez-en une autre dans le plan.")
    blocks: list[Block] = []
    alone = len(found) == 1
    for rank, action in enumerate(found):
        # The first sheet shares its page with the title of the document.
        if rank:
            blocks.append(PageBreak())
        if not alone:
            blocks.append(Heading(2, plan_parts.title(action)))
        blocks += _sheet(plan, action, 2 if alone else 3)
    title = "Fiche action" if alone else TITLE
    subtitle = plan_parts.title(found[0]) if alone else french(f"{len(found)} actions")
    return parts.note(document, title, subtitle, blocks, date=plan.date)


def _sheet(plan: Plan, action: Action, level: int) -> Iterator[Block]:
    yield _identity(plan, action)
    if action.blocked:
        reason = sentence(capital(action.blocked_reason)) or "La raison reste à écrire."
        yield Callout("Cette action est bloquée", (prose(reason),), kind="caution")
    elif late := plan.late(action):
        yield Callout("Cette action est en retard", (prose(late),), kind="caution")
    yield Heading(level, "En quoi elle consiste")
    yield from _text(action.description, "deux ou trois phrases pour qui la découvre.")
    yield Heading(level, "Ce qui doit changer")
    yield from _text(action.expected, "le résultat attendu.")
    if action.indicator:
        yield prose(f"Ce qui le dira : {action.indicator}")
    yield from _with_whom(plan, action, level)
    yield from _steps(plan, action, level)
    yield from _means(plan, action, level)
    if action.comment:
        yield Heading(level, "À savoir")
        yield from _text(action.comment, "")


def _text(text: str, missing: str) -> Iterator[Block]:
    """Yield what was written, a paragraph a line, or what is missing."""
    told = [line for line in text.splitlines() if line.strip()]
    yield from (prose(line) for line in told)
    if not told and missing:
        yield parts.to_complete(missing)


def _identity(plan: Plan, action: Action) -> BulletList:
    """Return what is to be known first; a list rather than a table, to hold on the page."""
    objective = plan.objectives.get(action.objective_id or "")
    priority = {1: "1, d’abord", 2: "2", 3: "3, quand ce sera possible"}.get(action.priority or 0, "")
    given = "" if action.owner_days is None else f"{days(action.owner_days)} par mois"
    lead = ", ".join(filter(None, (action.service, action.structure, given)))
    told = (
        ("Objectif", objective.title if objective else ""),
        ("Axe du décret", f"{action.axis.label} ({action.dimension.label}, {action.reach.label})"),
        ("Où elle en est", plan_parts.state(action)),
        ("Quand", capital(plan_parts.span(action))),
        ("Priorité", priority),
        ("Responsable", f"{action.owner or 'à désigner'}{f' ({lead})' if lead else ''}"),
        ("Élu référent", action.elected_lead),
        ("Suivie par", action.governance),
    )
    return bullets(*((bold(f"{name}{NBSP}: "), value) for name, value in told if value))


def _with_whom(plan: Plan, action: Action, level: int) -> Iterator[Block]:
    helpers = [each for each in plan.contributions.get(action.id, ()) if each.who]
    if not helpers and not action.partners and action.participation is Participation.UNSAID:
        return
    yield Heading(level, "Avec qui")
    if helpers:
        yield bullets(*map(_helper, helpers))
    if action.partners:
        yield prose(f"Partenaires : {action.partners}")
    if action.participation is not Participation.UNSAID:
        yield prose(f"Participation des habitants : {action.participation.label}.")


def _helper(helper: Contribution) -> str:
    """Return « École : choisit les postes (0,5 jour par mois) »."""
    role = f"{NBSP}: {' '.join(helper.role.split())}" if helper.role.strip() else ""
    asked = "" if helper.days_per_month is None else f" ({days(helper.days_per_month)} par mois)"
    return f"{helper.who}{role.rstrip('.')}{asked}"


def _steps(plan: Plan, action: Action, level: int) -> Iterator[Block]:
    waits = _titles(plan, action, waiting=False)
    awaited = _titles(plan, action, waiting=True)
    stones = [each for each in plan.milestones if each.action_id == action.id]
    if not (waits or awaited or stones):
        return
    yield Heading(level, "Dans quel ordre")
    if waits:
        yield prose(f"Avant elle : {listed(waits)}.")
    if awaited:
        yield prose(f"Après elle : {listed(awaited)}.")
    if stones:
        ordered = sorted(stones, key=lambda each: each.due or "9999")
        yield bullets(
            *(
                french(f"{each.title} : {when(each.due)}{', passé' if each.reached else ''}")
                for each in ordered
            )
        )


def _titles(plan: Plan, action: Action, *, waiting: bool) -> list[str]:
    """Return the actions that wait for this one, or those that it waits for."""

    def other(link: Dependency) -> str | None:
        here, there = (link.needs_id, link.action_id) if waiting else (link.action_id, link.needs_id)
        return there if here == action.id else None

    return [f"« {plan.title(key)} »" for link in plan.dependencies if (key := other(link))]


def _means(plan: Plan, action: Action, level: int) -> Iterator[Block]:
    lines = [each for each in plan.lines if each.action_id == action.id]
    if not (lines or action.means or action.funding_note):
        return
    yield Heading(level, "Les moyens")
    yield from _text(action.means, "")
    if lines:
        yield _money(lines)
    yield from _text(action.funding_note, "")


def _money(lines: Sequence[BudgetLine]) -> Table:
    """Return the sums of an action, a year a row; fundings that are only hoped for are told apart."""
    found: dict[int, dict[str, list[float | None]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        name = line.kind.value
        if line.kind is MoneyKind.FUNDING and not line.secured:
            name = _HOPED
        found[line.year][name].append(line.amount)
    names = [name for name in _MONEY if any(name in year for year in found.values())]
    columns = (Column("Année", 1), *(Column(_MONEY[name], 1.5, "right") for name in names))
    rows = tuple(
        (str(year), *(_amount(sums[name]) if name in sums else "—" for name in names))
        for year, sums in sorted(found.items())
    )
    return Table("L’argent, en euros hors taxes", columns, rows)


def _amount(amounts: Sequence[float | None]) -> str:
    known = [each for each in amounts if each is not None]
    return plan_parts.euros(sum(known)) if known else "à chiffrer"
