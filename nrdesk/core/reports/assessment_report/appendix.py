"""The inventory and the services, each line with what its figure is made of, to work it out again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.assessment.services import services_of
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.services import ServicesResult
from nrdesk.core.footprint.services_explained import source_text
from nrdesk.core.formatting import NBSP, count, number, precise, trimmed
from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.reports import wording
from nrdesk.core.reports.assessment_report import services
from nrdesk.core.reports.assessment_report.facts import park
from nrdesk.core.reports.assessment_report.park import NOT_COUNTED, name
from nrdesk.core.reports.assessment_report.sources import Sources, electricity, impact_of_kwh
from nrdesk.core.reports.content import Block, Callout, Column, Heading, PageBreak, Table
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_LONGEST = 1_000
"""Lines of the appendix; a longer inventory would make a book that nobody opens."""
_COLUMNS = (
    Column("N°", 1.0),
    Column("Équipement", 2.4),
    Column("Lieu", 1.7),
    Column("Achat", 1.45),
    Column("Nb", 0.7, "right"),
    Column("Ans", 0.85, "right"),
    Column("Fabric. (kg)", 1.1, "right"),
    Column("Réf.", 0.75, "right"),
    Column("kWh", 0.95, "right"),
    Column("Réf.", 0.75, "right"),
    Column("kg/an", 1.15, "right"),
)


def blocks(document: Document, assessment: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield the inventory, then the services, line by line; nothing of what is empty."""
    yield from _inventory(assessment, sources)
    yield from _services(assessment, services_of(document, assessment))


def _inventory(assessment: Assessment, sources: Sources) -> Iterator[Block]:
    lines = park(assessment)
    if not lines:
        return
    yield PageBreak()
    yield Heading(1, french("Annexe : l’inventaire"))
    if len(lines) > _LONGEST:
        yield prose(
            f"L’inventaire compte {count(len(lines), 'ligne')} : il est fourni à part, dans le classeur « "
            "inventaire »."
        )
        return
    if assessment.result.counted:
        yield _how_to_read(assessment, sources)
    yield Table(
        f"Inventaire ligne par ligne, avec son empreinte en kg{NBSP}éq.{NBSP}CO₂ par an",
        _COLUMNS,
        tuple(_row(line, sources) for line in lines),
    )


def _services(assessment: Assessment, result: ServicesResult) -> Iterator[Block]:
    """Yield what the figure of each counted service is made of."""
    if not result.counted:
        return
    numbers = services.numbered_sources(result)
    rows = tuple(
        (
            line.name,
            precise(line.quantity),
            line.kind.unit_text,
            precise(line.unit_value, 3),
            precise(line.kind.kwh or 0.0, 3),
            str(numbers[source_text(line.kind)]),
            wording.kilograms(line.value or 0.0),
        )
        for line in result.counted
        if line.kind
    )
    columns = (
        Column("Service", 2.6),
        Column("Quantité", 1.2, "right"),
        Column("Unité", 2.2),
        Column("kg par unité", 1.15, "right"),
        Column("kWh par unité", 1.15, "right"),
        Column("Réf.", 0.8, "right"),
        Column("kg/an", 1.0, "right"),
    )
    per_kwh = precise(assessment.method.per_kwh.get(HEADLINE, 0.0))
    yield Heading(1, french("Annexe : les services"))
    yield prose(
        f"Empreinte d’une ligne = quantité × (kg par unité + kWh par unité × {per_kwh}). Les numéros "
        f"renvoient à la liste des sources du chapitre « {services.TITLE} »."
    )
    yield Table(f"Services ligne par ligne, en kg{NBSP}éq.{NBSP}CO₂ par an", columns, rows)


def _how_to_read(assessment: Assessment, sources: Sources) -> Callout:
    told = [
        prose(
            "Empreinte d’une ligne = nombre × (fabrication ÷ années de service + kWh par an × empreinte d’un "
            "kWh). La fabrication et les kWh sont ceux d’un seul appareil ; les numéros renvoient à la liste "
            "du chapitre « Sources ». Pour un reconditionné, la fabrication est la part retenue."
        )
    ]
    if kilowatt_hour := impact_of_kwh(assessment, sources):
        told.append(prose(kilowatt_hour))
    return Callout("Refaire le calcul", tuple(told))


def _row(line: LineResult, sources: Sources) -> tuple[str, ...]:
    equipment, total = line.equipment, line.total(HEADLINE)
    counted = total is not None
    return (
        equipment.number,
        name(line),
        equipment.site,
        FIELD["purchased"].show(equipment),
        number(line.quantity),
        trimmed(line.lifetime.years, 1) if counted else "",
        *(_making(line, sources) if counted else ("", "")),
        *(_use(line, sources) if counted else ("", "")),
        wording.kilograms(total) if total is not None else NOT_COUNTED,
    )


def _making(line: LineResult, sources: Sources) -> tuple[str, str]:
    """Return the manufacture counted for one appliance, and the number of its source."""
    recipe = line.recipe
    return precise(recipe.manufacture[HEADLINE], 3), sources.of_factor(recipe.made[HEADLINE])


def _use(line: LineResult, sources: Sources) -> tuple[str, str]:
    return electricity(line.recipe, sources, line.kwh, precise(line.kwh, 3))
