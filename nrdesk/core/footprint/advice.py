"""The next most useful datum: which missing value would narrow the range of the total most.

Nothing is guessed: each proposal is the same calculation of the range with the datum supposed known, and its
gain is the difference. Appliances that cannot be counted at all have no range; they weigh in a proposal as
average appliances would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nrdesk.core.footprint.energy import Energy, EnergyBasis
from nrdesk.core.footprint.lifetime import LifetimeBasis
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import Kind, Tally, spread
from nrdesk.core.footprint.uncertainty import MEASURED_KWH, PLANNED_LIFETIME, half_width, sigma
from nrdesk.core.footprint.wording import appliances, plus_minus
from nrdesk.core.formatting import NBSP

Part = tuple[Kind, Tally]

_WORTH = 0.005
"""Least narrowing worth proposing: half a point of the "± %" shown."""
_SHARED = (LifetimeBasis.RULE, LifetimeBasis.TYPICAL)
_ASSUMED = (EnergyBasis.PROFILE, EnergyBasis.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Advice:
    """A datum worth looking for."""

    text: str
    gain: float
    """Narrowing of the relative half-range, as a share; for uncounted appliances, what they may add."""


def advise(result: FootprintResult, criterion: str) -> tuple[Advice, ...]:
    """Return what would make the total of a criterion surer, the most useful first."""
    parts = result.parts(criterion)
    found = [*_counting(result), *_dating(parts, criterion), *_by_category(parts, criterion)]
    worth = [advice for advice in found if advice.gain >= _WORTH]
    return tuple(sorted(worth, key=lambda advice: -advice.gain))


def _counting(result: FootprintResult) -> Iterator[Advice]:
    lines = [line for line in result.incomplete if all(lack.within_reach for lack in line.missing)]
    if lines:
        left = sum(max(line.quantity, 0) for line in lines)
        lacks = ", ".join(sorted({lack for line in lines for lack in line.missing}))
        text = f"Compléter {appliances(left)} que le total ne compte pas encore (il manque{NBSP}: {lacks})"
        yield Advice(text, left / max(result.counted, 1))


def _dating(parts: list[Part], criterion: str) -> Iterator[Advice]:
    def undated(kind: Kind) -> bool:
        return not kind.dated and kind.basis in _SHARED

    def dated(kind: Kind, tally: Tally) -> Part:
        return kind._replace(dated=True), tally

    yield from _proposal(parts, criterion, "Dater {} sans année d’achat", undated, dated)


def _by_category(parts: list[Part], criterion: str) -> Iterator[Advice]:
    categories = {kind.recipe.category.id: kind.recipe.category for kind, _ in parts if kind.recipe.category}
    for identifier, category in categories.items():
        name = f"{{}} «{NBSP}{category.label}{NBSP}»"

        def assumed_kwh(kind: Kind, identifier: str = identifier) -> bool:
            return _is(kind, identifier) and kind.recipe.energy.basis in _ASSUMED

        def assumed_life(kind: Kind, identifier: str = identifier) -> bool:
            return _is(kind, identifier) and kind.basis in _SHARED

        yield from _proposal(parts, criterion, f"Mesurer la consommation de {name}", assumed_kwh, _measured)
        yield from _proposal(parts, criterion, f"Indiquer la durée de vie de {name}", assumed_life, _planned)


def _is(kind: Kind, category: str) -> bool:
    return kind.recipe.category is not None and kind.recipe.category.id == category


def _measured(kind: Kind, tally: Tally) -> Part:
    energy = Energy(EnergyBasis.MEASURED, kwh=None, own_sigma=sigma(MEASURED_KWH))
    return kind._replace(recipe=replace(kind.recipe, energy=energy)), tally


def _planned(kind: Kind, tally: Tally) -> Part:
    variance = tally.per_year_squares * sigma(PLANNED_LIFETIME) ** 2
    return kind._replace(basis=LifetimeBasis.PLANNED), replace(tally, per_year_variance=variance)


def _proposal(
    parts: list[Part],
    criterion: str,
    text: str,
    concerned: Callable[[Kind], bool],
    known: Callable[[Kind, Tally], Part],
) -> Iterator[Advice]:
    """Yield the proposal when it concerns something; `text` has a place for the number of appliances."""
    quantity = sum(tally.quantity for kind, tally in parts if concerned(kind))
    if not quantity:
        return
    before = half_width(spread(parts, criterion).sigma())
    supposed = [known(kind, tally) if concerned(kind) else (kind, tally) for kind, tally in parts]
    after = half_width(spread(supposed, criterion).sigma())
    widths = f"la fourchette passerait de {plus_minus(before)} à {plus_minus(after)}"
    yield Advice(f"{text.format(appliances(quantity))}{NBSP}: {widths}", before - after)
