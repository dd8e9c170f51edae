"""Where the footprint comes from: groups of appliances, sites, other criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import Split
from nrdesk.core.formatting import NBSP, number, percent, precise, significant, span
from nrdesk.core.reports import wording
from nrdesk.core.reports.assessment_report.facts import appliances, group, park
from nrdesk.core.reports.content import Block, ChartSpec, Column, Figure, Heading, PageBreak, Series, Table
from nrdesk.core.reports.wording import french, prose

UNIT = f"kg{NBSP}éq.{NBSP}CO₂ par an"
BY_GROUP = "Empreinte annuelle de chaque famille d’équipements."
"""Caption of the chart of the groups."""
_NO_SITE = "Lieu non précisé"
_ROUNDED = "Les valeurs sont arrondies : leur somme peut s’écarter un peu du total."


def blocks(assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter, unless nothing is counted yet."""
    if not assessment.result.counted:
        return
    yield PageBreak()
    yield Heading(1, "D’où vient l’empreinte")
    yield from by_group(assessment)
    yield from _by_site(assessment)
    yield from _other_criteria(assessment)


def by_group(assessment: Assessment) -> Iterator[Block]:
    """Yield the footprint of each group of appliances, drawn and in figures; something must be counted."""
    groups = _heaviest_first(assessment.result.by_group[HEADLINE])
    yield Heading(2, "Par famille d’équipements")
    yield prose(
        "La fabrication comprend les matériaux, l’usine, le transport et la fin de vie ; elle est répartie "
        "sur les années de service. L’utilisation est l’électricité consommée dans l’année."
    )
    chart = ChartSpec(
        "bars",
        tuple(groups),
        (
            Series("Fabrication", tuple(split.manufacture for split in groups.values())),
            Series("Utilisation", tuple(split.use for split in groups.values())),
        ),
        UNIT,
        totals=tuple(wording.kilograms(split.total) for split in groups.values()),
    )
    yield Figure(
        chart,
        french(f"{BY_GROUP} Les chiffres sont dans le tableau qui suit."),
        _in_words(groups),
    )
    quantities = appliances((line for line in park(assessment) if line.complete), group)
    yield _table("Empreinte annuelle par famille", "Famille", groups, quantities)
    yield prose(_ROUNDED, style="small")


def _by_site(assessment: Assessment) -> Iterator[Block]:
    sites = _heaviest_first(assessment.result.by_site[HEADLINE])
    if len(sites) < 2:
        return
    named = {site or _NO_SITE: split for site, split in sites.items()}
    counted = (line for line in park(assessment) if line.complete)
    quantities = appliances(counted, lambda line: line.equipment.site or _NO_SITE)
    yield Heading(2, "Par lieu")
    yield _table("Empreinte annuelle par lieu", "Lieu", named, quantities)


def _other_criteria(assessment: Assessment) -> Iterator[Block]:
    result = assessment.result
    others = [total for id, total in result.totals.items() if id != HEADLINE and total.coverage_quantity]
    if not others:
        return
    rows = []
    for total in others:
        rows.append(
            (
                total.criterion.label,
                f"{precise(significant(total.value))}{NBSP}{total.criterion.unit_text}",
                _range(total.low, total.high),
                percent(total.coverage_quantity),
            )
        )
    yield Heading(2, "Autres effets sur l’environnement")
    yield prose(
        "Le climat n’est pas tout. Ces critères se lisent chacun pour soi et ne s’additionnent pas. Quand "
        "une faible part du parc est comptée, le total est un minimum."
    )
    columns = (Column("Critère", 2.4), Column("Valeur", 1.6, "right"), Column("Fourchette", 2, "right"),
               Column("Part du parc comptée", 1.3, "right"))  # fmt: skip
    yield Table("Autres effets, par an", columns, tuple(rows))


def _table(caption: str, first: str, splits: Mapping[str, Split], quantities: Mapping[str, int]) -> Table:
    whole = Split(sum(s.manufacture for s in splits.values()), sum(s.use for s in splits.values()))
    rows = tuple(_row(name, quantities.get(name, 0), split, whole) for name, split in splits.items())
    columns = (
        Column(first, 2.4),
        Column("Nombre", 1, "right"),
        Column("Fabrication (kg/an)", 1.2, "right"),
        Column("Utilisation (kg/an)", 1.2, "right"),
        Column("Ensemble (kg/an)", 1.2, "right"),
        Column("Part", 0.8, "right"),
    )
    total = _row("Total", sum(quantities.get(name, 0) for name in splits), whole, whole)
    return Table(f"{caption} (kg{NBSP}éq.{NBSP}CO₂)", columns, rows, total)


def _row(name: str, quantity: int, split: Split, whole: Split) -> tuple[str, ...]:
    amounts = (wording.kilograms(value) for value in (split.manufacture, split.use, split.total))
    return (name, number(quantity), *amounts, wording.share(split.total, whole.total))


def _in_words(groups: Mapping[str, Split]) -> str:
    """Return the chart in words, for who cannot see it."""
    told = [
        f"{name} {wording.kilograms(split.total)} kg, dont {wording.kilograms(split.manufacture)} de "
        "fabrication"
        for name, split in groups.items()
    ]
    return french(f"Barres empilées, en {UNIT}, de la plus longue à la plus courte : {' ; '.join(told)}.")


def _heaviest_first(splits: Mapping[str, Split]) -> dict[str, Split]:
    return dict(sorted(splits.items(), key=lambda item: (-item[1].total, item[0])))


def _range(low: float, high: float) -> str:
    if low >= 1:
        return span(low, high)
    return f"entre {precise(significant(low))} et {precise(significant(high))}"
