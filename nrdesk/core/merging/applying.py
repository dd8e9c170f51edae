"""The merged rows written into the document: one action, one undo, after a backup of what was there."""

from __future__ import annotations

from dataclasses import replace

from nrdesk.core.document import Backup, Document, Transaction
from nrdesk.core.errors import UserError
from nrdesk.core.merging.blocks import owner
from nrdesk.core.merging.resolve import Outcome
from nrdesk.core.merging.state import STORED
from nrdesk.core.model import Campaign, Record


def apply(document: Document, outcome: Outcome) -> Backup | None:
    """Write what merging changes into a document, as one action; return the backup made just before.

    The copy that it takes from does not change. Nothing to change, nothing done.

    Raises:
        UserError: the document changed since it was compared, or refuses to be written; it is as it was.
    """
    if not outcome.written:
        return None
    _check_unchanged(document, outcome)
    backup = document.back_up()
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
