"""REEN article 16: the share of discarded appliances that are sent to reuse.

    rate = A / B    (law 2021-1485 art. 16, decree 2023-266 art. 3)

A is what was sent to reuse in the year, B the eligible discarded appliances in stock on 1 January; hence
a rate that may exceed 100 %, and none at all when B is zero: the article then has no object. Appliances
over an age that the decree sets (`TargetShare.oldest_years`) count on neither side: they are to be recycled.
Nor does what is lost, or leased and not the collectivité’s to give. Supports that are classified or that
a security duty excludes, are not known here.

Few collectivités count their stock of 1 January. Until they do, B is what left the park in the year: a
hypothesis, that is said wherever the rate is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core import dates
from nrdesk.core.model import ExitRoute
from nrdesk.core.model.purchase import TargetShare, in_force

_TO_REUSE = (ExitRoute.REUSE, ExitRoute.DONATED, ExitRoute.SOLD)
_NOT_DISCARDED = (ExitRoute.RETURNED, ExitRoute.LOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """Appliances that left the park together."""

    quantity: int
    left: str
    """Date, possibly partial."""
    bought: str | None = None
    """Date, possibly partial; None when unknown: the appliance then counts, for nothing says it is older."""
    route: ExitRoute = ExitRoute.UNKNOWN
    in_scope: bool = True
    """Whether it is a screen or a small appliance of computing or telecommunication."""


class ReuseVerdict(StrEnum):
    """Where the collectivité stands."""

    MET = "met"
    SHORT = "short"
    NO_OBJECT = "no_object"
    """Nothing eligible was discarded."""
    NO_TARGET = "no_target"
    """The year has no share to reach."""

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]


_LABELS = {
    ReuseVerdict.MET: "atteint",
    ReuseVerdict.SHORT: "pas atteint",
    ReuseVerdict.NO_OBJECT: "sans objet",
    ReuseVerdict.NO_TARGET: "aucun taux cette année-là",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRate:
    """The rate of a year and what it is made of, in appliances."""

    year: int
    a: int
    """Sent to reuse in the year."""
    b: int
    """Eligible, in stock on 1 January; what left in the year while that is not known."""
    stock_known: bool
    """Whether `b` is a stock that was counted."""
    rate: float | None
    """A / B, 0 to 1 or beyond; None without an object."""
    over_age: int
    """Left out for their age."""
    not_discarded: int
    """Left out because they were lost, or went back to the lessor."""
    out_of_scope: int
    """Left out because the article is not about them."""
    undated: int
    """Counted, though their age is not known."""
    unrouted: int
    """Counted in B, not in A: nothing says where they went."""
    target: TargetShare | None
    verdict: ReuseVerdict

    @property
    def target_share(self) -> float | None:
        """Share to reach, 0 to 1; None when the year has none."""
        percent = self.target.reuse_percent if self.target else None
        return None if percent is None else percent / 100

    @property
    def verified(self) -> bool:
        """Whether the share to reach is sure."""
        return self.target is not None and self.target.verified


def reuse_rate(
    exits: Iterable[Exit], year: int, targets: Sequence[TargetShare] = (), *, stock: int | None = None
) -> ReuseRate:
    """Return the rate of a year.

    Args:
        exits: what left, in any year.
        year: calendar year.
        targets: shares to reach.
        stock: eligible discarded appliances counted in stock on 1 January, when they were.

    Raises:
        ValueError: a date is not a (partial) ISO date, or the stock is negative.
    """
    if stock is not None and stock < 0:
        raise ValueError(stock)
    # A line that is being typed may hold a negative number: it left nothing.
    target = in_force(tuple(targets), year)
    oldest = target.oldest_years if target else None
    of_year = [each for each in exits if each.quantity > 0 and dates.parts(each.left)[0] == year]
    scope = [each for each in of_year if each.in_scope]
    ours = [each for each in scope if each.route not in _NOT_DISCARDED]
    eligible = [each for each in ours if not _too_old(each, oldest)]
    a = _count(each for each in eligible if each.route in _TO_REUSE)
    b = _count(eligible) if stock is None else stock
    rate = a / b if b else None
    return ReuseRate(
        year=year,
        a=a,
        b=b,
        stock_known=stock is not None,
        rate=rate,
        over_age=_count(each for each in ours if _too_old(each, oldest)),
        not_discarded=_count(scope) - _count(ours),
        out_of_scope=_count(of_year) - _count(scope),
        undated=_count(each for each in eligible if each.bought is None),
        unrouted=_count(each for each in eligible if each.route is ExitRoute.UNKNOWN),
        target=target,
        verdict=_verdict(a, b, target),
    )


def _verdict(a: int, b: int, target: TargetShare | None) -> ReuseVerdict:
    if not b:
        return ReuseVerdict.NO_OBJECT
    if target is None or target.reuse_percent is None:
        return ReuseVerdict.NO_TARGET
    return ReuseVerdict.MET if 100 * a >= target.reuse_percent * b else ReuseVerdict.SHORT


def _too_old(each: Exit, oldest: float | None) -> bool:
    if oldest is None or each.bought is None:
        return False
    return dates.years_between(each.bought, each.left) > oldest


def _count(exits: Iterable[Exit]) -> int:
    return sum(each.quantity for each in exits)
