"""The comparable part of two inventories, category by category, as a product of what may change.

A cell holds, of the appliances of one category in one campaign, the means that its footprint is the product
of. They are taken twice: with the factors of its own campaign and with those of the other one, so that a
published lifetime or a published power that changes is not mistaken for what the collectivité did.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.model import Acquisition
from nrdesk.core.model.factors import LifeCycleStage


class State(NamedTuple):
    """For each thing that may change, the campaign that it is taken from: 0 before, 1 after."""

    number: int
    mix: int
    lifetime: int
    usage: int
    refurbished: int
    factors: int


@dataclass(slots=True)
class _Means:
    """What the appliances of a category add up to in one campaign, with one set of factors."""

    quantity: int = 0
    second_hand: int = 0
    new_per_year: float = 0.0
    """Σ quantity / lifetime of those bought new."""
    second_hand_per_year: float = 0.0
    """The same of those that are refurbished."""
    kwh: float = 0.0

    def add(self, line: LineResult) -> None:
        quantity = line.quantity
        per_year = quantity / line.lifetime.years
        self.quantity += quantity
        self.kwh += quantity * line.kwh
        if line.equipment.acquisition is Acquisition.REFURBISHED:
            self.second_hand += quantity
            self.second_hand_per_year += per_year
        else:
            self.new_per_year += per_year


class _Published(NamedTuple):
    """What a set of factors says of one appliance of a category, for one criterion."""

    made: float | None
    second_hand: float
    per_kwh: float | None


Side = Mapping[str, tuple[_Means, _Means]]
"""Category -> means of a campaign, with the factors of before and with those of after."""


def totals(
    before: tuple[FootprintResult, FootprintResult],
    after: tuple[FootprintResult, FootprintResult],
    criterion: str,
    apart: Collection[str],
) -> Mapping[State, float]:
    """Return the comparable total of every mixture of two campaigns.

    Args:
        before: the earlier inventory, with its own factors and with the later ones.
        after: the later inventory, with the earlier factors and with its own.
        criterion: identifier.
        apart: lines that are not comparable.
    """
    sides = _side(before, 0, criterion, apart), _side(after, 1, criterion, apart)
    methods = before[0].method, after[1].method
    numbers = [sum(own.quantity for own, _ in side.values()) for side in sides]
    cells = [
        _Cell(sides, numbers, [_published(method, category, criterion) for method in methods], category)
        for category in dict.fromkeys((*sides[0], *sides[1]))
    ]
    return {
        state: numbers[state.number] * math.fsum(cell.value(state) for cell in cells)
        for state in (State(*each) for each in product((0, 1), repeat=len(State._fields)))
    }


class _Cell:
    """One category: each mean by campaign, and by set of factors where they matter.

    What one of the campaigns does not have is what it is in the other one: a category that appears changes
    the number and the mix of appliances, and nothing else.
    """

    def __init__(
        self,
        sides: tuple[Side, Side],
        numbers: list[int],
        published: list[_Published],
        category: str,
    ) -> None:
        means = [side.get(category) for side in sides]
        known = [pair if pair and pair[0].quantity else None for pair in means]
        self._share = _filled(
            [
                (pair[0].quantity / number if pair else 0.0) if number else None
                for pair, number in zip(known, numbers, strict=True)
            ]
        )
        self._second_hand = _filled(
            [pair[0].second_hand / pair[0].quantity if pair else None for pair in known]
        )
        self._new_years = [_filled([_new_rate(pair, j) for pair in known]) for j in (0, 1)]
        self._old_years = [_filled([_second_hand_rate(pair, j) for pair in known]) for j in (0, 1)]
        self._kwh = [
            _filled([pair[j].kwh / pair[j].quantity if pair else None for pair in known]) for j in (0, 1)
        ]
        self._made = _filled([each.made for each in published])
        self._per_kwh = _filled([each.per_kwh for each in published])
        self._coefficient = [each.second_hand for each in published]

    def value(self, state: State) -> float:
        """Return what an average appliance of the mixture owes to this category, in the criterion's unit."""
        factors = state.factors
        second_hand = self._second_hand[state.refurbished]
        new = (1 - second_hand) * self._new_years[factors][state.lifetime]
        old = second_hand * self._coefficient[factors] * self._old_years[factors][state.lifetime]
        use = self._kwh[factors][state.usage] * self._per_kwh[factors]
        return self._share[state.mix] * (self._made[factors] * (new + old) + use)


def _side(
    results: tuple[FootprintResult, FootprintResult], own: int, criterion: str, apart: Collection[str]
) -> Side:
    side: dict[str, tuple[_Means, _Means]] = {}
    for category, pair in _counted(results, own, criterion, apart):
        means = side.setdefault(category, (_Means(), _Means()))
        means[0].add(pair[0])
        means[1].add(pair[1])
    return side


def _counted(
    results: tuple[FootprintResult, FootprintResult], own: int, criterion: str, apart: Collection[str]
) -> Iterator[tuple[str, tuple[LineResult, LineResult]]]:
    """Yield the comparable lines of a campaign, with both sets of factors.

    A line that the factors of the other campaign cannot count stays what it is with its own.
    """
    for line, other in zip(results[own].lines, results[1 - own].lines, strict=True):
        if line.in_park and line.counts(criterion) and line.id not in apart:
            swapped = other if other.counts(criterion) else line
            yield line.category or "", (line, swapped) if own == 0 else (swapped, line)


def _published(method: Method, category: str, criterion: str) -> _Published:
    factor = method.factors.factors.get((category, criterion, LifeCycleStage.MANUFACTURE))
    return _Published(
        factor.value if factor else None,
        method.refurbished_share_of(category),
        method.per_kwh.get(criterion),
    )


def _new_rate(pair: tuple[_Means, _Means] | None, factors: int) -> float | None:
    """Return the mean of 1 / lifetime of the new appliances; None where there are none."""
    if not pair or pair[factors].quantity == pair[factors].second_hand:
        return None
    means = pair[factors]
    return means.new_per_year / (means.quantity - means.second_hand)


def _second_hand_rate(pair: tuple[_Means, _Means] | None, factors: int) -> float | None:
    """Return the mean of 1 / lifetime of the refurbished appliances; None where there are none."""
    if not pair or not pair[factors].second_hand:
        return None
    return pair[factors].second_hand_per_year / pair[factors].second_hand


def _filled(values: list[float | None]) -> list[float]:
    """Return both values, each standing for the other where it is not known; zero when neither is."""
    first, last = values
    return [
        first if first is not None else last or 0.0,
        last if last is not None else first or 0.0,
    ]
