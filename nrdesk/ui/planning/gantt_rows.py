"""The rows of the calendar: an action, where it stands in time, and the same in words."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nrdesk.core.dates import in_letters, last_day
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.model import Action, ActionStatus, Dependency, Milestone
from nrdesk.core.planning import graph, schedule
from nrdesk.core.planning.schedule import ScheduledRow

if TYPE_CHECKING:
    from nrdesk.core.document import Document

WHOLE_PLAN = "Jalons du plan"
_NOWHERE = ScheduledRow("", None, None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on a row."""

    day: dt.date
    title: str
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One action, or the milestones of the whole plan when `action` is None."""

    action: Action | None
    at: ScheduledRow = _NOWHERE
    needs: tuple[str, ...] = ()
    """Identifiers of the actions that must be over before, those that are over included."""
    marks: tuple[Mark, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Titles of every action of the plan, by identifier."""

    @property
    def id(self) -> str:
        """Identifier of the action, "" for the milestones of the plan."""
        return self.action.id if self.action else ""

    @property
    def title(self) -> str:
        """What the row is called."""
        return title_of(self.action) if self.action else WHOLE_PLAN

    @property
    def words(self) -> str:
        """The whole row as a sentence, for a screen reader."""
        facts = _facts(self, self.action) if self.action else _marks(self.marks)
        return f"{self.title}{NBSP}: {', '.join(facts)}."


def title_of(action: Action) -> str:
    """Return the title of an action on one line, words in its place when it has none."""
    return " ".join(action.title.split()) or "(sans titre)"


def read(document: Document, today: dt.date, only: Collection[str] | None = None) -> list[Row]:
    """Return the rows of a document, those that start first at the top, those without dates at the bottom.

    Args:
        document: where the plan is.
        today: the day that what is late is judged on.
        only: identifiers of the actions to show; all of them when None.
    """
    actions, links = document.all(Action), document.all(Dependency)
    milestones = document.all(Milestone)
    planned = {row.action_id: row for row in schedule.plan(actions, links, milestones, today).rows}
    titles = {action.id: title_of(action) for action in actions}
    needs = graph.needs(links)
    marks: dict[str | None, list[Mark]] = defaultdict(list)
    for each in milestones:
        if each.due:
            marks[each.action_id].append(Mark(last_day(each.due), each.title, bool(each.reached)))
    found = []
    for action in actions:
        if only is None or action.id in only:
            waits = tuple(needs.get(action.id, ()))
            found.append(Row(action, planned[action.id], waits, tuple(marks[action.id]), titles))
    found.sort(key=_order)
    whole = tuple(marks[None])
    return [Row(None, marks=whole), *found] if whole else found


def in_known_order(rows: Sequence[Row], known: Sequence[str]) -> list[Row]:
    """Return rows in the order in which they were: a bar that is moved stays under the hand."""
    rank = {id: order for order, id in enumerate(known)}
    return sorted(rows, key=lambda row: rank.get(row.id, len(rank)))


def when(row: Row) -> str:
    """Return the dates of a row in words."""
    starts, ends = row.at.starts, row.at.ends
    if starts and ends:
        return f"du {in_letters(starts)} au {in_letters(ends)}"
    if starts:
        end = "sans fin prévue" if row.action and row.action.continuous else "fin à fixer"
        return f"à partir du {in_letters(starts)}, {end}"
    return f"jusqu’au {in_letters(ends)}, début à fixer" if ends else "sans date"


def _order(row: Row) -> tuple[dt.date, dt.date, int, str]:
    starts, ends = row.at.starts, row.at.ends
    rank = row.action.rank if row.action else 0
    return starts or ends or dt.date.max, ends or dt.date.max, rank, row.title


def _facts(row: Row, action: Action) -> Iterator[str]:
    at = row.at
    yield when(row)
    yield action.status.label
    if action.progress is not None and action.status is ActionStatus.UNDER_WAY:
        yield f"{action.progress}{NBSP}%"
    if action.blocked:
        yield f"bloquée{NBSP}: {action.blocked_reason}" if action.blocked_reason else "bloquée"
    if at.late:
        yield f"en retard ({at.reason.rstrip('.')[:1].lower()}{at.reason.rstrip('.')[1:]})"
    if at.critical:
        yield "sur la chaîne critique"
    elif at.slack_days:
        yield f"peut glisser de {count(at.slack_days, 'jour')}"
    if row.needs:
        yield f"attend {_quoted(row.needs, row.titles)}"
    if at.too_early_for:
        yield f"commence avant la fin de {_quoted(at.too_early_for, row.titles)}"
    yield from _marks(row.marks)


def _quoted(actions: Sequence[str], titles: Mapping[str, str]) -> str:
    return ", ".join(f"«{NBSP}{titles[id]}{NBSP}»" for id in actions if id in titles)


def _marks(marks: Sequence[Mark]) -> Iterator[str]:
    for mark in sorted(marks, key=lambda each: each.day):
        state = "passé" if mark.is_reached else f"prévu le {in_letters(mark.day)}"
        yield f"jalon «{NBSP}{mark.title}{NBSP}» {state}"
