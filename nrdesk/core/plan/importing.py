"""From a file to the plan of a document: what it would do, then all of it in one action and one undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.exchange.apply import remembered
from nrdesk.core.exchange.columns import ColumnMapping
from nrdesk.core.exchange.plans import (
    Existing,
    PlanImport,
    is_ours,
    plan_actions,
    plan_own,
    read_plan,
    recognise_columns,
)
from nrdesk.core.exchange.source import Source
from nrdesk.core.formatting import NBSP, count
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import (
    Action,
    ActionLever,
    BudgetLine,
    Contribution,
    Dependency,
    ImportMapping,
    Milestone,
    Objective,
    Record,
)
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document, Transaction

PARTS: tuple[type[Record], ...] = (Contribution, Dependency, Milestone, BudgetLine, ActionLever)
"""Kinds of what hangs from an action."""


def columns(document: Document, source: Source) -> tuple[ColumnMapping, bool]:
    """Return what each column of a file is, and whether it is so because the user decided it last time."""
    known: Mapping[str, str] | None = remembered(document, source)
    return recognise_columns(source, known), known is not None


def prepared(document: Document, source: Source, mapping: ColumnMapping) -> Callable[[Progress], PlanImport]:
    """Return the job that says what importing a file would do; it needs the document no more.

    The job raises `UserError` when no column says what the actions are.
    """
    actions, objectives = document.all(Action), document.all(Objective)
    if is_ours(source):
        parts = [record for kind in PARTS for record in document.all(kind)]
        existing = Existing({each.id: each for each in actions}, parts, objectives)
        return lambda _: plan_own(source, mapping, existing)
    dependencies, year = document.all(Dependency), document.campaign.year
    return lambda progress: plan_actions(source, mapping, actions, objectives, dependencies, year, progress)


def plan_file(document: Document, path: Path, progress: Progress = silent) -> PlanImport:
    """Plan the import of a file, its columns matched as last time or by title.

    Raises:
        UserError: the file cannot be read, or is no plan.
    """
    source = read_plan(path, progress)
    mapping, _ = columns(document, source)
    return prepared(document, source, mapping)(progress)


def apply(document: Document, planned: PlanImport) -> None:
    """Write the actions of an import and remember its columns, in one action; nothing to write, nothing done.

    Raises:
        SurroundingsError: the document could not be written; nothing was imported.
    """
    rows = [row for row in planned.rows if row.action is not None or row.parts]
    if not rows:
        return
    new = [row.action for row in rows if row.action is not None and not row.known]
    known = [row.action for row in rows if row.action is not None and row.known]
    label = f"Importer {quoted(planned.source.path.name)} ({count(len(new) + len(known), 'action')})"
    with document.action(label) as tx:
        tx.add_all(new)
        tx.replace(known)
        for kind in PARTS:
            owners = {row.action.id for row in rows if row.action is not None and kind in row.replaces}
            tx.delete(kind, [each.id for each in document.all(kind) if _owner(each) in owners])
        tx.add_all(part for row in rows for part in row.parts)
        if not is_ours(planned.source):
            _remember(document, tx, planned.mapping)


def in_words(planned: PlanImport) -> str:
    """Return « 12 lignes importées sur 15 lues : 1 doublon, 1 rejetée, 1 ignorée. »."""
    left = [
        count(planned.duplicates, "doublon"),
        count(planned.rejected, "rejetée"),
        count(planned.ignored, "ignorée"),
    ]
    imported = count(planned.imported, "ligne importée", "lignes importées")
    return f"{imported} sur {count(planned.read, 'lue')}{NBSP}: {', '.join(left)}."


def _owner(part: Record) -> str | None:
    """Return the action that a part hangs from."""
    found: str | None = getattr(part, "action_id", None)
    return found


def _remember(document: Document, tx: Transaction, mapping: ColumnMapping) -> None:
    said = json.dumps(mapping.to_remember(), ensure_ascii=False)
    if known := document.ids(ImportMapping, signature=mapping.signature):
        tx.update_all(ImportMapping, known, columns=said)
    else:
        tx.add(ImportMapping(signature=mapping.signature, columns=said))
