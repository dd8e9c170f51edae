"""AGEC article 58: the share of a year's spending that goes to what was reused, given or recycled.

For each product type and calendar year, in euros excl. tax (law 2020-105 art. 58, decree 2024-134):

    reuse share    = (spent on reuse + value of gifts) / all spending
    recycled share = spent on products with recycled matter / all spending

The target is a share of the *spending of the type*, not of the park. Shares to reach are data
(`law/agec58_rates.csv`); one that nobody confirmed is used and said « à confirmer ».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core.model import DeclaredSpend
from nrdesk.core.model.purchase import TargetShare, in_force

_ROUNDING = 1e-9
"""Relative doubt of floating point: 20 % of 0.1 + 0.2 is 20 %."""


class SpendVerdict(StrEnum):
    """Where a type stands."""

    MET = "met"
    SHORT = "short"
    NO_SPENDING = "no_spending"
    """Nothing was bought: the law asks for nothing."""
    INCOMPLETE = "incomplete"
    """An amount is missing: nothing can be said."""
    NO_TARGET = "no_target"
    """nrdesk knows no share to reach for this type and year."""

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]


_LABELS = {
    SpendVerdict.MET: "atteint",
    SpendVerdict.SHORT: "pas atteint",
    SpendVerdict.NO_SPENDING: "sans objet",
    SpendVerdict.INCOMPLETE: "montant à compléter",
    SpendVerdict.NO_TARGET: "taux à confirmer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeResult:
    """A product type in a year."""

    product_type: str
    year: int
    total: float | None
    """Euros excl. tax; None while no amount is given."""
    reused: float | None
    donated: float | None
    recycled: float | None
    reuse_share: float | None
    """0 to 1, above 1 when gifts are worth more than all spending; None when it cannot be told."""
    recycled_share: float | None
    target: TargetShare | None
    """What the law asks in the year; None when nrdesk does not follow this type."""
    verdict: SpendVerdict

    @property
    def reuse_target(self) -> float | None:
        """Share to reach in reuse, 0 to 1; None when unknown."""
        percent = self.target.reuse_percent if self.target else None
        return None if percent is None else percent / 100

    @property
    def recycled_target(self) -> float | None:
        """Share to reach in recycled matter, 0 to 1; None when none is known."""
        percent = self.target.recycled_percent if self.target else None
        return None if percent is None else percent / 100

    @property
    def by_recycling(self) -> bool:
        """Whether the law asks this type for recycled matter alone."""
        return not self.reuse_target and self.recycled_target is not None

    @property
    def share(self) -> float | None:
        """The share that the law looks at, 0 to 1."""
        return self.recycled_share if self.by_recycling else self.reuse_share

    @property
    def share_target(self) -> float | None:
        """The share to reach, 0 to 1; None when unknown."""
        return self.recycled_target if self.by_recycling else self.reuse_target

    @property
    def verified(self) -> bool:
        """Whether the share to reach is sure; otherwise « à confirmer »."""
        return self.target is not None and self.target.verified

    @property
    def left_to_reuse(self) -> float:
        """Euros that were missing to reach the share in reuse; 0 when it is reached or cannot be told."""
        if self.total is None or self.reused is None or self.reuse_target is None:
            return 0.0
        return max(0.0, self.reuse_target * self.total - self.reused - (self.donated or 0.0))


def assess(
    spends: Iterable[DeclaredSpend], targets: Sequence[TargetShare], year: int
) -> tuple[TypeResult, ...]:
    """Return where each product type that has a line in a year stands, in the order of the lines.

    Several lines of one type add up; an amount is unknown when none of them gives it.

    Args:
        spends: amounts declared, of any year.
        targets: shares to reach, of any type and date.
        year: calendar year.
    """
    lines: dict[str, list[DeclaredSpend]] = {}
    for spend in spends:
        if spend.year == year:
            lines.setdefault(spend.product_type, []).append(spend)
    return tuple(_result(name, found, tuple(targets), year) for name, found in lines.items())


def _result(name: str, lines: list[DeclaredSpend], targets: tuple[TargetShare, ...], year: int) -> TypeResult:
    total, reused, donated, recycled = (
        _sum(getattr(line, each) for line in lines) for each in ("total", "reused", "donated", "recycled")
    )
    target = in_force(targets, year, name)
    reuse = None if reused is None else _share(reused + (donated or 0.0), total)
    recycled_share = None if recycled is None else _share(recycled, total)
    return TypeResult(
        product_type=name,
        year=year,
        total=total,
        reused=reused,
        donated=donated,
        recycled=recycled,
        reuse_share=reuse,
        recycled_share=recycled_share,
        target=target,
        verdict=_verdict(total, reuse, recycled_share, target),
    )


def _verdict(
    total: float | None, reuse: float | None, recycled: float | None, target: TargetShare | None
) -> SpendVerdict:
    if total == 0:
        return SpendVerdict.NO_SPENDING
    asked = [
        (share, percent)
        for share, percent in (
            (reuse, target.reuse_percent if target else None),
            (recycled, target.recycled_percent if target else None),
        )
        if percent
    ]
    if not asked:
        return SpendVerdict.NO_TARGET
    if total is None or any(share is None for share, _ in asked):
        return SpendVerdict.INCOMPLETE
    reached = all(share is not None and share * 100 >= percent * (1 - _ROUNDING) for share, percent in asked)
    return SpendVerdict.MET if reached else SpendVerdict.SHORT


def _sum(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _share(part: float, whole: float | None) -> float | None:
    return part / whole if whole else None
