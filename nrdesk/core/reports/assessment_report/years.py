"""From one year to the next: what changed and why, what was bought in the year, what other sources say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment, assess
from nrdesk.core.assessment.families import FamilyFigure, compare_families
from nrdesk.core.assessment.years import YearComparison, compare, previous, signed_mass
from nrdesk.core.footprint import FlowResult, flow_of
from nrdesk.core.footprint.decomposition import Decomposition, Effect
from nrdesk.core.formatting import NBSP, count, mass, percent, span
from nrdesk.core.reports import wording
from nrdesk.core.reports.content import (
    Block,
    Callout,
    ChartSpec,
    Column,
    Figure,
    Heading,
    Series,
    Table,
)
from nrdesk.core.reports.wording import french, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_UNIT = f"kg{NBSP}éq.{NBSP}CO₂ par an"
_PARK, _COUNTING = "le parc", "la façon de compter"
_MEANINGS = {
    Effect.NUMBER: "Plus ou moins d’équipements, à nature égale",
    Effect.MIX: "D’autres équipements, plus lourds ou plus légers",
    Effect.LIFETIME: "Des équipements gardés plus ou moins longtemps",
    Effect.USAGE: "Plus ou moins d’électricité par équipement",
    Effect.REFURBISHED: "Plus ou moins de reconditionné",
    Effect.FACTORS: "Des valeurs publiées qui ont changé, électricité comprise",
    Effect.PERIMETER: "Des lignes complétées, des lieux ajoutés ou retirés",
}


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapters; nothing while nothing is counted."""
    if not assessment.result.counted:
        return
    if before := previous(document, assessment.campaign):
        found = compare(assess(document, before), assessment)
        if found.headline.before:
            yield from _story(found)
    yield Heading(1, "D’autres lectures du même parc")
    yield from _flow(flow_of(assessment.result))
    yield from _families(compare_families(document, assessment.campaign))


def _story(found: YearComparison) -> Iterator[Block]:
    first, last = found.before.campaign.year, found.after.campaign.year
    yield Heading(1, f"De {first} à {last}")
    for sentence in found.sentences:
        yield prose(sentence)
    yield from difference(found.headline, first, last)
    yield _constant(found)


def difference(split: Decomposition, first: int, last: int) -> Iterator[Block]:
    """Yield what the difference of greenhouse gases between two years is made of; nothing without any."""
    if not any(split.effects.values()):
        return
    yield Heading(2, "Ce qui explique la différence")
    yield _chart(split, first, last)
    yield _effects(split, first, last)
    yield prose(
        "Chaque effet est la moyenne de ce qu’il change dans tous les ordres possibles (valeur de "
        "Shapley) : leur somme est la différence, exactement. Les valeurs affichées sont arrondies.",
        style="small",
    )


def _constant(found: YearComparison) -> Callout:
    first, last = found.before.campaign.year, found.after.campaign.year
    then = found.at_constant_method.headline
    value = mass(then.value, then.low, then.high)
    return Callout(
        "À méthode constante",
        (
            prose(
                f"Compté avec les facteurs et les hypothèses de {last}, l’inventaire de {first} pèse "
                f"{value} par an. L’écart est alors de {signed_mass(found.at_constant)}. C’est lui qui dit "
                "ce qui a été fait : une électricité mieux connue ou plus propre n’est pas un mérite de la "
                "collectivité."
            ),
        ),
    )


def _chart(split: Decomposition, first: int, last: int) -> Figure:
    told = [(effect, value) for effect, value in split.effects.items() if value]
    ways = (
        Series("Hausse", tuple(max(value, 0.0) for _, value in told)),
        Series("Baisse", tuple(min(value, 0.0) for _, value in told)),
    )
    chart = ChartSpec(
        "bars",
        tuple(effect.label for effect, _ in told),
        tuple(series for series in ways if any(series.values)),
        _UNIT,
        totals=tuple(_signed(value) for _, value in told),
    )
    words = " ; ".join(f"{effect.label.lower()} {_signed(value)} kg" for effect, value in told)
    return Figure(
        chart,
        french(f"Ce que chaque effet ajoute ou retire entre {first} et {last}."),
        french(f"Barres, en {_UNIT}, à droite pour une hausse, à gauche pour une baisse : {words}."),
    )


def _effects(split: Decomposition, first: int, last: int) -> Table:
    rows = tuple(
        (
            effect.label,
            _COUNTING if effect.of_method else _PARK,
            french(_MEANINGS[effect]),
            _signed(value),
        )
        for effect, value in split.effects.items()
    )
    total = (f"De {first} à {last}", "", "", _signed(split.difference))
    columns = (
        Column("Effet", 1.7),
        Column("Il vient de", 1.2),
        Column("Ce qu’il mesure", 2.6),
        Column("kg par an", 1, "right"),
    )
    return Table(f"Effets sur l’empreinte annuelle (kg{NBSP}éq.{NBSP}CO₂)", columns, rows, total)


def _flow(flow: FlowResult) -> Iterator[Block]:
    total = flow.totals[HEADLINE]
    yield Heading(2, f"Les achats de {flow.year}")
    yield prose(
        "Le reste de ce document répartit la fabrication de chaque équipement sur sa durée de vie. Ici, les "
        "achats de l’année comptent en entier, l’année où ils ont été décidés. Ce sont deux lectures du "
        "même parc : elles ne s’additionnent pas."
    )
    if not flow.bought:
        yield prose(f"Aucun équipement de l’inventaire n’a été acheté en {flow.year}.")
    else:
        bought = count(flow.bought, "équipement acheté", "équipements achetés")
        yield prose(
            f"{bought} en {flow.year}, pour {mass(total.manufacture)} de fabrication. Avec l’électricité "
            f"de l’année ({mass(total.use)}), l’année {flow.year} a causé "
            f"{mass(total.value, total.low, total.high)}."
        )
        if total.coverage_quantity < 1:
            yield prose(f"{percent(1 - total.coverage_quantity)} de ces achats n’ont pas de facteur.")
    if flow.left_out:
        left = count(flow.left_out, "équipement", "équipements")
        yield prose(f"{left} sans année d’achat ne peuvent être placés dans aucune année.")


def _families(figures: tuple[FamilyFigure, ...]) -> Iterator[Block]:
    yield Heading(2, "Comparer les sources")
    yield prose(
        "Les organismes qui publient des facteurs ne mesurent pas les mêmes appareils ni de la même façon : "
        "pour un écran, ils diffèrent de un à cinq. Le même inventaire est compté ici avec chacun. Un total "
        "ne mélange jamais deux familles sans le dire."
    )
    columns = (
        Column("Famille de facteurs", 2.2),
        Column("Empreinte annuelle", 1.4, "right"),
        Column("Fourchette", 1.8, "right"),
        Column("Parc compté", 1, "right"),
    )
    yield Table(
        f"Le même inventaire selon la source (kg{NBSP}éq.{NBSP}CO₂ par an)",
        columns,
        tuple(_family(figure) for figure in figures),
    )
    if figures[0].kept:
        yield prose(
            "La première ligne est figée ; les autres sont calculées avec les facteurs d’aujourd’hui.",
            style="small",
        )


def _family(figure: FamilyFigure) -> tuple[str, ...]:
    label = f"{figure.label} (retenue)" if figure.chosen else figure.label
    if not figure.totals:
        return (label, "illisible", "", "")
    total = figure.totals[HEADLINE]
    return (
        label,
        wording.kilograms(total.value),
        span(total.low, total.high) if total.value else "",
        percent(figure.coverage),
    )


def _signed(value: float) -> str:
    """Return a change in kilograms with its sign."""
    text = wording.kilograms(abs(value))
    return text if not value else f"{'−' if value < 0 else '+'}{NBSP}{text}"
