"""What two documents tell and that counts once, each with its reason; what has to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nrdesk.core.formatting import count, number, trimmed
from nrdesk.core.reports.content import Block, Column, Heading, Table
from nrdesk.core.reports.wording import french, kilograms, prose

if TYPE_CHECKING:
    from nrdesk.core.consolidation import Entry, Journal


def blocks(journal: Journal) -> Iterator[Block]:
    """Yield the chapter of what is counted once."""
    yield Heading(1, "Ce qui n’est compté qu’une fois")
    if not journal.entries:
        yield prose(
            "Rien n’est dit par deux documents à la fois. Si des appareils ou des services sont pourtant "
            "partagés, remplissez « Fourni par » dans l’inventaire et le fournisseur des services."
        )
        return
    sure = [entry for entry in journal.entries if entry.reason.sure]
    if sure:
        yield table(sure, "Compté une fois, sans rien à vérifier")
    if journal.to_check:
        yield Heading(2, "À vérifier entre vous")
        yield prose(
            f"{count(len(journal.to_check), 'ligne')} demandent un mot entre deux collectivités. Le total "
            "n’en compte aucune deux fois."
            if len(journal.to_check) > 1
            else "Une ligne demande un mot entre deux collectivités. Le total ne la compte pas deux fois."
        )
        yield table(journal.to_check, "À vérifier")


def table(entries: Iterable[Entry], caption: str) -> Table:
    """Return entries as a table, like ones together."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        what = entry.what.partition(" (")[0]
        found.setdefault((what, entry.unit, entry.member, entry.owner, entry.reason), []).append(entry)
    return Table(
        french(caption),
        (
            Column("Quoi", 2),
            Column("Nombre", 1.1, "right"),
            Column("Aussi chez", 1.5),
            Column("Pourquoi", 3.2),
            Column("kg éq. CO₂", 1, "right"),
        ),
        tuple(_row(alike) for alike in found.values()),
    )


def _row(alike: list[Entry]) -> tuple[str, ...]:
    first = alike[0]
    quantity = sum(entry.quantity for entry in alike)
    known = [entry.kilograms for entry in alike if entry.kilograms is not None]
    shown = number(quantity) if first.appliance else trimmed(quantity)
    return (
        first.what.partition(" (")[0] if len(alike) > 1 else first.what,
        f"{shown} {first.unit}".strip(),
        first.member,
        first.reason.sentence.format(owner=first.owner),
        kilograms(sum(known)) if known else "",
    )
