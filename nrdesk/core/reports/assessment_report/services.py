"""What digital services weigh beside the appliances, and what is not counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.footprint.doubles import Rule
from nrdesk.core.footprint.services import Amount, ServiceLine, ServicesResult
from nrdesk.core.footprint.services_explained import reason, source_text
from nrdesk.core.formatting import NBSP, mass, precise, rounded, span, trimmed, with_unit
from nrdesk.core.model import WebSite
from nrdesk.core.reports.content import (
    Block,
    BulletList,
    ChartSpec,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Piece,
    Series,
    Table,
    bold,
    bullets,
    runs,
)
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Les services numériques"
_UNIT = f"kg{NBSP}éq.{NBSP}CO₂ par an"
_NONE = "–"


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter; nothing while no service and no web site is entered."""
    result = services_of(document, assessment)
    if not result.lines:
        return
    yield Heading(1, TITLE)
    if result.counted:
        yield from _figures(assessment, result)
        yield from _chart(result)
        yield from _counted(result)
    yield from _left_out(result)
    yield from _web_sites(result)
    yield from _rules(result)
    yield from _sources(result)


def _figures(assessment: Assessment, result: ServicesResult) -> Iterator[Block]:
    whole = combined(assessment, result)
    total = whole.total if whole.equipment.value else result.total
    yield prose(
        "Au-delà des appareils, les services utilisés dans l’année pèsent environ ",
        bold(f"{_mass(result.total)} par{NBSP}an"),
        f" ({_range(result.total)}). L’évaluation multiplie chaque quantité par une valeur publiée ; "
        "l’électricité des hébergeurs est comptée comme celle du territoire.",
        style="lead",
    )
    if whole.equipment.value:
        yield KeyFigures(
            (
                KeyFigure(_mass(whole.equipment), "Équipements", _range(whole.equipment)),
                KeyFigure(_mass(result.total), "Services", _range(result.total)),
                KeyFigure(_mass(total), "Ensemble", _range(total)),
            )
        )
        yield prose(
            "Ce que l’inventaire compte n’est pas compté une seconde fois dans les services. La fourchette "
            "de l’ensemble suppose les doutes indépendants, sauf l’électricité, commune aux deux.",
            style="small",
        )


def _chart(result: ServicesResult) -> Iterator[Block]:
    groups = result.by_group
    if len(groups) < 2:
        return
    told = " ; ".join(f"{name} {_kg(one)} kg" for name, one in groups.items())
    yield Figure(
        ChartSpec(
            "bars",
            tuple(groups),
            (Series("Services", tuple(one.value for one in groups.values())),),
            _UNIT,
            totals=tuple(_kg(one) for one in groups.values()),
        ),
        french("Empreinte annuelle de chaque famille de services."),
        french(f"Barres, en {_UNIT}, de la plus longue à la plus courte : {told}."),
    )


def _counted(result: ServicesResult) -> Iterator[Block]:
    numbers = numbered_sources(result)
    lines = sorted(result.counted, key=lambda line: -(line.value or 0.0))
    rows = tuple(
        (
            line.name,
            _quantity(line),
            _kg(_amount(line)),
            _limits(_amount(line)),
            str(numbers[source_text(line.kind)]),
        )
        for line in lines
        if line.kind
    )
    columns = (
        Column("Service", 2.4),
        Column("Quantité de l’année", 2),
        Column("kg éq. CO₂", 0.9, "right"),
        Column("Fourchette", 1.4, "right"),
        Column("Source", 0.7, "right"),
    )
    total = ("Total", "", _kg(result.total), _limits(result.total), "")
    yield Table(f"Services comptés, en {_UNIT}", columns, rows, total)


def _web_sites(result: ServicesResult) -> Iterator[Block]:
    sites = [line for line in result.lines if isinstance(line.record, WebSite)]
    if not sites:
        return
    columns = (
        Column("Site", 2.4),
        Column("Page d’accueil (ko)", 1.2, "right"),
        Column("Pages vues", 1.2, "right"),
        Column("EcoIndex", 1, "right"),
        Column("kg éq. CO₂ par an", 1.2, "right"),
    )
    yield Heading(2, "Sites web")
    yield Table("Sites web de la collectivité", columns, tuple(_site(line) for line in sites))
    yield prose(
        "Périmètre : le réseau, la box du visiteur et le centre de données. Ni l’ordinateur ni le téléphone "
        "du visiteur, qui ne sont pas à la collectivité. L’EcoIndex, note de 0 à 100, dit la qualité de la "
        "page et n’entre pas dans le calcul.",
        style="small",
    )


def _site(line: ServiceLine) -> tuple[str, ...]:
    record = line.record
    assert isinstance(record, WebSite)
    page, views, score = (
        _NONE if value is None else trimmed(value, 0)
        for value in (record.page_kb, record.yearly_views, record.ecoindex)
    )
    return line.name, page, views, score, "non compté" if line.value is None else _kg(_amount(line))


def _left_out(result: ServicesResult) -> Iterator[Block]:
    if not result.excluded:
        return
    columns = (
        Column("Service", 1.8),
        Column("Pèserait (kg/an)", 1, "right"),
        Column("Pourquoi il n’est pas compté", 3.6),
    )
    rows = tuple(
        (line.name, _NONE if line.weight is None else _kg(_amount(line)), reason(line))
        for line in result.excluded
    )
    yield Table("Services montrés, mais pas ajoutés au total", columns, rows)


def _rules(result: ServicesResult) -> Iterator[Block]:
    if not result.acting:
        return
    yield Heading(2, "Ce qui n’est pas compté deux fois")
    yield prose(
        "Une même chose se dit parfois de deux façons, en appareils et en euros par exemple. Ces règles "
        "n’en comptent qu’une."
    )
    yield bullets(*(_rule(rule, lines) for rule, lines in result.acting.items()))


def _rule(rule: Rule, lines: tuple[ServiceLine, ...]) -> tuple[Piece, ...]:
    names = ", ".join(line.name for line in lines)
    return bold(f"{rule.label}."), f" {rule.sentence} ({names}.)"


def _sources(result: ServicesResult) -> Iterator[Block]:
    numbers = numbered_sources(result)
    if numbers:
        yield Heading(2, "Sources des valeurs des services")
        yield BulletList(tuple(runs(french(f"{source}.")) for source in numbers), numbered=True)
        yield prose(f"Catalogue des services de nrdesk, version {result.services.version}.", style="small")


def numbered_sources(result: ServicesResult) -> dict[str, int]:
    """Return the sources of the counted lines, the heaviest first, with their number."""
    numbers: dict[str, int] = {}
    for line in sorted(result.counted, key=lambda line: -(line.value or 0.0)):
        if line.kind:
            numbers.setdefault(source_text(line.kind), len(numbers) + 1)
    return numbers


def _quantity(line: ServiceLine) -> str:
    if line.kind is None:
        return _NONE
    return with_unit(precise(line.quantity, 3), line.quantity, line.kind.unit_text)


def _amount(line: ServiceLine) -> Amount:
    whole = line.spread
    return Amount(whole.value, *whole.range())


def _mass(amount: Amount) -> str:
    return mass(amount.value, amount.low, amount.high)


def _kg(amount: Amount) -> str:
    return rounded(amount.value, amount.low, amount.high)


def _range(amount: Amount) -> str:
    """Return the range in the unit of the mass: "entre 1,5 et 3,0 t"."""
    scale, unit = (1000, "t") if amount.value >= 1000 else (1, "kg")
    return f"{span(amount.low / scale, amount.high / scale)}{NBSP}{unit}"


def _limits(amount: Amount) -> str:
    return span(amount.low, amount.high) if amount.value else _NONE
