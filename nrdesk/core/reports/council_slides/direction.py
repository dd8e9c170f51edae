"""Where we go: the ambition, who carries it, the axes and their objectives, whether the park can follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.ambition import in_order, value_text, weight_sentence
from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.aim import Verdict
from nrdesk.core.assessment.reachability import Reach, reach
from nrdesk.core.formatting import significant
from nrdesk.core.model import Ambition, Objective, PriorityAxis
from nrdesk.core.reports import content, inserts
from nrdesk.core.reports.content import ChartSpec, Column, Run, Series, Table, bold
from nrdesk.core.reports.slides import BulletSlide, ChartSlide, Item, QuoteSlide, Slide, TableSlide, items
from nrdesk.core.reports.wording import french, sentence
from nrdesk.core.richtext.characters import clean
from nrdesk.core.roadmap import Facts

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_MOST_QUOTES, _MOST_OPTIONS = 2, 2


def slides(document: Document, facts: Facts, assessment: Assessment) -> Iterator[Slide]:
    """Yield the second part."""
    yield from _ambition(facts)
    yield from _quotes(document, assessment)
    yield from _objectives(facts)
    yield from _reach(document, facts, assessment)


def _ambition(facts: Facts) -> Iterator[Slide]:
    found = next((each for each in facts.all(Ambition) if each.text.strip()), None)
    if found is None:
        return
    told: list[Item] = [
        _item(name, text)
        for name, text in (
            ("Ce qu’elle couvre", found.scope),
            ("Pour qui d’abord", found.publics),
            ("Ce que nous ne ferons pas", found.renounced),
        )
        if text.strip()
    ]
    yield BulletSlide(
        french(f"Notre ambition{f' pour {found.horizon}' if found.horizon else ''}"),
        tuple(told),
        lead=found.text.strip(),
        notes=french(f"Lire la phrase, puis se taire deux secondes.\n{weight_sentence(found)}"),
    )


def _item(name: str, text: str) -> Item:
    return (bold(french(f"{name} : ")), Run(sentence(clean(text))))


def _quotes(document: Document, assessment: Assessment) -> Iterator[Slide]:
    blocks = inserts.blocks(document, "quotes", assessment)
    found = tuple(block for block in blocks if isinstance(block, content.Quote))
    if found:
        yield QuoteSlide("Pourquoi nous le faisons", found[:_MOST_QUOTES])


def _objectives(facts: Facts) -> Iterator[Slide]:
    """Yield the objectives under their axes; the axes alone while there is no objective."""
    axes = [each for each in in_order(facts.all(PriorityAxis)) if each.title.strip()]
    objectives = [each for each in in_order(facts.all(Objective)) if each.title.strip()]
    names = {each.id: each.title.strip() for each in axes}
    if not objectives:
        if axes:
            told = tuple(
                _item(each.title, each.reason) if each.reason.strip() else (bold(each.title),)
                for each in axes
            )
            yield BulletSlide("Nos axes", told)
        return
    order = {each.id: rank for rank, each in enumerate(axes)}
    objectives.sort(key=lambda each: order.get(each.axis_id or "", len(order)))
    rows = tuple(
        (
            each.title.strip(),
            names.get(each.axis_id or "", ""),
            value_text(each.base_value, each.unit) or "à relever",
            value_text(each.target_value, each.unit) or "à fixer",
            each.due[:4] if each.due else "à dater",
        )
        for each in objectives
    )
    columns = (
        Column("Objectif", 3.4),
        Column("Axe", 2.9),
        Column("Départ", 1.4, "right"),
        Column("Cible", 1.4, "right"),
        Column("D’ici", 0.7, "right"),
    )
    yield TableSlide(
        "Nos axes et nos objectifs",
        Table("Objectifs de la stratégie, de leur départ à leur cible", columns, rows),
        notes=french(
            "\n".join(
                (
                    "Ne pas tout lire : un objectif par axe suffit, le tableau est dans la stratégie.",
                    *(f"{each.title} : {each.means}" for each in objectives if each.means.strip()),
                )
            )
        ),
    )


def _reach(document: Document, facts: Facts, assessment: Assessment) -> Iterator[Slide]:
    """Yield whether the first objective of footprint can be reached."""
    for objective in in_order(facts.all(Objective)):
        found = reach(document, objective, assessment=assessment)
        if found.aim and found.baseline and found.verdict is not Verdict.UNKNOWN:
            yield _trajectory(found)
            return


def _trajectory(found: Reach) -> Slide:
    assert found.aim is not None
    aim, first, last = found.aim, found.baseline[0], found.baseline[-1]
    best = [each for each in found.options if each.reaches][:_MOST_OPTIONS]
    if found.combination and not best:
        best = [found.combination]
    bars = [
        (str(first.year), first.value),
        (f"{last.year} sans rien changer", last.value),
        *((each.title, each.value) for each in best),
        (f"Notre cible en {last.year}", aim.target),
    ]
    chart = ChartSpec(
        "bars",
        tuple(name for name, _ in bars),
        (Series("Valeur", tuple(value for _, value in bars)),),
        aim.unit,
    )
    alt = " ; ".join(f"{name} : {value_text(significant(value), aim.unit)}" for name, value in bars)
    title = found.objective.title.strip()
    return ChartSlide(
        french("Est-ce atteignable ?"),
        chart,
        french(f"Barres : {alt}."),
        items(bold(title), *(french(each) for each in found.sentences[:1]), french(found.reason)),
        notes=french("\n".join((*found.sentences, found.reason, *found.cautions))),
    )
