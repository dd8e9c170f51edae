"""The terms of a line's formula: each with its value, its source and what is worth knowing about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nrdesk.core.footprint.energy import EnergyBasis
from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.method import ELECTRICITY
from nrdesk.core.footprint.uncertainty import ESTIMATED_QUANTITY
from nrdesk.core.footprint.wording import (
    HYPOTHESIS,
    INVENTORY,
    amount,
    appliances,
    bought,
    electricity_note,
    plus_minus,
    source_of,
    years,
)
from nrdesk.core.formatting import NBSP, precise
from nrdesk.core.model import Origin
from nrdesk.core.model.factors import Criterion

_LIFETIMES = {
    LifetimeBasis.OBSERVED: ("Durée de vie observée", INVENTORY),
    LifetimeBasis.REAL_AGE: ("Âge réel", INVENTORY),
    LifetimeBasis.PLANNED: ("Durée de vie prévue pour cette ligne", INVENTORY),
    LifetimeBasis.RULE: ("Durée de vie de la catégorie", "règle de la collectivité"),
    LifetimeBasis.TYPICAL: ("Durée de vie typique de la catégorie", "même famille que les facteurs"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a formula, ready to show."""

    label: str
    value_text: str
    source: str = ""
    note: str = ""


def line_terms(result: LineResult, criterion: Criterion) -> tuple[Term, ...]:
    """Return the terms of a line's formula; what the line lacks has no term."""
    estimated = result.equipment.origin is Origin.ESTIMATED
    note = _joined(plus_minus(ESTIMATED_QUANTITY), result.equipment.comment) if estimated else ""
    quantity = Term("Quantité", appliances(result.quantity), "estimation" if estimated else INVENTORY, note)
    return (quantity, *_manufacture(result, criterion), *_use(result, criterion), _quality(result))


def hypotheses(result: LineResult, criterion: Criterion) -> tuple[str, ...]:
    """Return what is assumed rather than known about a line, in sentences."""
    return tuple(_assumptions(result, criterion))


def _manufacture(result: LineResult, criterion: Criterion) -> Iterator[Term]:
    factor = result.recipe.made.get(criterion.id)
    if factor is None:
        return
    yield Term(
        "Fabrication, transport et fin de vie",
        f"{amount(factor.value, criterion)} par équipement",
        source_of(factor),
        _joined(plus_minus(factor.uncertainty), factor.note),
    )
    if result.recipe.refurbished != 1:
        share = f"× {precise(result.recipe.refurbished)}"
        yield Term("Coefficient du reconditionné", share, HYPOTHESIS, "Modifiable dans les réglages.")
    if result.lifetime.known:
        label, source = _LIFETIMES[result.lifetime.basis]
        yield Term(label, years(result.lifetime.years), source, _lifetime_note(result))


def _lifetime_note(result: LineResult) -> str:
    line = result.equipment
    if not line.purchased:
        return "Date d’achat inconnue."
    note = bought(line.purchased, uncertain=line.purchased_uncertain).capitalize()
    if result.lifetime.basis is LifetimeBasis.REAL_AGE:
        return f"{note}, gardé au-delà de la durée prévue{NBSP}: son âge réel allège chaque année."
    return f"{note}."


def _use(result: LineResult, criterion: Criterion) -> Iterator[Term]:
    energy, method = result.recipe.energy, result.recipe.method
    kwh = f"{precise(result.kwh)}{NBSP}kWh par équipement et par an"
    if energy.basis is EnergyBasis.IDLE:
        state = result.equipment.status.label
        yield Term("Électricité", f"0{NBSP}kWh", INVENTORY, f"Équipement {state}{NBSP}: il n’en utilise pas.")
    elif energy.measured:
        yield Term("Électricité mesurée", kwh, INVENTORY)
    elif energy.profile:
        profile = energy.profile
        hours = f"{precise(energy.watts)}{NBSP}W × {precise(profile.hours_per_day)}{NBSP}h"
        note = f"{profile.label}{NBSP}: {hours} × {precise(profile.days_per_year)} jours."
        yield Term("Électricité selon l’usage", kwh, profile.source, note)
    elif energy.factor:
        note = _joined(plus_minus(energy.factor.uncertainty), energy.factor.note)
        yield Term("Électricité publiée", kwh, source_of(energy.factor), note)
    electricity = method.electricity
    if electricity and energy.used and criterion.id != ELECTRICITY and criterion.id in method.per_kwh:
        per_kwh = f"{amount(method.per_kwh[criterion.id], criterion)} par kWh"
        note = electricity_note(electricity, method.electricity_year or method.year)
        yield Term("Facteur d’électricité", per_kwh, electricity.source, note)


def _quality(result: LineResult) -> Term:
    return Term("Qualité de la donnée", result.quality.value)


def _assumptions(result: LineResult, criterion: Criterion) -> Iterator[str]:
    line, recipe = result.equipment, result.recipe
    if line.origin is Origin.ESTIMATED:
        yield "Ligne estimée à partir de quelques chiffres, à remplacer par de vrais équipements."
    if criterion.id in recipe.made:
        if recipe.refurbished != 1:
            share = precise(recipe.refurbished)
            yield f"Reconditionné{NBSP}: la fabrication compte pour {share} de celle du neuf ({HYPOTHESIS})."
        if line.purchased_uncertain:
            yield "La date d’achat est incertaine."
        if line.purchased and line.purchased > recipe.method.as_of[: len(line.purchased)]:
            yield "La date d’achat est postérieure à celle de l’inventaire."
        if not line.purchased and result.lifetime.basis is LifetimeBasis.TYPICAL:
            yield "Sans date d’achat, l’équipement est supposé vivre la durée typique de sa catégorie."
    if recipe.energy.profile:
        yield f"La durée d’usage vient du profil «{NBSP}{recipe.energy.profile.label}{NBSP}»."


def _joined(*sentences: str) -> str:
    return ". ".join(sentence.rstrip(".") for sentence in sentences if sentence)
