"""The merged rows written into the document: one action, one undo, after a backup of what was there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nrdesk.core.document import Backup, Document, Transaction
from nrdesk.core.errors import UserError
from nrdesk.core.merging.blocks import owner
from nrdesk.core.merging.resolve import Outcome
from nrdesk.core.merging.state import STORED
from nrdesk.core.model import Campaign, Record


def merge_into(target: Path, outcome: Outcome) -> None:
    """Write the merged document to a new file; neither copy changes.

    Raises:
        UserError: a file is already there, the folder refuses it, or this copy changed meanwhile.
    """
    if target.exists():
        raise UserError(
            f"Un fichier «\u00a0{target.name}\u00a0» existe déjà à cet endroit.",
            kept="Il n’est pas modifié.",
            todo="Choisissez un autre nom.",
        )
    with Document.open(outcome.comparison.mine_path, read_only=True) as mine:
        mine.save_copy(target)
    try:
        with Document.open(target) as merged:
            apply(merged, outcome, back_up=False)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def apply(document: Document, outcome: Outcome, *, back_up: bool = True) -> Backup | None:
    """Write what merging changes into a document, as one action; return the backup made just before.

    The copy that it takes from does not change. Nothing to change, nothing done.

    Raises:
        UserError: the document changed since it was compared, or refuses to be written; it is as it was.
    """
    if not outcome.written:
        return None
    _check_unchanged(document, outcome)
    backup = document.back_up() if back_up else None
    with document.action(f"Fusionner avec «\u00a0{outcome.comparison.theirs_path.name}\u00a0»") as tx:
        _write(document, tx, outcome)
    return backup


def _check_unchanged(document: Document, outcome: Outcome) -> None:
    for kind, rows in outcome.comparison.mine.items():
        if document.column(kind, "updated_at") != {id: row.updated_at for id, row in rows.items()}:
            raise UserError(
                "Ce document a changé depuis la comparaison.",
                kept="Rien n’a été fusionné.",
                todo="Comparez à nouveau.",
            )


def _write(document: Document, tx: Transaction, outcome: Outcome) -> None:
    # The door is shut on the rows of a frozen campaign: it is opened for the time of the action, and a
    # campaign that is to be frozen is so at the very end.
    touched = {owner(row) for row in (*outcome.added, *outcome.changed, *outcome.deleted)}
    opened = [each for each in document.campaigns() if each.frozen and each.id in touched]
    for campaign in opened:
        tx.update(Campaign, campaign.id, frozen=False)
    tx.add_all(map(_thawed, outcome.added))
    tx.replace(map(_thawed, outcome.changed))
    going: dict[type[Record], list[str]] = {}
    for row in outcome.deleted:
        going.setdefault(type(row), []).append(row.id)
    for kind in reversed(STORED):  # children first
        if kind in going:
            tx.delete(kind, going[kind])
    for id in _to_freeze(outcome, opened):
        tx.update(Campaign, id, frozen=True)


def _thawed(record: Record) -> Record:
    return replace(record, frozen=False) if isinstance(record, Campaign) else record


def _to_freeze(outcome: Outcome, opened: list[Campaign]) -> set[str]:
    """Return the campaigns that are frozen once merged, among those that the action wrote or opened."""
    written = (*outcome.added, *outcome.changed)
    found = {each.id for each in written if isinstance(each, Campaign) and each.frozen}
    same = {each.id for each in opened} - {each.id for each in (*written, *outcome.deleted)}
    return found | same
