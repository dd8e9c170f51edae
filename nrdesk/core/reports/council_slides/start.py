"""Where we start: the figures, where they come from, what was done, what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order
from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint.wording import years as in_years
from nrdesk.core.formatting import NBSP, count, number, percent
from nrdesk.core.model import Finding, PastAction, PastActionStatus, SynthesisItem
from nrdesk.core.reports import inserts, wording
from nrdesk.core.reports.assessment_report.facts import mean_age, park
from nrdesk.core.reports.content import ChartSpec, Figure, KeyFigure, KeyFigures, Series, bold
from nrdesk.core.reports.slides import (
    BulletSlide,
    ChartSlide,
    ColumnsSlide,
    FiguresSlide,
    Item,
    ListColumn,
    Slide,
    items,
)
from nrdesk.core.reports.wording import french, sentence
from nrdesk.core.roadmap import Facts

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_MOST_FAMILIES, _MOST_DONE, _MOST_FOUND = 7, 5, 4
_SIDES = (("Nos forces", Finding.STRENGTH), ("Nos faiblesses", Finding.WEAKNESS))


def slides(document: Document, facts: Facts, assessment: Assessment) -> Iterator[Slide]:
    """Yield the first part."""
    if assessment.result.counted:
        yield _figures(document, assessment)
        yield from _families(document, assessment)
    yield from _done(facts.all(PastAction))
    yield from _findings(facts)


def _figures(document: Document, assessment: Assessment) -> Slide:
    (found,) = (each for each in inserts.blocks(document, "key_figures", assessment)[:1])
    shown = found.figures if isinstance(found, KeyFigures) else ()
    lines = park(assessment)
    quantity = assessment.result.quantity
    age = mean_age(lines, assessment.campaign.as_of)
    aged = f"{in_years(age)} en moyenne" if age is not None else ""
    figures = (*shown[:3], KeyFigure(number(quantity), "appareils", aged)) if len(shown) < 4 else shown
    return FiguresSlide(
        french("D’où nous partons : le poids de notre numérique"),
        figures[:4],
        french(
            f"Inventaire de {assessment.campaign.year} : ce qu’utilisent nos services, pas les habitants. "
            "Ce sont des ordres de grandeur : une évaluation, pas une mesure."
        ),
        notes=french(
            "\n".join(
                [
                    *(each.replace("Votre parc", "Notre parc") for each in assessment.sentences),
                    "À dire : un kilogramme équivalent CO₂ additionne tous les gaz qui chauffent le climat.",
                    "Si l’on demande une comparaison : rester dans l’ordre de grandeur, et renvoyer à l’état "
                    "des lieux, qui donne la méthode et les fourchettes.",
                ]
            )
        ),
    )


def _families(document: Document, assessment: Assessment) -> Iterator[Slide]:
    found = [
        block
        for block in inserts.blocks(document, "footprint_by_family", assessment)
        if isinstance(block, Figure) and isinstance(block.chart, ChartSpec)
    ]
    total = assessment.headline
    if not found or not total.value:
        return
    figure = found[0]
    chart = figure.chart
    assert isinstance(chart, ChartSpec)
    heaviest = chart.labels[0]
    groups = assessment.result.by_group[HEADLINE]
    share = wording.share(groups[heaviest].total, total.value) if heaviest in groups else ""
    making = percent(total.manufacture / total.value)
    words = [
        (bold(making), french(" vient de la fabrication des appareils, le reste de l’électricité.")),
        (bold(heaviest), french(f" : {share} de l’empreinte des équipements.")),
    ]
    lesson = (
        "Premier levier : garder plus longtemps ce que nous avons."
        if total.manufacture > total.use
        else "Premier levier : éteindre ce qui ne sert pas."
    )
    yield ChartSlide(
        french("Ce qui pèse : famille par famille"),
        _heaviest(chart),
        figure.alt,
        items(*words, french(lesson)),
        notes=french(
            f"{figure.alt}\nLe graphique se modifie dans PowerPoint : clic droit, modifier les données."
        ),
    )


def _heaviest(chart: ChartSpec) -> ChartSpec:
    """Return a chart of the heaviest families, the others together."""
    if len(chart.labels) <= _MOST_FAMILIES:
        return chart
    kept = _MOST_FAMILIES - 1
    series = tuple(Series(each.name, (*each.values[:kept], sum(each.values[kept:]))) for each in chart.series)
    rest = sum(each.values[-1] for each in series)
    return ChartSpec(
        chart.kind,
        (*chart.labels[:kept], "Autres"),
        series,
        chart.unit,
        (*chart.totals[:kept], wording.kilograms(rest)) if chart.totals else (),
        chart.axis,
    )


def _done(actions: Iterable[PastAction]) -> Iterator[Slide]:
    """Yield what was done, with its result: we do not start from nothing."""
    done = [each for each in actions if each.status is PastActionStatus.DONE and each.title.strip()]
    told = [each for each in done if each.result.strip()]
    if not done:
        return
    first = sorted(told or done, key=lambda each: not any(sign.isdigit() for sign in each.result))
    left = len(done) - len(first[:_MOST_DONE])
    more = count(left, "autre action est terminée", "autres actions sont terminées") if left else ""
    yield BulletSlide(
        french("Nous ne partons pas de rien : ce qui est déjà fait"),
        (*map(_action, first[:_MOST_DONE]), *items(*([f"Et {more}."] if more else []))),
        notes=french("\n".join(f"{each.title} : {each.result}" for each in done)),
    )


def _action(action: PastAction) -> Item:
    title = bold(action.title.strip().rstrip("."))
    return (title, *items(f"{NBSP}: {sentence(action.result)}")[0]) if action.result.strip() else (title,)


def _findings(facts: Facts) -> Iterator[Slide]:
    found = in_order(each for each in facts.all(SynthesisItem) if each.text.strip())
    left, right = (_side(title, kind, found) for title, kind in _SIDES)
    if left.items or right.items:
        yield ColumnsSlide(
            "Ce que l’état des lieux nous dit",
            left,
            right,
            notes=french("\n".join(f"{each.text} (d’après : {each.basis})" for each in found if each.basis)),
        )


def _side(title: str, kind: Finding, found: Iterable[SynthesisItem]) -> ListColumn:
    texts = [sentence(each.text) for each in found if each.finding is kind]
    return ListColumn(title, items(*texts[:_MOST_FOUND]))
