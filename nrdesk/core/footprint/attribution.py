"""What each action changes when several act together: shared out in one order-independent way.

Keeping a laptop longer and buying fewer of them both save a part of the same manufacture: effects simulated
one by one do not add up. The Shapley value shares out what they make together (L. S. Shapley, "A value for
n-person games", *Contributions to the Theory of Games* II, 1953): the mean, over all the orders in which the
actions could come, of what an action changes when its turn comes. It adds up to the total, does not depend
on any order, gives nothing to what changes nothing, and the same to two actions that do the same.

A footprint is a sum over appliances and services, and the Shapley value of a sum is the sum of the values:
the calculation is made apart for each set of appliances on which the same actions act, so that forty actions
are exactly shared out as long as no more than `EXACT` of them bear on the same appliances.

Beyond, the sets of actions are too many (2ⁿ). The mean of two marks is taken instead: what the action changes
when it comes first, alone, and when it comes last, after all the others; these are the two ends of what the
Shapley value averages. What is left to the total is shared out in proportion to the size of these means. This
keeps the sum, the independence of order and the equal treatment, and is exact for two actions.

Pure functions. `doubtful` gives the range of an effect from the simulations with and without it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple, TypeVar

from nrdesk.core.footprint.cohorts import Park, Stream
from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.footprint.method import ELECTRICITY
from nrdesk.core.footprint.scenario import outcome
from nrdesk.core.footprint.services import ServiceLine, ServicesResult
from nrdesk.core.footprint.services_future import acts_on, line_in, services_in
from nrdesk.core.footprint.uncertainty import Z95, Spread

EXACT = 8
"""Actions on the same appliances up to which every order is tried: 256 simulations of these appliances."""
_TINY = 1e-12
"""Share of a figure below which a change is a rounding error."""
_LARGE = 1.0
"""Log-normal deviation beyond which a range is told as symmetrical: it may then cross zero."""

Amounts = tuple[float, ...]
_Name = TypeVar("_Name")


class Merit(NamedTuple):
    """What is changed: by one action, by all of them; negative where there is less."""

    park: float = 0.0
    """Impact of appliances in the last year, in the unit of the criterion."""
    services: float = 0.0
    """Impact of digital services in the last year, in the same unit."""
    kwh: float = 0.0
    """Electricity of appliances in the last year."""
    purchases: float = 0.0
    """Appliances bought, over the whole way."""
    spent: float = 0.0
    """Euros of these purchases, as far as prices are known."""

    @property
    def impact(self) -> float:
        """Impact of appliances and services in the last year."""
        return self.park + self.services

    def plus(self, other: Merit) -> Merit:
        """Return both together."""
        return Merit(*map(sum, zip(self, other, strict=True)))


@dataclass(frozen=True)
class Ground:
    """What actions act on, and how it is told."""

    park: Park
    services: ServicesResult
    criterion: str
    first_year: int
    last_year: int
    prices: Mapping[str, float]
    """Category -> price of one appliance in euros; purchases of the others are not told in euros."""


def attribute(ground: Ground, actions: Mapping[str, Sequence[Lever]]) -> Mapping[str, Merit]:
    """Return what each action changes in the last year; the sum is what they change together.

    Args:
        ground: what they act on.
        actions: name of each action -> its levers.
    """
    found = dict.fromkeys(actions, Merit())
    for names, streams in _streams_by_actions(ground.park, actions).items():
        part = replace(ground.park, streams=tuple(streams))
        for name, amounts in shares(names, partial(_of_appliances, ground, part, actions)).items():
            park, kwh, purchases, spent = amounts
            found[name] = found[name].plus(Merit(park, 0.0, kwh, purchases, spent))
    for name, value in _of_services(ground, actions):
        found[name] = found[name].plus(Merit(services=value))
    return found


def most_together(ground: Ground, actions: Mapping[str, Sequence[Lever]]) -> int:
    """Return how many actions bear on the same appliances or service, at most: beyond `EXACT`, see above."""
    return max(
        (
            *map(len, _streams_by_actions(ground.park, actions)),
            *(len(_acting_on(line, actions)) for line in ground.services.counted),
        ),
        default=0,
    )


def shares(names: Sequence[_Name], worth: Callable[[Sequence[_Name]], Amounts]) -> dict[_Name, Amounts]:
    """Share out what players are worth together, beyond what nobody is worth.

    Args:
        names: the players.
        worth: what some of the players are worth, in any number of amounts told apart; it is called with the
            players in the order of `names`.
    """
    players = range(len(names))

    @cache
    def of(mask: int) -> Amounts:
        return worth([names[player] for player in players if mask >> player & 1])

    split = _every_order if len(names) <= EXACT else _first_and_last
    sizes = [abs(start) + abs(end) for start, end in zip(of(0), of((1 << len(names)) - 1), strict=True)]
    found = [
        tuple(
            amount if abs(amount) > _TINY * size else 0.0 for amount, size in zip(amounts, sizes, strict=True)
        )
        for amounts in split(len(names), of)
    ]
    return dict(zip(names, found, strict=True))


def _every_order(count: int, of: Callable[[int], Amounts]) -> list[Amounts]:
    """Return the Shapley values: a set of `size` others comes before a player in that share of the orders."""
    weights = [
        math.factorial(size) * math.factorial(count - 1 - size) / math.factorial(count)
        for size in range(count)
    ]
    found = []
    for player in range(count):
        own = 1 << player
        parts = [
            (weights[mask.bit_count()], of(mask | own), of(mask))
            for mask in range(1 << count)
            if not mask & own
        ]
        found.append(
            tuple(
                math.fsum(weight * (after[rank] - before[rank]) for weight, after, before in parts)
                for rank in range(len(of(0)))
            )
        )
    return found


def _first_and_last(count: int, of: Callable[[int], Amounts]) -> list[Amounts]:
    """Return the mean of what each changes first and last, brought to the total (see the module)."""
    everybody = (1 << count) - 1
    nobody, together = of(0), of(everybody)
    means = [
        [
            (first - start + end - last) / 2
            for start, first, end, last in zip(
                nobody, of(1 << player), together, of(everybody ^ 1 << player), strict=True
            )
        ]
        for player in range(count)
    ]
    columns = []
    for rank, (start, end) in enumerate(zip(nobody, together, strict=True)):
        own = [mean[rank] for mean in means]
        sizes = [abs(mean) for mean in own]
        whole = math.fsum(sizes)
        left = end - start - math.fsum(own)
        if whole <= _TINY * max(abs(start), abs(end)):
            # Nothing tells them apart: neither first nor last does any of them change anything alone.
            sizes, whole = [1.0] * count, float(count)
        columns.append([mean + left * size / whole for mean, size in zip(own, sizes, strict=True)])
    return list(zip(*columns, strict=True))


def _streams_by_actions(
    park: Park, actions: Mapping[str, Sequence[Lever]]
) -> Mapping[tuple[str, ...], list[Stream]]:
    """Return the appliances by the actions that act on them; nothing for those on which none does."""
    found: dict[tuple[str, ...], list[Stream]] = {}
    for stream in park.streams:
        names = tuple(
            name for name, levers in actions.items() if any(_bears(each, stream) for each in levers)
        )
        if names:
            found.setdefault(names, []).append(stream)
    if any(lever.kind is LeverKind.FEWER for levers in actions.values() for lever in levers):
        # So many appliances fewer, wherever they are: what is given up here is not given up there.
        everything = [stream for streams in found.values() for stream in streams]
        names = tuple(name for name in actions if any(name in acting for acting in found))
        return {names: everything} if names else {}
    return found


def _bears(lever: Lever, stream: Stream) -> bool:
    """Return whether a lever may change appliances."""
    return lever.kind is not LeverKind.SERVICE and lever.acts_on(stream.category)


def _of_appliances(
    ground: Ground, part: Park, actions: Mapping[str, Sequence[Lever]], chosen: Sequence[str]
) -> Amounts:
    """Return what some appliances come to in the last year: impact, kWh, purchases, euros."""
    levers = _levers(actions, chosen)
    last = outcome(part, ground.first_year, ground.last_year, levers)
    return (
        last.split(ground.criterion).total,
        last.split(ELECTRICITY).total,
        math.fsum(last.bought.values()),
        math.fsum(number * ground.prices.get(category, 0.0) for category, number in last.bought.items()),
    )


def _of_services(ground: Ground, actions: Mapping[str, Sequence[Lever]]) -> Iterator[tuple[str, float]]:
    """Yield what each action changes of each service."""
    for line in ground.services.counted:
        names = _acting_on(line, actions)
        for name, (value,) in shares(names, partial(_of_service, ground, line, actions)).items():
            yield name, value


def _acting_on(line: ServiceLine, actions: Mapping[str, Sequence[Lever]]) -> list[str]:
    return [name for name, levers in actions.items() if any(acts_on(each, line) for each in levers)]


def _of_service(
    ground: Ground, line: ServiceLine, actions: Mapping[str, Sequence[Lever]], chosen: Sequence[str]
) -> Amounts:
    return (line_in(line, ground.last_year, _levers(actions, chosen)).value,)


def _levers(actions: Mapping[str, Sequence[Lever]], chosen: Sequence[str]) -> list[Lever]:
    return [lever for name in chosen for lever in actions[name]]


def spread_of(ground: Ground, levers: Sequence[Lever] = ()) -> Spread:
    """Return what appliances and services come to in the last year, with its doubts."""
    last = outcome(ground.park, ground.first_year, ground.last_year, levers)
    return last.spread(ground.criterion).joined(services_in(ground.services, ground.last_year, levers))


def doubtful(value: float, *ends: tuple[Spread, Spread]) -> tuple[float, float]:
    """Return the 95 % interval of an effect, from simulations without and with the action.

    Both figures of a pair hang on the same factors: what makes one too high makes the other too high. To the
    first order, the doubt on their difference is thus, quantity by quantity in doubt, that of the difference
    of what each carries of it. What concerns single lines is taken as if none of it cancelled out. The
    relative doubt kept is that of the pair that differs most, for an action that changes nothing when it
    comes first may well change something when it comes last.

    Args:
        value: the effect.
        ends: figures without the action and with it: nothing else being done, everything else being done.
    """
    without, with_it = max(ends, key=lambda pair: abs(pair[1].value - pair[0].value))
    change = with_it.value - without.value
    if not change or not value:
        return value, value
    variance = sum(
        ((with_it.amounts.get(doubt, 0.0) - without.amounts.get(doubt, 0.0)) * doubt.sigma) ** 2
        for doubt in without.amounts.keys() | with_it.amounts.keys()
    ) + abs(with_it.variance - without.variance)
    sigma = math.sqrt(variance) / abs(change)
    if sigma > _LARGE:
        half = Z95 * sigma * abs(value)
        return value - half, value + half
    bounds = value * math.exp(-Z95 * sigma), value * math.exp(Z95 * sigma)
    return min(bounds), max(bounds)
