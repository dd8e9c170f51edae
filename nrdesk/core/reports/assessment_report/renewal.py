"""The renewal of the park: ages by family, what reaches its term, systems no longer corrected, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.dates import partial_in_letters
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.inventory.renewal import (
    AHEAD,
    BANDS,
    AgeRow,
    DueYear,
    Ending,
    Renewal,
    care_of,
    group_of,
    renewal_of,
)
from nrdesk.core.reports.content import Block, Column, Heading, Table, bold, bullets
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter; nothing of an empty park."""
    renewal = renewal_of(assessment.result.lines, assessment.campaign.as_of)
    if not renewal.quantity:
        return
    yield Heading(1, "Le renouvellement du parc")
    yield prose(renewal.sentence, style="lead")
    yield prose(
        "Une échéance est une date pour regarder un appareil, pas pour le remplacer : vérifier, réparer, "
        "changer le système et garder viennent d’abord."
    )
    yield _ages(renewal)
    yield from _due(renewal)
    yield from _systems(renewal)


def _ages(renewal: Renewal) -> Table:
    columns = (
        Column("Famille", 2.2),
        *(Column(label, 1.3, "right") for _, label in BANDS),
        Column("sans date", 1, "right"),
        Column("Total", 0.8, "right"),
    )
    totals = [sum(row.counts[rank] for row in renewal.ages) for rank in range(len(BANDS))]
    undated = sum(row.undated for row in renewal.ages)
    total = ("Total", *map(number, totals), number(undated), number(renewal.quantity))
    rows = tuple(_age_cells(row) for row in renewal.ages)
    return Table("Nombre d’appareils selon leur âge, par famille", columns, rows, total)


def _age_cells(row: AgeRow) -> tuple[str, ...]:
    return (row.group, *map(number, row.counts), number(row.undated), number(row.total))


def _due(renewal: Renewal) -> Iterator[Block]:
    if not renewal.due:
        return
    yield Heading(2, french(f"Ce qui arrive à son terme d’ici {AHEAD} ans"))
    columns = (
        Column("Terme", 1.6),
        Column("Appareils", 0.9, "right"),
        Column("Prix d’achat d’alors", 1.6, "right"),
        Column("Prix connu pour", 1.2, "right"),
    )
    rows = tuple(_due_cells(year) for year in renewal.due)
    yield Table("Fin de la durée de vie prévue, par année", columns, rows)
    yield prose(
        "La durée prévue est celle de la ligne, sinon la règle de la collectivité, sinon la durée typique de "
        "la catégorie. Le montant additionne les prix payés à l’achat, hors taxes, quand ils sont connus : "
        "ce n’est pas un devis.",
        style="small",
    )
    groups = {group_of(due.line): None for year in renewal.due for due in year.dues}
    yield bullets(*((bold(french(f"{group} : ")), french(_lower(care_of(group)))) for group in groups))


def _due_cells(year: DueYear) -> tuple[str, ...]:
    when = "déjà dépassé" if year.year is None else str(year.year)
    known = count(year.priced, "appareil") if year.priced else "aucun"
    cost = f"{number(year.cost)}{NBSP}€ HT" if year.priced else "inconnu"
    return when, number(year.quantity), cost, known


def _systems(renewal: Renewal) -> Iterator[Block]:
    if not renewal.systems and not renewal.unknown_systems:
        return
    yield Heading(2, "Les systèmes en fin de support")
    if renewal.systems:
        columns = (
            Column("Système", 1.6),
            Column("Appareils", 0.8, "right"),
            Column("Fin des correctifs", 1.5),
            Column("Que faire", 3),
        )
        rows = tuple(
            (
                row.system.label,
                number(row.quantity),
                _end(row.system.support_end or "", row.ending, verified=row.system.verified),
                french(row.system.advice.text),
            )
            for row in renewal.systems
        )
        yield Table("Systèmes qui ne reçoivent plus de correctifs, ou bientôt plus", columns, rows)
        sources = sorted({row.system.source for row in renewal.systems})
        yield prose(f"Sources des dates : {' ; '.join(sources)}.", style="small")
    if renewal.unknown_systems:
        told = count(renewal.unknown_systems, "appareil a", "appareils ont")
        yield prose(
            f"{told} un système dont la version n’est pas écrite : sa fin de support ne peut pas être dite.",
            style="small",
        )


def _end(partial: str, ending: Ending, *, verified: bool) -> str:
    past = " (passée)" if ending is Ending.ENDED else ""
    return f"{partial_in_letters(partial)}{past}{'' if verified else ', à confirmer'}"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
