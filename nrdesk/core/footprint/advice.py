"""The next most useful datum: which missing value would narrow the range of the total most.

Nothing is guessed: each proposal is the same calculation of the range with the datum supposed known, and its
gain is the difference. Appliances that cannot be counted at all have no range; they weigh in a proposal as
average appliances would.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nrdesk.core.footprint.energy import Energy, EnergyBasis
from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.recipe import Lack
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import Kind, Tally, spread
from nrdesk.core.footprint.uncertainty import MEASURED_KWH, PLANNED_LIFETIME, Spread, half_width, sigma
from nrdesk.core.footprint.wording import appliances, plus_minus
from nrdesk.core.formatting import NBSP

Part = tuple[Kind, Tally]

_WORTH = 0.01
"""Least narrowing worth proposing: one point of the "± %" shown."""
_SHARED = (LifetimeBasis.RULE, LifetimeBasis.TYPICAL)
_FIELDS = {
    Lack.CATEGORY: "category",
    Lack.ENERGY: "annual_kwh",
    Lack.LIFETIME: "lifetime_years",
    Lack.QUANTITY: "quantity",
}
"""What a person can fill in -> where."""
_ASSUMED = (EnergyBasis.PROFILE, EnergyBasis.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Advice:
    """A datum worth looking for."""

    text: str
    gain: float
    """Narrowing of the relative half-range, as a share; for uncounted appliances, what they may add."""
    field: str = ""
    """Attribute of `Equipment` to fill in, when the advice is about one line."""


def advise(result: FootprintResult, criterion: str) -> tuple[Advice, ...]:
    """Return what would make the total of a criterion surer, the most useful first."""
    found = [*_counting(result), *_narrowing(result.parts(criterion), criterion)]
    worth = [advice for advice in found if advice.gain >= _WORTH]
    return tuple(sorted(worth, key=lambda advice: -advice.gain))


def advise_line(line: LineResult, criterion: str) -> tuple[Advice, ...]:
    """Return what would make one line surer, or countable at all, the most useful first."""
    if not line.in_park:
        return ()
    if line.missing:
        lacks = [lack for lack in line.missing if lack.within_reach]
        return tuple(Advice(f"Indiquer{NBSP}: {lack}", math.inf, _FIELDS[lack]) for lack in lacks)
    if not line.recipe.covers(criterion):
        return ()
    parts = [(line.kind, line.tally)]
    whole = spread(parts, criterion)
    shared, estimated = line.kind.basis in _SHARED, line.kind.estimated
    asked: tuple[tuple[str, str, bool, Callable[[Kind, Tally], Part]], ...] = (
        ("quantity", "Compter ces appareils", estimated, _counted),
        ("purchased", "Trouver l’année d’achat", shared and not line.kind.dated, _dated),
        ("annual_kwh", "Mesurer la consommation", line.recipe.energy.basis in _ASSUMED, _measured),
        ("lifetime_years", "Décider de la durée de vie prévue", shared, _planned),
    )
    found = [
        replace(advice, field=name)
        for name, text, concerned, known in asked
        for advice in _proposal(text, parts if concerned else [], known, whole, criterion)
        if advice.gain >= _WORTH
    ]
    return tuple(sorted(found, key=lambda advice: -advice.gain))


def _counting(result: FootprintResult) -> Iterator[Advice]:
    lines = [line for line in result.incomplete if all(lack.within_reach for lack in line.missing)]
    if lines:
        left = sum(max(line.quantity, 0) for line in lines)
        lacks = ", ".join(sorted({lack for line in lines for lack in line.missing}))
        text = f"Compléter {appliances(left)} que le total ne compte pas encore (il manque{NBSP}: {lacks})"
        yield Advice(text, left / max(result.counted, 1))


def _narrowing(parts: list[Part], criterion: str) -> Iterator[Advice]:
    whole = spread(parts, criterion)
    guessed = [part for part in parts if part[0].estimated]
    yield from _proposal("Compter, au lieu de les estimer, {}", guessed, _counted, whole, criterion)
    # What nobody counted has no date to look for.
    counted = [part for part in parts if not part[0].estimated]
    undated = [part for part in counted if not part[0].dated and part[0].basis in _SHARED]
    yield from _proposal("Dater {} sans année d’achat", undated, _dated, whole, criterion)
    for category, own in _by_category(parts).items():
        assumed = [part for part in own if part[0].recipe.energy.basis in _ASSUMED]
        text = f"Mesurer la consommation de {{}} «{NBSP}{category}{NBSP}»"
        yield from _proposal(text, assumed, _measured, whole, criterion)
        unplanned = [part for part in own if part[0].basis in _SHARED]
        text = f"Indiquer la durée de vie de {{}} «{NBSP}{category}{NBSP}»"
        yield from _proposal(text, unplanned, _planned, whole, criterion)


def _by_category(parts: list[Part]) -> dict[str, list[Part]]:
    """Return the parts by label of category."""
    groups: dict[str, list[Part]] = {}
    for part in parts:
        groups.setdefault(part[0].recipe.label, []).append(part)
    return groups


def _counted(kind: Kind, tally: Tally) -> Part:
    return kind._replace(estimated=False), tally


def _dated(kind: Kind, tally: Tally) -> Part:
    return kind._replace(dated=True), tally


def _measured(kind: Kind, tally: Tally) -> Part:
    energy = Energy(EnergyBasis.MEASURED, own_sigma=sigma(MEASURED_KWH))
    return kind._replace(recipe=replace(kind.recipe, energy=energy)), tally


def _planned(kind: Kind, tally: Tally) -> Part:
    variance = tally.per_year_squares * sigma(PLANNED_LIFETIME) ** 2
    return kind._replace(basis=LifetimeBasis.PLANNED), replace(tally, per_year_variance=variance)


def _proposal(
    text: str, concerned: list[Part], known: Callable[[Kind, Tally], Part], whole: Spread, criterion: str
) -> Iterator[Advice]:
    """Yield what knowing a datum of some parts brings; `text` has a place for the number of appliances."""
    if not concerned:
        return
    supposed = [known(kind, tally) for kind, tally in concerned]
    surer = whole.replacing(spread(concerned, criterion), spread(supposed, criterion))
    before, after = half_width(whole.sigma()), half_width(surer.sigma())
    widths = f"la fourchette passerait de {plus_minus(before)} à {plus_minus(after)}"
    quantity = appliances(sum(tally.quantity for _, tally in concerned))
    yield Advice(f"{text.format(quantity)}{NBSP}: {widths}", before - after)
