"""Who provides what to whom, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core.assessment import assess
from nrdesk.core.consolidation import Reason
from nrdesk.core.formatting import euros, number, trimmed
from nrdesk.core.inventory.lists import category_label
from nrdesk.core.reports.content import Block, Column, Heading, Table
from nrdesk.core.reports.wording import french, listed, prose, when

if TYPE_CHECKING:
    from nrdesk.core.consolidation import Journal
    from nrdesk.core.document import Document
    from nrdesk.core.model import Equipment, SharedService

_NOBODY = "à préciser"
_LENT = (Reason.LENT, Reason.LENT_MAYBE, Reason.LENT_UNKNOWN)


def lent_lines(document: Document) -> list[Equipment]:
    """Return the lines of the park that another collectivité owns."""
    return [
        result.equipment
        for result in assess(document).result.lines
        if result.in_park and result.equipment.provided_by.strip()
    ]


def services(shared: Sequence[SharedService], provider: str) -> Iterator[Block]:
    """Yield the shared services.

    Args:
        shared: the services.
        provider: who provides those that name nobody.
    """
    if not shared:
        return
    yield Heading(2, "Services et moyens partagés")
    rows = tuple(
        (
            each.title or "sans nom",
            each.provider or provider or _NOBODY,
            listed([name for name in each.beneficiaries.split("\n") if name.strip()]) or "tous les membres",
            " ".join(filter(None, (trimmed(each.quantity) if each.quantity is not None else "", each.unit))),
            euros(each.cost) if each.cost is not None else "",
            when(each.since) if each.since else "",
        )
        for each in shared
    )
    costs = [each.cost for each in shared if each.cost is not None]
    yield Table(
        french("Services et moyens partagés entre collectivités"),
        (
            Column("Ce qui est partagé", 2.2),
            Column("Fourni par", 2),
            Column("À", 2.2),
            Column("Quantité", 1.2, "right"),
            Column("Coût HT par an", 1.3, "right"),
            Column("Depuis", 1.1),
        ),
        rows,
        total=("Ensemble", "", "", "", euros(sum(costs)), "") if len(costs) > 1 else None,
    )


def lines(lent: Sequence[Equipment]) -> Iterator[Block]:
    """Yield the appliances that a collectivité uses and that others own."""
    if not lent:
        return
    found: Counter[tuple[str, str]] = Counter()
    for line in lent:
        found[line.provided_by, category_label(line.category) or "sans catégorie"] += max(line.quantity, 0)
    yield Heading(2, "Appareils que nous recevons")
    yield prose(
        "Ils figurent à notre inventaire parce qu’ils servent ici ; une consolidation les compte chez leur "
        "propriétaire."
    )
    yield Table(
        french("Appareils qui appartiennent à une autre collectivité"),
        (Column("Propriétaire", 2.4), Column("Catégorie", 2.4), Column("Appareils", 1, "right")),
        tuple((owner, kind, number(quantity)) for (owner, kind), quantity in sorted(found.items())),
    )


def entries(journal: Journal) -> Iterator[Block]:
    """Yield what the documents of a consolidation say that they receive from each other."""
    found: Counter[tuple[str, str, str]] = Counter()
    for entry in journal.entries:
        if entry.appliance and entry.reason in _LENT:
            found[entry.owner, entry.member, entry.what.partition(" (")[0]] += round(entry.quantity)
    if not found:
        yield prose("Aucun document ne dit d’appareil reçu d’une autre collectivité de la consolidation.")
        return
    yield Heading(2, "Appareils prêtés")
    yield Table(
        french("Appareils que les collectivités se prêtent"),
        (Column("De", 2), Column("À", 2), Column("Appareil", 2.6), Column("Nombre", 0.9, "right")),
        tuple(
            (owner, member, what, number(found[owner, member, what])) for owner, member, what in sorted(found)
        ),
    )
