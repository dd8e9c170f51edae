"""What the import of a plan would do, row by row, before it does anything.

Read = imported + duplicates + rejected + ignored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nrdesk.core.exchange.columns import ColumnMapping
from nrdesk.core.exchange.counted import Counted, Outcome
from nrdesk.core.exchange.plans import tet, words
from nrdesk.core.exchange.plans.lines import Draft, LineBuilder
from nrdesk.core.exchange.plans.table import refusal
from nrdesk.core.exchange.source import Source, SourceRow
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Action, Dependency, Objective, Record
from nrdesk.core.planning import graph
from nrdesk.core.written.values import Unreadable
from nrdesk.core.written.words import normal, quoted

_STEP = 200
"""Rows between two calls to the progress."""
_TOTALS = ("total", "totaux", "sous total", "total general")


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """A row of a file and what becomes of it."""

    number: int
    """Number of its line in its sheet."""
    outcome: Outcome
    reason: str
    """Why it is not imported; for an imported row, what will have to be completed, if anything."""
    cells: tuple[str, ...]
    action: Action | None = None
    """The action to write, when it is imported."""
    parts: tuple[Record, ...] = ()
    """What hangs from it."""
    known: bool = False
    """Whether it takes the place of an action of the plan that has its identifier."""
    replaces: tuple[type[Record], ...] = ()
    """Kinds of what hangs from a known action, and that `parts` takes the place of."""


@dataclass(frozen=True, slots=True)
class PlanImport(Counted):
    """What an import would do."""

    source: Source
    mapping: ColumnMapping
    rows: tuple[PlannedAction, ...]
    """Every row of the file but the titles."""
    counts: Counter[Outcome]

    @property
    def limits(self) -> str:
        """What a file of this kind never says, in a French sentence; "" when any column may be there."""
        titles = {normal(header) for header in self.source.headers}
        if "axe x" in titles and "titre de la sous action" in titles:
            return (
                "Le modèle de Territoires en Transitions ne dit ni qui contribue, ni les dépendances, "
                f"ni les années du budget{NBSP}: complétez-les dans le plan."
            )
        if {"phase", "phasestatut"} <= titles:
            return f"Le schéma national des projets ne dit ni la fin ni l’avancement{NBSP}: complétez-les."
        return ""

    @property
    def actions(self) -> list[Action]:
        """The actions to write, in the order of the file."""
        return [row.action for row in self.rows if row.action is not None]


def plan_actions(
    source: Source,
    mapping: ColumnMapping,
    existing: Sequence[Action],
    objectives: Sequence[Objective],
    dependencies: Sequence[Dependency],
    year: int,
    progress: Progress = silent,
) -> PlanImport:
    """Return what importing a plan would do; nothing is written.

    Args:
        source: the file read.
        mapping: what each of its columns is.
        existing: the actions of the plan, against which duplicates are told.
        objectives: those that a row may name by its title.
        dependencies: those of the plan, which no circle may close.
        year: that of the sums of an action without a start.
        progress: told every two hundred rows.

    Raises:
        UserError: no column says what the actions are.
    """
    if not {"title", "sub_title"} & set(mapping.by_field):
        raise refusal(
            f"{quoted(source.path.name)} n’est pas un plan d’action{NBSP}: aucune colonne ne porte le titre "
            "des actions.",
            "Choisissez un autre fichier, ou dites quelle colonne contient le titre.",
        )
    reader = _Rows(source, mapping, existing, objectives, year)
    rows = [PlannedAction(row.number, Outcome.IGNORED, _above(row), row.cells) for row in source.above]
    for done, row in enumerate(source.rows):
        if done % _STEP == 0:
            progress(done, len(source.rows))
        rows.append(reader.plan(row))
    progress(len(source.rows), len(source.rows))
    rows = list(_linked(rows, reader, existing, dependencies))
    return PlanImport(source, mapping, tuple(rows), Counter(row.outcome for row in rows))


class _Rows:
    """Decides what becomes of each row under the titles."""

    def __init__(
        self,
        source: Source,
        mapping: ColumnMapping,
        existing: Sequence[Action],
        objectives: Sequence[Objective],
        year: int,
    ) -> None:
        self._source, self._year = source, year
        self._builder = LineBuilder(mapping, [row.cells for row in source.rows])
        self._objectives = {normal(each.title): each.id for each in reversed(objectives) if each.title}
        self._known = {normal(each.title) for each in existing if each.title}
        self._rank = max((each.rank for each in existing), default=-1)
        self._seen: dict[tuple[str, str], int] = {}
        self._above = ("", 0)
        """Last axis written, and its line: cells merged over several rows are blank below the first."""
        self.drafts: dict[str, Draft] = {}
        """Identifier of each action to write -> what its row says."""

    def plan(self, row: SourceRow) -> PlannedAction:
        """Return what becomes of a row."""
        if reason := self._no_action(row):
            return PlannedAction(row.number, Outcome.IGNORED, reason, row.cells)
        draft = self._builder.build(row.cells)
        self._place(draft, row)
        if not draft.title:
            reason = f"rien ne dit quelle est l’action{NBSP}: son titre est vide"
            return PlannedAction(row.number, Outcome.REJECTED, reason, row.cells)
        if reason := self._twice(draft, row.number):
            return PlannedAction(row.number, Outcome.DUPLICATE, reason, row.cells)
        self._rank += 1
        action = replace(draft.action(self._source.path.name), rank=self._rank)
        self.drafts[action.id] = draft
        parts = tuple(draft.parts(action, self._year))
        remarks = f"{NBSP}; ".join(draft.remarks)
        return PlannedAction(row.number, Outcome.IMPORTED, remarks, row.cells, action, parts)

    def _no_action(self, row: SourceRow) -> str:
        """Return why a row is no action, or ""."""
        if row.skip or row.blank:
            return row.skip or "ligne vide"
        if row.cells == self._source.headers:
            return "titres de colonnes répétés"
        said = tuple(text for cell in row.cells if (text := normal(cell)))
        title = self._builder.cell(row.cells, "title")
        if normal(title) in _TOTALS or (not title and any(text in _TOTALS for text in said[:2])):
            return "ligne de total"
        if reason := tet.template_row(normal(title), said):
            return reason
        alone = len(said) == 1 and not title and not self._builder.cell(row.cells, "sub_title")
        if alone:
            # "Axe 1 : …" on a row of its own: the actions of this axis follow.
            text = next(cell for cell in row.cells if cell.strip())
            self._above = (" ".join(text.split()), row.number)
            return "titre de partie"
        return ""

    def _place(self, draft: Draft, row: SourceRow) -> None:
        """Give a draft its axis, from the row or from above, and its objective."""
        if draft.axis:
            self._above = (draft.axis, row.number)
        text, from_line = self._above
        if text:
            try:
                draft.attributes["axis"] = words.axis(text)
            except Unreadable:
                draft.unread["axis"] = text
                draft.remarks.append(f"axe du décret à choisir pour {quoted(words.unnumbered(text)[:60])}")
            if not draft.axis:
                draft.remarks.append(f"axe repris de la ligne {from_line}")
        if not draft.objective:
            return
        if found := self._objectives.get(normal(draft.objective)):
            draft.attributes["objective_id"] = found
        else:
            draft.unread["objective_id"] = draft.objective
            draft.remarks.append(f"objectif inconnu{NBSP}: {quoted(draft.objective[:60])}")

    def _twice(self, draft: Draft, number: int) -> str:
        """Return why an action is already known, or ""; a sub-action goes with the one it is a part of."""
        title = normal(draft.title)
        key = (title, next((each for each in draft.comments if each.startswith("Sous-action")), ""))
        if first := self._seen.get(key):
            return f"même titre qu’à la ligne {first}"
        self._seen[key] = number
        return "une action de votre plan porte déjà ce titre" if title in self._known else ""


def _above(row: SourceRow) -> str:
    return "ligne vide" if row.blank else "au-dessus des titres de colonnes"


def _linked(
    rows: Sequence[PlannedAction],
    reader: _Rows,
    existing: Sequence[Action],
    dependencies: Sequence[Dependency],
) -> Iterator[PlannedAction]:
    """Yield the rows with their dependencies; those that name nothing, or close a circle, become remarks."""
    drafts = reader.drafts
    names = {normal(each.title): each.id for each in reversed(existing) if each.title}
    names |= {normal(draft.title): key for key, draft in drafts.items()}
    names |= {normal(draft.number): key for key, draft in drafts.items() if draft.number}
    made = list(dependencies)
    for row in rows:
        if row.action is None or not drafts[row.action.id].needs:
            yield row
            continue
        found, left = _needs(row.action, drafts[row.action.id].needs, names, made)
        made += found
        yield _with(row, found, left)


def _needs(
    action: Action, needs: Sequence[str], names: Mapping[str, str], made: Sequence[Dependency]
) -> tuple[list[Dependency], list[str]]:
    """Return the dependencies of an action, and the names that gave none."""
    found: list[Dependency] = []
    left = []
    for name in needs:
        key = names.get(normal(name))
        if key is None or key == action.id or graph.cycle([*made, *found], (action.id, key)):
            left.append(name)
        elif all(each.needs_id != key for each in found):
            found.append(Dependency(action_id=action.id, needs_id=key))
    return found, left


def _with(row: PlannedAction, found: Sequence[Dependency], left: Sequence[str]) -> PlannedAction:
    if row.action is None:
        return row
    action, remarks = row.action, [row.reason] if row.reason else []
    if left:
        told = f"Dépend de{NBSP}: {', '.join(left)}"
        action = replace(action, comment=f"{action.comment}\n{told}".strip())
        lost = count(len(left), "dépendance non reconnue", "dépendances non reconnues")
        remarks.append(f"{lost}, à ajouter à la main")
    return replace(row, action=action, parts=(*row.parts, *found), reason=f"{NBSP}; ".join(remarks))
