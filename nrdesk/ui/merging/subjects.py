"""What the list of differences holds: a row of the document, or a frozen campaign taken whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.merging import Block, Comparison, Difference
from nrdesk.core.merging.account import told_nature
from nrdesk.core.merging.words import Words, kind_label, labels_of

HERE, THERE = "ce document", "l’autre copie"


@dataclass(frozen=True, slots=True)
class Subject:
    """One line of the list."""

    key: str
    title: str
    details: str
    asked: bool
    """Whether somebody is to choose."""
    difference: Difference | None = None
    block: Block | None = None


def subjects(comparison: Comparison, words: Words) -> tuple[Subject, ...]:
    """Return what differs, what somebody is to choose first."""
    found = [_of_block(block) for block in comparison.blocks]
    found += [_of_row(each, words) for each in comparison.differences]
    return tuple(sorted(found, key=lambda subject: not subject.asked))


def _of_block(block: Block) -> Subject:
    rows = count(block.rows, "ligne diffère", "lignes diffèrent")
    mark = f"À choisir{NBSP}: " if block.conflict else ""
    return Subject(
        block.key,
        f"{mark}campagne {block.year}, figée",
        f"Prise entière, {rows}",
        block.conflict,
        block=block,
    )


def _of_row(difference: Difference, words: Words) -> Subject:
    record = difference.mine or difference.theirs
    assert record is not None
    asked = difference.any_conflict
    mark = f"À choisir{NBSP}: " if asked else ""
    kind = kind_label(difference.kind)
    kind = f"{kind[:1].lower()}{kind[1:]}" if asked else kind
    fields = " · ".join(labels_of(difference.kind, field.names) for field in difference.fields)
    told = fields or told_nature(difference, HERE, THERE)
    return Subject(
        difference.key,
        f"{mark}{kind} {words.row(record)}".rstrip(),
        f"{told[:1].upper()}{told[1:]}",
        asked,
        difference=difference,
    )


def conflict_keys(comparison: Comparison) -> Mapping[str, bool]:
    """Return the keys of the choices that are asked, and whether each is about a whole row."""
    keys = {block.key: True for block in comparison.blocks if block.conflict}
    for each in comparison.differences:
        if each.conflict:
            keys[each.key] = True
        keys.update((field.key, False) for field in each.fields if field.conflict)
    return keys
