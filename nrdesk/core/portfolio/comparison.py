"""Where a collectivité stands among comparable ones, without naming any of them.

Only quartiles are given, of at least `FEWEST` collectivités of the same stratum besides the one compared:
with fewer, a figure could be traced back to somebody. A figure that counts too little of a park is left out,
and so are invented documents.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nrdesk.core.formatting import NBSP, count, percent, trimmed
from nrdesk.core.portfolio import wording
from nrdesk.core.portfolio.portfolio import Portfolio, identity
from nrdesk.core.portfolio.strata import Stratum, stratum_of
from nrdesk.core.portfolio.summary import Summary

FEWEST = 5
"""Least others that a comparison is drawn from: nrdesk's choice."""
COUNTED = 0.8
"""Share of the appliances that a footprint must count to be compared: nrdesk's choice."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that collectivités are compared by."""

    key: str
    label: str
    unit: str
    value: Callable[[Summary], float | None]
    """None when there is no figure, or when it is not good enough to be compared."""
    text: Callable[[Summary], str]
    """The figure of one collectivité, in French; empty when there is none."""
    shown: Callable[[float], str]
    """A figure of several together, in French, without its unit."""

    def of(self, number: float) -> str:
        """Return a figure with its unit."""
        return f"{self.shown(number)}{NBSP}{self.unit}" if self.unit else self.shown(number)


@dataclass(frozen=True, slots=True)
class Position:
    """One figure of a collectivité among the others of its stratum."""

    measure: Measure
    own: float | None
    others: int
    """Others that have this figure."""
    low: float | None = None
    middle: float | None = None
    high: float | None = None
    """First quartile, median and third quartile of the others; None while they are too few."""

    @property
    def told(self) -> str:
        """French words: where the figure stands among the others."""
        if self.low is None or self.high is None or self.middle is None:
            return f"{count(self.others, 'autre')} seulement{NBSP}: il en faut {FEWEST} pour comparer"
        if self.own is None:
            return "pas encore de chiffre comparable"
        if self.own < self.low:
            return "parmi le quart le plus bas"
        if self.own > self.high:
            return "parmi le quart le plus haut"
        return "dans la moitié du milieu"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A collectivité among those of its stratum."""

    stratum: Stratum
    positions: tuple[Position, ...]


def _compared(summary: Summary, value: float | None) -> float | None:
    return value if summary.coverage >= COUNTED else None


def _plain(value: float) -> str:
    return trimmed(value, 2 if value < 1 else 1 if value < 100 else 0)


MEASURES = (
    Measure(
        "per_agent",
        "Empreinte par agent",
        f"kg éq.{NBSP}CO₂",
        lambda each: _compared(each, each.per_agent),
        wording.per_agent,
        _plain,
    ),
    Measure(
        "per_inhabitant",
        "Empreinte par habitant",
        f"kg éq.{NBSP}CO₂",
        lambda each: _compared(each, each.per_inhabitant),
        wording.per_inhabitant,
        _plain,
    ),
    Measure(
        "appliances",
        "Appareils par agent",
        "",
        lambda each: each.appliances / each.agents if each.agents and each.appliances else None,
        lambda each: trimmed(each.appliances / each.agents, 1) if each.agents and each.appliances else "",
        lambda value: trimmed(value, 1),
    ),
    Measure(
        "progress",
        "Avancement des dix étapes",
        "",
        lambda each: each.progress,
        lambda each: percent(each.progress),
        percent,
    ),
)
"""In the order shown."""


def compare(portfolio: Portfolio, summary: Summary) -> Comparison:
    """Return where a collectivité of a portfolio stands among the others of its stratum."""
    stratum, itself = stratum_of(summary), identity(summary)
    others = [
        each
        for each in comparable(portfolio.distinct)
        if stratum_of(each) == stratum and identity(each) != itself
    ]
    return Comparison(stratum, tuple(_position(measure, summary, others) for measure in MEASURES))


def comparable(summaries: Iterable[Summary]) -> list[Summary]:
    """Return those whose figures are of a real collectivité."""
    return [each for each in summaries if not each.fictional]


def by_stratum(summaries: Iterable[Summary]) -> dict[Stratum, list[Summary]]:
    """Return real collectivités by stratum, the least populated first."""
    found: dict[Stratum, list[Summary]] = {}
    for each in comparable(summaries):
        found.setdefault(stratum_of(each), []).append(each)
    return dict(sorted(found.items()))


def quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Return the quartiles of figures (linear interpolation, ends included); None when they are too few."""
    if len(values) < FEWEST:
        return None
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, middle, high


def figures(measure: Measure, summaries: Iterable[Summary]) -> list[float]:
    """Return the figures that collectivités have of a measure."""
    return [value for each in summaries if (value := measure.value(each)) is not None]


def _position(measure: Measure, summary: Summary, others: Sequence[Summary]) -> Position:
    values = figures(measure, others)
    low, middle, high = quartiles(values) or (None, None, None)
    return Position(measure, measure.value(summary), len(values), low, middle, high)
