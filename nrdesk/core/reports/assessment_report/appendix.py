"""The whole inventory, each line with what its figure is made of: anyone can work it out again."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import LineResult
from nrdesk.core.formatting import NBSP, count, number, precise, trimmed
from nrdesk.core.inventory.fields import FIELD
from nrdesk.core.reports import wording
from nrdesk.core.reports.assessment_report.facts import park
from nrdesk.core.reports.assessment_report.park import NOT_COUNTED, name
from nrdesk.core.reports.assessment_report.sources import Sources, electricity, impact_of_kwh
from nrdesk.core.reports.content import Block, Callout, Column, Heading, PageBreak, Table
from nrdesk.core.reports.wording import french, prose

_LONGEST = 1_000
"""Lines of the appendix; a longer inventory would make a book that nobody opens."""
_COLUMNS = (
    Column("N°", 1.0),
    Column("Équipement", 2.5),
    Column("Lieu", 1.5),
    Column("Achat", 1.5),
    Column("Nb", 0.7, "right"),
    Column("Ans", 0.85, "right"),
    Column("Fabric. (kg)", 1.1, "right"),
    Column("Réf.", 0.75, "right"),
    Column("kWh", 0.95, "right"),
    Column("Réf.", 0.75, "right"),
    Column("kg/an", 1.15, "right"),
)


def blocks(assessment: Assessment, sources: Sources) -> Iterator[Block]:
    """Yield the chapter, unless the inventory is empty."""
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
