"""nrdesk's own workbook of the plan, read again: what was changed there comes back, and nothing else.

An action is known by its identifier. A column or a sheet that was taken out of the file changes nothing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from nrdesk.core.exchange.columns import ColumnMapping
from nrdesk.core.exchange.counted import Outcome
from nrdesk.core.exchange.plans import layout
from nrdesk.core.exchange.plans.planning import PlanImport, PlannedAction
from nrdesk.core.exchange.plans.table import every_sheet
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, Dependency, Milestone, Objective, Record
from nrdesk.core.model.record import new_id
from nrdesk.core.planning import graph
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal, quoted

_ID = re.compile(r"[0-9a-f]{32}")
_HOUSEKEEPING = frozenset(("id", "updated_at", "rank"))
_IDENTICAL = "déjà dans votre plan, à l’identique"


@dataclass(frozen=True, slots=True)
class Existing:
    """The plan of the document, against which the file is compared."""

    actions: Mapping[str, Action]
    parts: Sequence[Record]
    """Contributions, dependencies, milestones, sums and levers."""
    objectives: Sequence[Objective]


@dataclass
class _Read:
    """An action of the file."""

    row: SourceRow
    action: Action
    remarks: list[str]
    parts: list[Record] = field(default_factory=list)


def is_ours(source: Source) -> bool:
    """Return whether a file is the workbook that nrdesk writes."""
    return layout.ID in source.headers and layout.ACTIONS.columns["title"] in source.headers


def plan_own(source: Source, mapping: ColumnMapping, existing: Existing) -> PlanImport:
    """Return what taking the workbook back would do; nothing is written.

    Args:
        source: the sheet of the actions.
        mapping: its columns, for the record.
        existing: what the document holds.
    """
    reader = _Reader(source, existing)
    told = [reader.read(row) for row in source.rows]
    sheets = [each for each in layout.PARTS if each.title in source.sheets]
    tables = every_sheet(source.path, [each.title for each in sheets]) if sheets else ()
    found = [
        reader.part(sheet, titles, row)
        for sheet, table in zip(sheets, tables, strict=False)
        for titles, row in _below(table.rows)
    ]
    kinds = tuple(each.kind for each in sheets)
    rows = [
        PlannedAction(row.number, Outcome.IGNORED, "au-dessus des titres", row.cells) for row in source.above
    ]
    rows += [each for each in told if each is not None]
    rows += reader.planned(kinds)
    # A part shares the fate of its action: it is written with it, or known with it.
    fates = {row.action.id: row.outcome for row in rows if row.action is not None}
    rows += [_told(source, part, fates) for part in found]
    return PlanImport(source, mapping, tuple(rows), Counter(row.outcome for row in rows))


@dataclass(frozen=True, slots=True)
class _Part:
    sheet: str
    row: SourceRow
    action_id: str | None
    reason: str = ""
    """Why it is refused."""
    record: Record | None = None
    blank: bool = False
    fresh: bool = True
    """Whether a milestone of the whole plan is not there yet."""


class _Reader:
    """Reads the actions, then what hangs from them."""

    def __init__(self, source: Source, existing: Existing) -> None:
        self._existing = existing
        self._places = {title: place for place, title in reversed(list(enumerate(source.headers)))}
        self._objectives = {normal(each.title): each.id for each in reversed(existing.objectives)}
        self._objective_titles = {each.id: each.title for each in existing.objectives}
        self._titles = {normal(each.title): key for key, each in existing.actions.items()}
        self._rank = max((each.rank for each in existing.actions.values()), default=-1)
        self.rows: dict[str, _Read] = {}
        self.milestones: list[Record] = []
        """Milestones of the whole plan that are not there yet."""
        self._made: list[Dependency] | None = None

    def read(self, row: SourceRow) -> PlannedAction | None:
        """Read a row of the sheet of actions; return it at once when it holds none."""
        if row.blank:
            return PlannedAction(row.number, Outcome.IGNORED, "ligne vide", row.cells)
        key = self._cell(row, layout.ID).strip().lower()
        if key in self.rows:
            first = self.rows[key].row.number
            reason = f"même identifiant qu’à la ligne {first}"
            return PlannedAction(row.number, Outcome.REJECTED, reason, row.cells)
        title = self._cell(row, layout.ACTIONS.columns["title"]).strip()
        if not title:
            reason = f"rien ne dit quelle est l’action{NBSP}: son titre est vide"
            return PlannedAction(row.number, Outcome.REJECTED, reason, row.cells)
        if not key and normal(title) in self._titles:
            reason = "une action de votre plan porte déjà ce titre"
            return PlannedAction(row.number, Outcome.DUPLICATE, reason, row.cells)
        key = key if _ID.fullmatch(key) else new_id()
        self.rows[key] = self._action(row, key)
        return None

    def _action(self, row: SourceRow, key: str) -> _Read:
        before = self._existing.actions.get(key)
        if before is None:
            self._rank += 1
            before = Action(id=key, rank=self._rank)
        changes: dict[str, Any] = {}
        unread: dict[str, str] = {}
        remarks = []
        for name, title in layout.ACTIONS.columns.items():
            if title not in self._places:
                continue
            text = self._cell(row, title)
            try:
                changes[name] = self._value(before, name, text)
            except Unreadable as unreadable:
                unread[name] = text
                remarks.append(f"{title}{NBSP}: {unreadable.reason}")
        changes["unread"] = json.dumps(unread, ensure_ascii=False, sort_keys=True) if unread else ""
        return _Read(row, replace(before, **changes), remarks)

    def _value(self, before: Action, name: str, text: str) -> Any:  # noqa: ANN401 -- of the attribute
        if name != "objective_id":
            return layout.read(Action, name, text)
        if not text.strip():
            return None
        if self._objective_titles.get(before.objective_id or "") == text:
            return before.objective_id
        if found := self._objectives.get(normal(text)):
            return found
        raise Unreadable(f"{quoted(text[:60])} n’est pas un objectif de l’étape 5")

    def part(self, sheet: layout.SheetLayout, titles: SourceRow, row: SourceRow) -> _Part:
        """Read a row of another sheet, and hang it from its action."""
        if row.blank:
            return _Part(sheet.title, row, None, blank=True)
        cells = dict(zip(titles.cells, row.cells, strict=False))
        key = self._key(cells.get(layout.ACTION_ID, ""), cells.get(layout.ACTION_TITLE, ""))
        if key is None and not (sheet.kind is Milestone and not cells.get(layout.ACTION_TITLE, "").strip()):
            return _Part(sheet.title, row, None, "son action n’est pas dans la première feuille")
        try:
            record = self._record(sheet, cells, key)
        except Unreadable as unreadable:
            return _Part(sheet.title, row, None, unreadable.reason)
        if key is not None:
            self.rows[key].parts.append(record)
            return _Part(sheet.title, row, key, record=record)
        fresh = _plain(record) not in {_plain(each) for each in self._existing.parts}
        if fresh:
            self.milestones.append(record)
        return _Part(sheet.title, row, None, record=record, fresh=fresh)

    def _record(self, sheet: layout.SheetLayout, cells: Mapping[str, str], key: str | None) -> Record:
        said: dict[str, Any] = {"action_id": key}
        for name, title in sheet.columns.items():
            if title not in cells:
                continue
            if name == "needs_id":
                said[name] = self._needed(str(key), cells[title] or cells.get(layout.NEEDED_TITLE, ""))
            else:
                said[name] = layout.read(sheet.kind, name, cells[title])
        wanted = {each.name for each in fields(sheet.kind)}
        missing = {"year", "needs_id"} & (wanted - said.keys())
        if missing:
            raise Unreadable("une colonne nécessaire a été enlevée de la feuille")
        return sheet.kind(**said)

    def _needed(self, key: str, text: str) -> str:
        needed = self._key(text, text) or self._titles.get(normal(text))
        needed = needed or (text.strip() if text.strip() in self._existing.actions else None)
        if needed is None or needed == key:
            raise Unreadable(f"{quoted(text.strip()[:60])} n’est pas une autre action du plan")
        made = self._dependencies()
        if graph.cycle(made, (key, needed)):
            raise Unreadable("ces actions s’attendraient en rond")
        made.append(Dependency(action_id=key, needs_id=needed))
        return needed

    def _dependencies(self) -> list[Dependency]:
        """Return the dependencies accepted so far, those of actions that the file does not have first."""
        if self._made is None:
            self._made = [
                each
                for each in self._existing.parts
                if isinstance(each, Dependency) and each.action_id not in self.rows
            ]
        return self._made

    def _key(self, key: str, title: str) -> str | None:
        """Return the identifier of an action of the file, told by itself or by its title."""
        bare = key.strip().lower()
        if bare in self.rows:
            return bare
        wanted = normal(title)
        return next(
            (k for k, each in self.rows.items() if wanted and normal(each.action.title) == wanted), None
        )

    def planned(self, kinds: Sequence[type[Record]]) -> Iterator[PlannedAction]:
        """Yield what becomes of each action, once everything was read."""
        for key, each in self.rows.items():
            before = self._existing.actions.get(key)
            own = [part for part in self._existing.parts if getattr(part, "action_id", None) == key]
            changed = tuple(kind for kind in kinds if _of(own, kind) != _of(each.parts, kind))
            if before is not None and _plain(before) == _plain(each.action) and not changed:
                yield PlannedAction(
                    each.row.number, Outcome.DUPLICATE, _IDENTICAL, each.row.cells, action=None
                )
                continue
            remarks = list(each.remarks)
            if before is not None:
                remarks.insert(0, "mise à jour d’une action du plan")
            yield PlannedAction(
                each.row.number,
                Outcome.IMPORTED,
                f"{NBSP}; ".join(remarks),
                each.row.cells,
                each.action,
                tuple(part for part in each.parts if before is None or isinstance(part, changed)),
                known=before is not None,
                replaces=changed if before is not None else (),
            )

    def _cell(self, row: SourceRow, title: str) -> str:
        place = self._places.get(title)
        return row.cells[place] if place is not None and place < len(row.cells) else ""


def _below(rows: Sequence[SourceRow]) -> Iterator[tuple[SourceRow, SourceRow]]:
    """Yield (titles, row) for each row under the titles of a sheet."""
    place = next((p for p, row in enumerate(rows) if layout.ACTION_ID in row.cells), None)
    if place is not None:
        for row in rows[place + 1 :]:
            yield rows[place], row


def _told(source: Source, part: _Part, fates: Mapping[str, Outcome]) -> PlannedAction:
    """Return a row of another sheet as the report tells it, under the columns of the first one."""
    width = len(source.headers)
    cells = (" · ".join(cell for cell in part.row.cells if cell.strip()), *("",) * (width - 1))[:width]
    where = f"feuille {quoted(part.sheet)}"
    if part.blank:
        return PlannedAction(part.row.number, Outcome.IGNORED, f"{where}{NBSP}: ligne vide", cells)
    if part.record is None:
        return PlannedAction(part.row.number, Outcome.REJECTED, f"{where}{NBSP}: {part.reason}", cells)
    if part.action_id is None:
        outcome = Outcome.IMPORTED if part.fresh else Outcome.DUPLICATE
        parts = (part.record,) if part.fresh else ()
        return PlannedAction(part.row.number, outcome, f"{where}{NBSP}: jalon du plan", cells, parts=parts)
    outcome = fates.get(part.action_id, Outcome.DUPLICATE)
    return PlannedAction(part.row.number, outcome, f"{where}{NBSP}: avec son action", cells)


def _plain(record: Record) -> tuple[Any, ...]:
    """Return what a record says, whatever its identifier and its place."""
    return (
        type(record),
        *(getattr(record, each.name) for each in fields(record) if each.name not in _HOUSEKEEPING),
    )


def _of(parts: Iterable[Record], kind: type[Record]) -> Counter[tuple[Any, ...]]:
    return Counter(_plain(each) for each in parts if type(each) is kind)
