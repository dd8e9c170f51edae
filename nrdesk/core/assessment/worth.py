"""What a figure is worth, with what explains it: the pieces that the figures of objectives are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nrdesk.core.footprint import Explanation, LineResult
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.wording import INVENTORY
from nrdesk.core.formatting import NBSP, count, number, precise, significant, trimmed

_PRECISE = 0.1
"""Relative half-range under which a figure carries three significant figures (as `formatting.rounded`)."""


@dataclass(frozen=True, slots=True)
class Worth:
    """A value, rounded as it is shown."""

    value: float
    formula: str = ""
    """Its left-hand side, in French: "12 ÷ 18 × 100"; empty for what is only read."""
    terms: tuple[Term, ...] = ()
    hypotheses: tuple[str, ...] = ()
    whole: Callable[[], Explanation] | None = None
    """Makes the explanation of the page that shows the figure, in place of the fields above."""


Answer = Worth | str
"""A value, or the French reason why there is none."""


def rounded(value: float, low: float, high: float) -> float:
    """Return a value rounded to what its range allows, as `formatting.rounded` writes it."""
    spread = (high - low) / (2 * abs(value)) if value else 0.0
    return significant(value, 3 if spread < _PRECISE else 2)


def mean(known: list[tuple[int, float]], unknown: str) -> Answer:
    """Return the mean age or life of (quantity, years), one decimal."""
    quantity = sum(each for each, _ in known)
    if not quantity:
        return unknown
    years = sum(each * years for each, years in known)
    return Worth(
        round(years / quantity, 1),
        f"{trimmed(years, 1)}{NBSP}années ÷ {count(quantity, 'appareil')}",
        (
            Term("Années, additionnées", trimmed(years, 1), INVENTORY),
            Term("Appareils comptés", number(quantity), INVENTORY),
        ),
    )


def quantity(lines: Iterable[LineResult]) -> int:
    """Return the number of appliances of some lines; what is mistyped below zero counts for nothing."""
    return sum(max(line.quantity, 0) for line in lines)


def share(
    part: tuple[str, float], whole: tuple[str, float], unknown: str, source: str = INVENTORY, unit: str = ""
) -> Answer:
    """Return a share in whole percent, with its two terms.

    Args:
        part: its name in French, and how much it is.
        whole: the same, for what it is a share of.
        unknown: the reason told when the whole is nothing.
        source: where both are found.
        unit: their unit, for what is not counted one by one.
    """
    if not whole[1]:
        return unknown
    return Worth(
        percentage(part[1] / whole[1]),
        f"{precise(part[1])} ÷ {precise(whole[1])} × 100",
        tuple(Term(name, f"{precise(value)}{NBSP}{unit}".strip(), source) for name, value in (part, whole)),
    )


def counted(number_of: float, name: str, source: str = INVENTORY) -> Worth:
    """Return something that is only counted."""
    return Worth(float(number_of), "", (Term(name, trimmed(number_of), source),))


def percentage(share: float) -> float:
    """Return a share in whole percent."""
    return float(round(100 * share))
