"""« Plan d’action »: what will be done, by whom, when, with which money, and what stands in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, ActionLever, ActionStatus, Axis, Indicator
from nrdesk.core.reports import plan_parts, wording
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Heading,
    KeyFigure,
    KeyFigures,
    Meta,
    Report,
    Table,
    bullets,
)
from nrdesk.core.reports.parts import factor_family, notice, to_complete
from nrdesk.core.reports.plan_parts import Plan
from nrdesk.core.reports.wording import capital, french, listed, prose, when
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Plan d’action"
_SOON = "9999"
"""Sorts what is not dated after what is."""


def build(document: Document) -> Report:
    """Return the plan of a document, ready to be rendered.

    Raises:
        NotReadyError: it has no action.
    """
    plan = plan_parts.read(document)
    effects = tuple(_effects(document))
    blocks = (
        *_essentials(plan),
        *_actions(plan),
        *_calendar(plan),
        *_means(plan),
        *effects,
        *_follow_up(document, plan),
    )
    return Report(_meta(document, plan, measured=bool(effects)), blocks)


def _meta(document: Document, plan: Plan, *, measured: bool) -> Meta:
    authority = document.authority
    return Meta(
        title=TITLE,
        subtitle="Stratégie numérique responsable",
        authority=wording.full_name(authority),
        date=plan.date,
        campaign=str(document.campaign.year),
        factors=_factors(document) if measured else "",
        notice=notice(authority),
    )


def _factors(document: Document) -> str:
    family = factor_family(document, document.campaign)
    return f"{family.label}, {family.version}" if family.version else family.label


def _essentials(plan: Plan) -> Iterator[Block]:
    yield Heading(1, "Le plan en bref")
    kept = plan.kept
    axes = {each.axis for each in kept}
    yield prose(
        f"Notre plan compte {count(len(kept), 'action')}, sur {count(len(axes), 'axe')}. "
        f"{'Elle' if len(kept) == 1 else 'Chacune'} a un responsable, des dates et des moyens, ou il est dit "
        "qu’ils manquent.",
        style="lead",
    )
    done = sum(each.status is ActionStatus.DONE for each in kept)
    under_way = sum(each.status is ActionStatus.UNDER_WAY for each in kept)
    money = plan_parts.money_of(plan)
    figures = [
        KeyFigure(str(done), "terminées" if done > 1 else "terminée"),
        KeyFigure(str(under_way), "en cours"),
        KeyFigure(str(len(kept) - done - under_way), "à lancer"),
    ]
    if money.years:
        detail = f"dont {plan_parts.euros(money.total.secured)} déjà financés" if money.total.secured else ""
        figures.append(KeyFigure(plan_parts.euros(money.total.cost), "de dépenses prévues", detail))
    yield KeyFigures(tuple(figures))
    yield from _in_the_way(plan)


def _in_the_way(plan: Plan) -> Iterator[Block]:
    """Yield what is blocked and what is late: said plainly, before anything else."""
    stuck = [each for each in plan.kept if each.blocked and each.status is not ActionStatus.DONE]
    late = [(each, reason) for each in plan.kept if (reason := plan.late(each)) and each not in stuck]
    if stuck or late:
        told = [
            (f"{plan_parts.title(each)} : bloquée. {wording.sentence(capital(each.blocked_reason))}").strip()
            for each in stuck
        ]
        told += [f"{plan_parts.title(each)} : en retard. {reason}" for each, reason in late]
        day = dates.in_letters(plan.date)
        yield Callout(
            f"Ce qui bloque ou tarde, au {day}", tuple(prose(line) for line in told), kind="caution"
        )


def _actions(plan: Plan) -> Iterator[Block]:
    yield Heading(1, "Les actions, axe par axe")
    for axis in Axis:
        found = [each for each in plan.kept if each.axis is axis]
        if found:
            yield Heading(2, axis.label)
            yield plan_parts.table(f"{axis.label} : les actions".replace(" :", "\u00a0:"), found)
            yield from _objectives(plan, found)
    dropped = [each for each in plan.actions if each.status is ActionStatus.DROPPED]
    if dropped:
        yield Heading(2, "Ce que nous avons abandonné")
        yield bullets(*(_why(each) for each in dropped))


def _objectives(plan: Plan, found: list[Action]) -> Iterator[Block]:
    titles = {
        plan.objectives[each.objective_id].title
        for each in found
        if each.objective_id and each.objective_id in plan.objectives
    }
    served = sorted(filter(None, titles), key=normal)
    if served:
        words = "à l’objectif" if len(served) == 1 else "aux objectifs"
        names = listed([f"« {title} »" for title in served])
        yield prose(f"Ces actions répondent {words} {names}.", style="small")


def _why(action: Action) -> str:
    reason = action.blocked_reason or action.comment
    return f"{plan_parts.title(action)}. {wording.sentence(reason)}".strip()


def _calendar(plan: Plan) -> Iterator[Block]:
    """Yield what begins and what ends, year by year, then the milestones."""
    yield Heading(1, "Le calendrier")
    years: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for each in plan.kept:
        row = plan.schedule.row(each.id)
        if row.starts:
            years[str(row.starts.year)][0].append(plan_parts.title(each))
        if row.ends:
            years[str(row.ends.year)][1].append(plan_parts.title(each))
    if not years:
        yield to_complete("donnez un début et une fin aux actions, à l’étape 8.")
        return
    columns = (Column("Année", 0.7), Column("Ce qui commence", 3), Column("Ce qui se termine", 3))
    yield Table(
        "Ce qui commence et ce qui se termine",
        columns,
        tuple((year, _joined(starts), _joined(ends)) for year, (starts, ends) in sorted(years.items())),
    )
    yield from _milestones(plan)
    critical = [plan.title(row.action_id) for row in plan.schedule.rows if row.critical]
    if critical:
        yield prose(
            f"Un retard de {'cette action' if len(critical) == 1 else 'l’une de ces actions'} retarde "
            f"la fin du plan : {listed(critical)}.",
            style="small",
        )


def _joined(titles: list[str]) -> str:
    return "\n".join(f"• {title}" for title in titles) or "—"


def _milestones(plan: Plan) -> Iterator[Block]:
    found = sorted(plan.milestones, key=lambda each: dates.last_day(each.due or _SOON))
    if found:
        yield Heading(2, "Les jalons")
        columns = (Column("Jalon", 2.6), Column("Action", 2.8), Column("Prévu", 1.2), Column("Passé", 1.2))
        rows = tuple(
            (
                each.title,
                plan.title(each.action_id) if each.action_id else "Tout le plan",
                when(each.due),
                when(each.reached) if each.reached else "pas encore",
            )
            for each in found
        )
        yield Table("Les dates qui comptent", columns, rows)


def _means(plan: Plan) -> Iterator[Block]:
    yield Heading(1, "Les moyens")
    yield Heading(2, "Le temps")
    yield from plan_parts.work(plan)
    yield Heading(2, "L’argent")
    money = plan_parts.money_of(plan)
    if not money.years:
        yield to_complete("notez ce que coûtent les actions et ce qu’elles font économiser, à l’étape 8.")
        return
    yield plan_parts.budget_table(money)
    if money.total.net < 0:
        yield prose("Le reste à payer est négatif : le plan rapporte plus qu’il ne coûte.", style="small")
    if money.total.hoped:
        yield prose(
            f"{plan_parts.euros(money.total.hoped)} de financements sont espérés. Ils ne sont pas comptés : "
            "rien n’est encore notifié.",
            style="small",
        )
    if money.without:
        yield prose(
            f"Le coût de {count(len(money.without), 'action')} n’est pas encore connu.", style="small"
        )


def _effects(document: Document) -> Iterator[Block]:
    """Yield what the plan changes to the footprint; nothing while no action says what it changes."""
    from nrdesk.core.plan import effects
    from nrdesk.core.reports import effects_parts

    if not document.count(ActionLever):
        return
    found = tuple(effects_parts.blocks(document, effects.effects(document)))
    if found:
        yield Heading(1, "Ce que le plan change à l’empreinte")
        yield from found


def _follow_up(document: Document, plan: Plan) -> Iterator[Block]:
    yield Heading(1, "Comment nous saurons que cela marche")
    told = [each for each in plan.kept if each.expected or each.indicator]
    if told:
        columns = (Column("Action", 2.4), Column("Ce qui doit changer", 2.8), Column("Ce qui le dira", 2.2))
        yield Table(
            "Résultats attendus et indicateurs",
            columns,
            tuple((plan_parts.title(each), each.expected or "—", each.indicator or "—") for each in told),
        )
    indicators = [each.title for each in document.all(Indicator) if each.title]
    if indicators:
        yield prose("Nous suivons aussi, chaque année :")
        yield bullets(*(french(title) for title in indicators))
    if not told and not indicators:
        yield to_complete("dites pour chaque action ce qui doit changer et ce qui le montrera, à l’étape 8.")
