"""Ranges: how much each doubt weighs on a figure.

Every uncertain quantity is log-normal, which never crosses zero; the value that we compute with is its
median. A relative uncertainty `u` ("± 50 %") is read as a 95 % interval `[value / (1 + u), value × (1 + u)]`,
so that `sigma = ln(1 + u) / 1.96`. (A log-normal quantity of median m lies in [m / GSD², m × GSD²] with 95 %
probability, GSD² = exp(2 sigma): Hauschild, Rosenbaum and Olsen, *Life Cycle Assessment: Theory and
Practice*, eq. 11.1 and 11.2; 1.96 is the value that 2 rounds.)

A figure is a sum of products of such quantities. To the first order (the law of propagation of the *Guide to
the expression of uncertainty in measurement*, on logarithms):

    sigma_total² = Σ over doubts of (amount / total × sigma)²

where `amount` is the part of the total that is proportional to the quantity in doubt. Everything that hangs
on one factor is first added up, then squared: lines that share a factor are fully correlated. Different
doubts are independent and add in quadrature.

The figures below are hypotheses of nrdesk, stated on screen as such; the uncertainty of factors comes with
the factors.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

Z95 = 1.96
"""Standard deviations on each side of a 95 % interval."""

PLANNED_LIFETIME = 0.10
"""A service life decided for a line, by whoever manages it."""
RULE_LIFETIME = 0.20
"""A service life decided for a whole category."""
TYPICAL_LIFETIME = 0.30
"""A service life published for a category."""
UNDATED = 0.40
"""What not knowing the purchase date adds: the appliance may already be older than the typical life."""
MEASURED_KWH = 0.10
"""A consumption read on a meter or a bill, brought to one year."""
POWER = 0.30
"""The mean power of a category."""
PROFILE = 0.30
"""The hours of a usage profile."""
ESTIMATED_QUANTITY = 0.50
"""A number of appliances that a ratio gives and nobody counted."""
REFURBISHED = 0.30
"""The share of the manufacture that a refurbished appliance carries."""


def sigma(uncertainty: float) -> float:
    """Return the log-normal standard deviation of a relative uncertainty given as a share."""
    return math.log1p(uncertainty) / Z95


class DoubtKind(StrEnum):
    """What a doubt is about."""

    QUANTITY = "quantity"
    MANUFACTURE = "manufacture"
    REFURBISHED = "refurbished"
    LIFETIME = "lifetime"
    UNDATED = "undated"
    KWH = "kwh"
    POWER = "power"
    PROFILE = "profile"
    ELECTRICITY = "electricity"
    SERVICE = "service"

    @property
    def label(self) -> str:
        """French words for it, before the name of what is in doubt."""
        return _LABELS[self]


_LABELS = {
    DoubtKind.QUANTITY: "nombre estimé",
    DoubtKind.MANUFACTURE: "facteur de fabrication",
    DoubtKind.REFURBISHED: "coefficient du reconditionné",
    DoubtKind.LIFETIME: "durée de vie",
    DoubtKind.UNDATED: "âge inconnu",
    DoubtKind.KWH: "consommation annuelle",
    DoubtKind.POWER: "puissance",
    DoubtKind.PROFILE: "durée d’usage",
    DoubtKind.ELECTRICITY: "facteur d’électricité",
    DoubtKind.SERVICE: "valeur publiée",
}


class Doubt(NamedTuple):
    """A quantity in doubt; lines that name the same one err together."""

    kind: DoubtKind
    subject: str
    """Category id, profile id, territory, or name of a published value."""
    sigma: float


@dataclass(slots=True)
class Spread:
    """The doubts behind one figure, gathered line kind after line kind."""

    value: float = 0.0
    amounts: dict[Doubt, float] = field(default_factory=dict)
    variance: float = 0.0
    """Of what concerns one line only, in the square of the criterion's unit."""

    def add(self, value: float, doubts: Iterable[Doubt], variance: float) -> None:
        """Add a part of the figure, all of it proportional to each of its doubts."""
        self.value += value
        self.variance += variance
        for doubt in doubts:
            self.amounts[doubt] = self.amounts.get(doubt, 0.0) + value

    def joined(self, other: Spread) -> Spread:
        """Return the sum of two figures: a doubt that both share weighs on the two together."""
        amounts = dict(self.amounts)
        for doubt, amount in other.amounts.items():
            amounts[doubt] = amounts.get(doubt, 0.0) + amount
        return Spread(self.value + other.value, amounts, self.variance + other.variance)

    def replacing(self, part: Spread, other: Spread) -> Spread:
        """Return the figure with another of its parts, of the same value but other doubts."""
        amounts = dict(self.amounts)
        for doubt, amount in part.amounts.items():
            amounts[doubt] -= amount
        for doubt, amount in other.amounts.items():
            amounts[doubt] = amounts.get(doubt, 0.0) + amount
        # Rounding must not take a variance below zero.
        variance = max(self.variance - part.variance + other.variance, 0.0)
        return Spread(self.value, amounts, variance)

    def sigma(self) -> float:
        """Return the log-normal standard deviation of the figure, 0 when nothing is in doubt."""
        return math.sqrt(sum(self.shares().values()))

    def shares(self) -> Mapping[Doubt | None, float]:
        """Return the relative variance that each doubt brings; None gathers what concerns single lines."""
        if self.value <= 0:
            return {}
        own: dict[Doubt | None, float] = {
            doubt: (amount / self.value * doubt.sigma) ** 2 for doubt, amount in self.amounts.items()
        }
        own[None] = self.variance / self.value / self.value
        return own

    def range(self) -> tuple[float, float]:
        """Return the 95 % interval of the figure: above zero as soon as the figure is."""
        factor = math.exp(Z95 * self.sigma())
        return self.value / factor, self.value * factor


def half_width(sigma_total: float) -> float:
    """Return the "± share" shown for a sigma: half of the 95 % interval over the value."""
    return math.sinh(Z95 * sigma_total)
