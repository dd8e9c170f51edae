"""« Calendrier du plan »: the actions on a sheet for the wall, and the same dates in a table."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nrdesk.core.dates import EARLIEST, LATEST, in_letters, last_day, partial_in_letters
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, ActionStatus, Dependency, Milestone
from nrdesk.core.planning import graph, schedule
from nrdesk.core.planning.schedule import Schedule, ScheduledRow
from nrdesk.core.reports import parts, plan_parts
from nrdesk.core.reports.content import (
    Block,
    Callout,
    Column,
    Figure,
    GanttBar,
    GanttMark,
    GanttSpec,
    Heading,
    PageBreak,
    Report,
    Table,
)
from nrdesk.core.reports.wording import french, listed, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Calendrier du plan"
_FIRST, _NEXT = 25, 38
"""Rows that stand under the title, and on each page after."""
_LONG_AGO = dt.timedelta(days=365)
_CRITICAL = (
    "En orange, les actions dont un seul jour de retard repousse la fin du plan : ce sont elles qu’il faut "
    "surveiller d’abord. La marge d’une action est le nombre de jours dont elle peut déborder sans "
    "rien repousser."
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the document is made of, the first actions first."""

    actions: Sequence[Action]
    rows: Mapping[str, ScheduledRow]
    needs: Mapping[str, Sequence[str]]
    milestones: Mapping[str | None, Sequence[Milestone]]
    schedule: Schedule
    date: dt.date


def build(document: Document) -> Report:
    """Return the calendar of the plan, ready to be rendered."""
    plan = _read(document)
    blocks = _blocks(plan) if plan.actions else _nothing()
    subtitle = "Qui attend quoi, ce qui presse, ce qui peut glisser"
    return replace(parts.note(document, TITLE, subtitle, blocks, date=plan.date), wide=True)


def _read(document: Document) -> _Plan:
    date = parts.date_of(document, Action, Dependency, Milestone)
    actions, links = document.all(Action), document.all(Dependency)
    stones = document.all(Milestone)
    found = schedule.plan(actions, links, stones, date)
    rows = {row.action_id: row for row in found.rows}
    by_action: dict[str | None, list[Milestone]] = defaultdict(list)
    for stone in stones:
        if stone.due:
            by_action[stone.action_id].append(stone)
    known = {action.id for action in actions}
    needs = {key: [need for need in waits if need in known] for key, waits in graph.needs(links).items()}
    ordered = sorted(actions, key=lambda action: _order(action, rows[action.id]))
    return _Plan(ordered, rows, needs, by_action, found, date)


def _order(action: Action, row: ScheduledRow) -> tuple[dt.date, dt.date, int, str]:
    return row.starts or row.ends or dt.date.max, row.ends or dt.date.max, action.rank, action.title


def _nothing() -> Iterator[Block]:
    yield parts.to_complete(
        "aucune action n’est encore écrite. À l’étape 8, prenez-en quelques-unes parmi les propositions, "
        "puis donnez-leur un début et une durée."
    )


def _blocks(plan: _Plan) -> Iterator[Block]:
    if plan.schedule.first and plan.schedule.last:
        yield from _figures(plan, plan.schedule.first, plan.schedule.last)
    else:
        yield parts.to_complete("aucune action n’a de date. Donnez-leur un début, à l’étape 8.")
    yield prose(_summary(plan), style="lead")
    yield PageBreak()
    yield Heading(2, "Les dates, une par une")
    if any(row.critical for row in plan.rows.values()):
        yield Callout("La chaîne critique", (prose(_CRITICAL),))
    yield _actions_table(plan)
    if stones := [stone for each in plan.milestones.values() for stone in each]:
        yield _milestones_table(plan, stones)


def _summary(plan: _Plan) -> str:
    told = [
        f"{count(found, word, words)}"
        for status, word, words in (
            (ActionStatus.DONE, "terminée", "terminées"),
            (ActionStatus.UNDER_WAY, "en cours", "en cours"),
            (ActionStatus.TO_START, "à lancer", "à lancer"),
            (ActionStatus.DROPPED, "abandonnée", "abandonnées"),
        )
        if (found := sum(action.status is status for action in plan.actions))
    ]
    sentence = f"Le plan compte {count(len(plan.actions), 'action')} : {listed(told)}."
    wrong = []
    blocked = sum(_is_blocked(action) for action in plan.actions)
    late = sum(row.late for row in plan.rows.values())
    undated = sum(not (row.starts or row.ends) for row in plan.rows.values())
    alerts = (
        (blocked, "bloquée", "est bloquée", "sont bloquées"),
        (late, "en retard", "est en retard", "sont en retard"),
        (undated, "sans date", "n’a pas encore de date", "n’ont pas encore de date"),
    )
    for number, _, one, several in alerts:
        if number:
            wrong.append(f"{number} {one if number == 1 else several}")
    if len(plan.actions) == 1:
        state = plan_parts.status(plan.actions[0])
        alone = listed([state, *(alone for number, alone, *_ in alerts if number)])
        return f"Le plan compte une action : {alone}."
    return f"{sentence} Parmi elles, {listed(wrong)}." if wrong else sentence


def _figures(plan: _Plan, first: dt.date, last: dt.date) -> Iterator[Block]:
    """Yield the calendar, over several pages when it takes them."""
    # The date of the document shows, unless all was over long before; a month more leaves room for words.
    first, last = max(first, dt.date(EARLIEST, 1, 1)), min(last, dt.date(LATEST, 12, 31))
    shown = max(last, plan.date) if plan.date - last < _LONG_AGO else last
    end = last_day(f"{last_day(f'{shown:%Y-%m}') + dt.timedelta(days=1):%Y-%m}")
    start = first.replace(day=1)
    pieces = [plan.actions[:_FIRST]]
    pieces += [plan.actions[at : at + _NEXT] for at in range(_FIRST, len(plan.actions), _NEXT)]
    for rank, piece in enumerate(pieces):
        if rank:
            yield PageBreak()
        spec = GanttSpec(
            tuple(_bars(plan, piece, rank)), start, end, plan.date, tuple(_links(plan, piece, rank))
        )
        part = f" ({rank + 1} sur {len(pieces)})" if len(pieces) > 1 else ""
        yield Figure(
            spec, french(f"Le plan, du {in_letters(first)} au {in_letters(last)}{part}."), _alt(plan, piece)
        )


def _bars(plan: _Plan, piece: Sequence[Action], rank: int) -> Iterator[GanttBar]:
    if not rank and (whole := plan.milestones.get(None)):
        yield GanttBar("Jalons du plan", ActionStatus.TO_START, None, None, marks=_marks(whole, named=True))
    for action in piece:
        row = plan.rows[action.id]
        yield GanttBar(
            label=_title(action),
            status=action.status,
            start=row.starts,
            end=row.ends,
            progress=action.progress or 0,
            is_critical=row.critical,
            note=", ".join(_alerts(action, row)),
            marks=_marks(plan.milestones.get(action.id, ())),
        )


def _links(plan: _Plan, piece: Sequence[Action], rank: int) -> Iterator[tuple[int, int]]:
    """Yield the dependencies between two rows of the same page; the table tells all of them."""
    shift = 1 if not rank and plan.milestones.get(None) else 0
    place = {action.id: order + shift for order, action in enumerate(piece)}
    for action in piece:
        for need in plan.needs.get(action.id, ()):
            if need in place:
                yield place[need], place[action.id]


def _marks(stones: Sequence[Milestone], *, named: bool = False) -> tuple[GanttMark, ...]:
    marks = [
        GanttMark(last_day(stone.due), bool(stone.reached), stone.title if named else "")
        for stone in stones
        if stone.due
    ]
    return tuple(sorted(marks, key=lambda mark: mark.day))


def _alerts(action: Action, row: ScheduledRow) -> Iterator[str]:
    if _is_blocked(action):
        yield "bloquée"
    if row.late:
        yield "en retard"
    if row.too_early_for:
        yield "commence trop tôt"


def _is_blocked(action: Action) -> bool:
    return action.blocked and action.status not in schedule.OVER


def _alt(plan: _Plan, piece: Sequence[Action]) -> str:
    critical = [_title(action) for action in piece if plan.rows[action.id].critical]
    chain = f" Sur la chaîne critique : {listed(critical)}." if critical else ""
    return french(
        f"Calendrier de {count(len(piece), 'action')}, une par ligne, avec les dépendances et les jalons."
        f"{chain} Toutes les dates sont dans le tableau qui suit."
    )


def _actions_table(plan: _Plan) -> Table:
    columns = (
        Column("Action", 3),
        Column("Responsable", 1.5),
        Column("Début", 1.1),
        Column("Fin", 1.1),
        Column("État", 1.4),
        Column("Attend la fin de", 2.4),
        Column("Marge", 0.8, "right"),
    )
    titles = {action.id: _title(action) for action in plan.actions}
    rows = tuple(_action_row(plan, action, titles) for action in plan.actions)
    return Table("Les actions, celles qui commencent d’abord", columns, rows)


def _action_row(plan: _Plan, action: Action, titles: Mapping[str, str]) -> tuple[str, ...]:
    row = plan.rows[action.id]
    ends = in_letters(row.ends) if row.ends else "sans fin prévue" if action.continuous else "à fixer"
    state = ", ".join((plan_parts.status(action), *_alerts(action, row)))
    slack = "critique" if row.critical else _slack(row)
    return (
        titles[action.id],
        action.owner or "à désigner",
        in_letters(row.starts) if row.starts else "à fixer",
        ends,
        state,
        listed([titles[need] for need in plan.needs.get(action.id, ())]) or "–",
        slack,
    )


def _slack(row: ScheduledRow) -> str:
    return "–" if row.slack_days is None else count(row.slack_days, "jour")


def _milestones_table(plan: _Plan, stones: Sequence[Milestone]) -> Table:
    titles = {action.id: _title(action) for action in plan.actions}
    rows = tuple(
        (
            stone.title or "à nommer",
            titles.get(stone.action_id or "", "tout le plan"),
            partial_in_letters(stone.due or ""),
            f"passé : {partial_in_letters(stone.reached)}" if stone.reached else "à venir",
        )
        for stone in sorted(stones, key=lambda each: (last_day(each.due or ""), each.title))
    )
    columns = (Column("Jalon", 2), Column("Action", 2), Column("Prévu"), Column("Où il en est"))
    return Table("Les jalons", columns, rows)


def _title(action: Action) -> str:
    return " ".join(action.title.split()) or "(sans titre)"
