"""The inventory: what there is, how old it is, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import LineResult
from nrdesk.core.footprint.wording import years
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.model import Acquisition
from nrdesk.core.reports import wording
from nrdesk.core.reports.assessment_report.facts import OLDEST, ages, appliances, mean_age, park
from nrdesk.core.reports.content import (
    Block,
    Callout,
    ChartSpec,
    Column,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Series,
    Table,
)
from nrdesk.core.reports.wording import french, prose
from nrdesk.core.written.words import normal

_NO_CATEGORY = "Sans catégorie"
NOT_COUNTED = "non compté"
_LONGEST_LIST = 40
"""Incomplete lines listed one by one; beyond, the reader works in the spreadsheet."""


def blocks(assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter on the inventory, unless it is empty."""
    lines = park(assessment)
    if not lines:
        return
    yield PageBreak()
    yield Heading(1, "Le parc d’équipements")
    yield _summary(assessment, lines)
    yield _by_category(assessment, lines)
    if any(ages(lines, assessment.campaign.as_of)):
        yield from _by_age(assessment, lines)


def _summary(assessment: Assessment, lines: list[LineResult]) -> Paragraph:
    told = [
        f"L’inventaire décrit {count(assessment.result.quantity, 'équipement')} en "
        f"{count(len(lines), 'ligne')}."
    ]
    refurbished = _quantity(lines, Acquisition.REFURBISHED)
    if refurbished:
        portion = wording.share(refurbished, assessment.result.quantity)
        told.append(
            f"{count(refurbished, 'équipement est reconditionné', 'équipements sont reconditionnés')} "
            f"({portion})."
        )
    if idle := assessment.result.idle:
        told.append(
            f"{count(idle, 'équipement attend', 'équipements attendent')} en réserve ou hors service : leur "
            "fabrication compte, pas leur électricité."
        )
    return prose(" ".join(told))


def _by_category(assessment: Assessment, lines: list[LineResult]) -> Table:
    quantities = appliances(lines, _category)
    known = assessment.method.factors.categories
    splits = assessment.result.by_category[HEADLINE]
    footprints = {known[id].label: split.total for id, split in splits.items()}
    whole = sum(footprints.values())
    rows = tuple(
        (
            name,
            number(quantities[name]),
            _mean_age([line for line in lines if _category(line) == name], assessment.campaign.as_of),
            wording.kilograms(footprints[name]) if name in footprints else NOT_COUNTED,
            wording.share(footprints[name], whole) if name in footprints else "",
        )
        for name in sorted(quantities, key=lambda name: (-footprints.get(name, 0.0), normal(name)))
    )
    columns = (
        Column("Catégorie", 3.4),
        Column("Nombre", 1, "right"),
        Column("Âge moyen", 1.1, "right"),
        Column("kg/an", 1.1, "right"),
        Column("Part", 0.8, "right"),
    )
    total = (
        "Total",
        number(assessment.result.quantity),
        _mean_age(lines, assessment.campaign.as_of),
        wording.kilograms(whole),
        wording.share(whole, whole),
    )
    return Table(f"Le parc par catégorie (kg{NBSP}éq.{NBSP}CO₂ par an)", columns, rows, total)


def _by_age(assessment: Assessment, lines: list[LineResult]) -> Iterator[Block]:
    counts = ages(lines, assessment.campaign.as_of)
    labels = ("moins d’un an", *map(str, range(1, OLDEST)), f"{OLDEST} et plus")
    undated = assessment.result.quantity - sum(counts)
    yield Heading(2, "L’âge des équipements")
    yield prose(
        "Un appareil qui sert longtemps répartit le poids de sa fabrication sur plus d’années. "
        + (f"{count(undated, 'équipement n’a', 'équipements n’ont')} pas de date d’achat." if undated else "")
    )
    shown = ("< 1", *labels[1:-1], f"{OLDEST} +")
    told = [f"{label} : {number(n)}" for label, n in zip(labels, counts, strict=True) if n]
    yield Figure(
        ChartSpec(
            "columns",
            shown,
            (Series("Équipements", tuple(map(float, counts))),),
            "équipements",
            axis="âge en années",
        ),
        "Nombre d’équipements selon leur âge. Les chiffres sont dans le tableau qui suit.",
        french(f"Colonnes : nombre d’équipements selon leur âge en années. {' ; '.join(told)}."),
    )
    columns = (Column("Âge en années", 2), Column("Nombre", 1, "right"), Column("Part", 1, "right"))
    rows = [
        (label, number(n), wording.share(n, assessment.result.quantity))
        for label, n in zip(labels, counts, strict=True)
        if n
    ]
    if undated:
        rows.append(("sans date", number(undated), wording.share(undated, assessment.result.quantity)))
    yield Table("Âge des équipements à la date de l’inventaire", columns, tuple(rows))


def to_complete(assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter on what is missing, unless the inventory is empty."""
    if not park(assessment):
        return
    incomplete = assessment.result.incomplete
    yield PageBreak()
    yield Heading(1, "Ce qu’il reste à compléter")
    if not incomplete:
        yield prose("Toutes les lignes de l’inventaire sont comptées.")
    else:
        yield prose(
            f"{count(len(incomplete), 'ligne n’est pas comptée', 'lignes ne sont pas comptées')} dans "
            "l’empreinte, parce qu’il leur manque une donnée. Elles ne valent pas zéro : elles s’ajouteront "
            "au total."
        )
        columns = (Column("Équipement", 2.6), Column("Lieu", 1.6), Column("Nombre", 0.8, "right"),
                   Column("Ce qui manque", 2.4))  # fmt: skip
        rows = tuple(
            (name(line), line.equipment.site, number(line.quantity), wording.listed(list(line.missing)))
            for line in incomplete[:_LONGEST_LIST]
        )
        yield Table("Lignes à compléter", columns, rows)
        if (others := len(incomplete) - _LONGEST_LIST) > 0:
            yield prose(f"Et {count(others, 'autre ligne', 'autres lignes')}.", style="small")
    if advice := assessment.next_most_useful:
        yield Callout("La donnée la plus utile à chercher", (prose(f"{advice.rstrip('.')}."),))


def _category(line: LineResult) -> str:
    return line.recipe.category.label if line.recipe.category else _NO_CATEGORY


def name(line: LineResult) -> str:
    """Return what an appliance is called in a list: its kind, brand and model."""
    model = f"{line.equipment.brand} {line.equipment.model}".strip()
    # The precision that a label gives in brackets matters when one chooses it, not in a list.
    kind = _category(line).partition(" (")[0]
    return f"{kind}, {model}" if model else kind


def _mean_age(lines: list[LineResult], as_of: str) -> str:
    age = mean_age(lines, as_of)
    return "inconnu" if age is None else years(age)


def _quantity(lines: list[LineResult], acquisition: Acquisition) -> int:
    return sum(line.quantity for line in lines if line.equipment.acquisition is acquisition)
