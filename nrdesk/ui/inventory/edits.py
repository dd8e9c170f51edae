"""What the gestures of the grid write: new lines for old, worked out before anything is written.

A text is read by the field it goes to (`nrdesk.core.inventory.fields`); one that cannot be understood is
kept in the line and shown in red, it is never dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nrdesk.core.inventory import fields
from nrdesk.core.model import Equipment, EquipmentStatus, Origin, new_id

Texts = Mapping[str, str]
"""Field name -> text typed."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines to replace and lines to add."""

    replaced: tuple[Equipment, ...] = ()
    added: tuple[Equipment, ...] = ()
    unread: int = 0
    """How many of the cells typed hold a text that could not be understood."""


def written(line: Equipment, texts: Texts) -> Equipment:
    """Return the line after these texts were typed into it; unchanged when they say what it already says."""
    new = {name: text for name, text in texts.items() if fields.text(line, name) != text}
    return replace(line, **fields.all_changes(line, new)) if new else line  # type: ignore[arg-type]


def rewrite(lines: Sequence[Equipment], texts: Iterable[Texts]) -> Edit:
    """Return the lines with the texts typed into each, leaving out those that do not change."""
    return _edit(zip(lines, texts, strict=True))


def paste(
    lines: Sequence[Equipment], names: Sequence[str], block: Sequence[Sequence[str]], campaign: str
) -> Edit:
    """Return what a block of cells writes from the first line and column given.

    Args:
        lines: the lines that receive the rows of the block; rows beyond them become new lines.
        names: the fields that receive the columns; a calculated column has an empty name and receives
            nothing, and so do the columns of the block beyond the last field.
        block: the texts, by rows.
        campaign: identifier of the campaign of the new lines.
    """
    typed = [{name: cell for name, cell in zip(names, row, strict=False) if name} for row in block]
    beyond = [texts for texts in typed[len(lines) :] if any(cell.strip() for cell in texts.values())]
    kept = _edit(zip(lines, typed, strict=False))
    new = _edit((Equipment(campaign_id=campaign), texts) for texts in beyond)
    return Edit(kept.replaced, new.replaced, kept.unread + new.unread)


def told(lines: Iterable[Equipment], name: str) -> Counter[str]:
    """Return what lines say in a field: text -> how many of them."""
    return Counter(fields.text(line, name) for line in lines)


def changing(lines: Iterable[Equipment], name: str, text: str) -> frozenset[str]:
    """Return which lines a text would change, typed in one field of them all.

    Raises:
        Unreadable: the text says nothing that the field understands.
    """
    new = fields.FIELD[name].read(text).items()
    return frozenset(
        line.id
        for line in lines
        if any(getattr(line, attribute) != value for attribute, value in new) or name in line.unread_texts()
    )


def leave(lines: Sequence[Equipment], texts: Texts, quantity: int | None = None) -> Edit:
    """Return the lines out of the park.

    Args:
        lines: those that leave.
        texts: what is said of the exit: date, route, recipient.
        quantity: how many appliances of a single line leave, when some stay: they become a line of their own.
    """
    typed = {"status": EquipmentStatus.OUT.label, **texts}
    if len(lines) == 1 and quantity is not None and quantity < lines[0].quantity:
        [line] = lines
        stays = replace(line, quantity=line.quantity - quantity)
        gone = written(replace(line, id=new_id(), updated_at="", quantity=quantity, lineage=""), typed)
        return Edit(replaced=(stays,), added=(gone,))
    return rewrite(lines, [typed] * len(lines))


def come_back(lines: Iterable[Equipment]) -> Edit:
    """Return the lines back in use, without anything of their exit; those still there do not change."""
    nothing = {"status": EquipmentStatus.IN_USE.label, "retired": "", "exit_route": "", "recipient": ""}
    gone = [line for line in lines if line.status is EquipmentStatus.OUT]
    return rewrite(gone, [nothing] * len(gone))


def _edit(typed: Iterable[tuple[Equipment, Texts]]) -> Edit:
    """Return the lines that change, as replaced."""
    changed = []
    unread = 0
    for before, texts in typed:
        after = written(before, texts)
        if after != before:
            changed.append(after)
            unread += sum(name in texts for name in after.unread_texts())
    return Edit(replaced=tuple(changed), unread=unread)


def tiled(block: Sequence[Sequence[str]], height: int, width: int) -> list[list[str]]:
    """Return the block repeated over a selection that it divides, as spreadsheets do, or else once."""
    rows, columns = len(block), len(block[0])
    if height % rows or width % columns:
        return [list(row) for row in block]
    return [[block[y % rows][x % columns] for x in range(width)] for y in range(height)]


def duplicate(lines: Iterable[Equipment]) -> Edit:
    """Return copies of lines, to be told apart by the person: without what designates one appliance."""
    return Edit(
        added=tuple(
            replace(line, id=new_id(), updated_at="", number="", serial_number="", origin=Origin.ENTERED)
            for line in lines
        )
    )
