"""What the figures do not say, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.assessment.services import services_of
from nrdesk.core.formatting import count, precise
from nrdesk.core.model import Acquisition, Origin
from nrdesk.core.reports.assessment_report.facts import park
from nrdesk.core.reports.content import Block, Heading, bullets
from nrdesk.core.reports.wording import french
from nrdesk.core.written.words import normal

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_YEARS_SHOWN = 4
"""Years of electricity factors that are enough to show the jumps."""


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter."""
    yield Heading(1, "Limites et précautions")
    served = bool(services_of(document, assessment).counted)
    yield bullets(*(french(limit) for limit in _limits(assessment, served=served)))


def _limits(assessment: Assessment, *, served: bool) -> Iterator[str]:
    yield (
        "Ce sont des évaluations à partir de moyennes publiées, pas des mesures. Deux sources sérieuses "
        "peuvent différer de beaucoup pour un même appareil : une seule famille de facteurs sert ici, pour "
        "que les années se comparent entre elles."
    )
    yield (
        "Le calcul porte sur les appareils de l’inventaire et sur les services déclarés. Il laisse de côté "
        "ce qui n’a pas été déclaré, et les appareils personnels."
        if served
        else "Le calcul porte sur les appareils de l’inventaire. Il laisse de côté l’informatique en ligne, "
        "les réseaux des opérateurs, le papier et l’encre, et les appareils personnels."
    )
    lines = park(assessment)
    notes = {
        line.recipe.category.label: line.recipe.category.note
        for line in lines
        if line.complete and line.recipe.category
    }
    for label, note in sorted(notes.items(), key=lambda note: normal(note[0])):
        if note:
            yield f"{label} : {note[0].lower()}{note[1:].rstrip('.')}."
    refurbished = sum(
        line.quantity for line in lines if line.equipment.acquisition is Acquisition.REFURBISHED
    )
    if refurbished:
        yield (
            f"La part de fabrication attribuée au reconditionné ({count(refurbished, 'équipement')}) est une "
            "hypothèse tirée des bornes basses d’une étude de l’ADEME de 2022."
        )
    estimated = sum(1 for line in lines if line.equipment.origin is Origin.ESTIMATED)
    if estimated:
        yield (
            f"{count(estimated, 'ligne est estimée', 'lignes sont estimées')} à partir de ratios, en "
            "attendant le vrai inventaire."
        )
    if effect := _electricity_effect(assessment):
        yield effect


def _electricity_effect(assessment: Assessment) -> str:
    """Return the warning on the published values of the kWh, when there are several."""
    territory = assessment.method.territory
    values = {
        factor.year: factor.values[HEADLINE]
        for factor in assessment.method.factors.electricity
        if factor.territory == territory and HEADLINE in factor.values
    }
    if len(values) < 2:
        return ""
    told = [f"{precise(values[year])} en {year}" for year in sorted(values)[-_YEARS_SHOWN:]]
    return (
        f"L’empreinte publiée d’un kWh change d’une édition à l’autre ({', '.join(told)} kg éq. CO₂), en "
        "partie parce que la façon de la calculer change. Une baisse d’une année sur l’autre n’est donc pas "
        "forcément le fruit des efforts de la collectivité."
    )
