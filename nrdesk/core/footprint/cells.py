"""The comparable part of two inventories, category by category, as a product of what may change.

A cell holds, of the appliances of one category in one campaign, the means that its footprint is the product
of. They are taken twice: with the factors of its own campaign and with those of the other one, so that a
published lifetime or a published power that changes is not mistaken for what the collectivité did.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from nrdesk.core.footprint.bundles import Bundle, Bundles, Weights
from nrdesk.core.footprint.method import Method
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

    def add(self, bundle: Bundle, weights: Weights, *, swapped: bool) -> None:
        """Add lines, with the factors of their own campaign or with those of the other one."""
        per_year = weights.other_per_year if swapped else weights.per_year
        self.quantity += weights.quantity
        self.kwh += weights.other_kwh if swapped else weights.kwh
        if bundle.second_hand:
            self.second_hand += weights.quantity
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
    before: Bundles, after: Bundles, methods: tuple[Method, Method], criterion: str
) -> Mapping[State, float]:
    """Return the comparable total of every mixture of two campaigns.

    Args:
        before: lines of the earlier campaign.
        after: lines of the later one.
        methods: of both.
        criterion: identifier.
    """
    sides = _side(before, 0, criterion), _side(after, 1, criterion)
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


def _side(bundles: Bundles, own: int, criterion: str) -> Side:
    """Return the means of the comparable lines of a campaign: the earlier one (0) or the later one (1).

    A line that the factors of the other campaign cannot count stays what it is with its own.
    """
    side: dict[str, tuple[_Means, _Means]] = {}
    for bundle, weights in bundles.items():
        if bundle.own.covers(criterion) and not bundle.apart(criterion):
            category = bundle.own.category.id if bundle.own.category else ""
            means = side.setdefault(category, (_Means(), _Means()))
            means[own].add(bundle, weights, swapped=False)
            means[1 - own].add(bundle, weights, swapped=bundle.other_counts(criterion))
    return side


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
