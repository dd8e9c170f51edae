"""From a file to a plan for one document; then the plan carried out, as one action and one undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from nrdesk.core.exchange.columns import recognise_columns, signature
from nrdesk.core.exchange.plan import ImportPlan, plan_import
from nrdesk.core.exchange.readers import read_source
from nrdesk.core.exchange.source import Source
from nrdesk.core.formatting import count
from nrdesk.core.jobs import Progress, silent
from nrdesk.core.model import Equipment, ImportMapping
from nrdesk.core.written.words import quoted

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def remembered(doc: Document, source: Source) -> dict[str, str] | None:
    """Return how the columns of a file with the same titles were matched last time, if it was imported."""
    found = doc.all(ImportMapping, signature=signature(source.headers))
    if not found:
        return None
    columns: dict[str, str] = json.loads(found[-1].columns)
    return columns


def plan_file(doc: Document, path: Path, progress: Progress = silent) -> ImportPlan:
    """Plan the import of a file into the latest campaign, its columns matched as last time or by title.

    Raises:
        UserError: the file cannot be read, or is no inventory.
    """
    source = read_source(path, progress)
    mapping = recognise_columns(source, remembered(doc, source))
    campaign = doc.campaign
    return plan_import(source, mapping, doc.all(Equipment, campaign_id=campaign.id), campaign.id, progress)


def apply_plan(doc: Document, plan: ImportPlan) -> None:
    """Add the lines of a plan and remember its columns, in one action; nothing to import, nothing done.

    Raises:
        SurroundingsError: the document could not be written; nothing was imported.
    """
    records = plan.records
    if not records:
        return
    columns = json.dumps(plan.mapping.to_remember(), ensure_ascii=False)
    with doc.action(f"Importer {quoted(plan.source.path.name)} ({count(len(records), 'ligne')})") as tx:
        tx.add_all(records)
        if known := doc.ids(ImportMapping, signature=plan.mapping.signature):
            tx.update_all(ImportMapping, known, columns=columns)
        else:
            tx.add(ImportMapping(signature=plan.mapping.signature, columns=columns))
