"""What a plan costs and brings back, by year and by action.

Net = investment + operating − savings − funding secured. A funding that is only hoped for is told apart and
never taken off. Amounts are euros excl. tax; what was dropped counts for nothing; a line without an amount is
counted as missing, never as zero.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrdesk.core.model import Action, ActionStatus, BudgetLine, MoneyKind


@dataclass(frozen=True, slots=True)
class Money:
    """Sums in euros excl. tax, each ≥ 0 but the net ones."""

    investment: float = 0.0
    operating: float = 0.0
    savings: float = 0.0
    secured: float = 0.0
    """Funding voted or notified."""
    hoped: float = 0.0
    """Funding asked for or looked for."""
    missing: int = 0
    """Lines without an amount."""

    @property
    def cost(self) -> float:
        """Investment and operating."""
        return self.investment + self.operating

    @property
    def net(self) -> float:
        """What is left to pay: cost − savings − funding secured; below zero, the plan brings money in."""
        return self.cost - self.savings - self.secured

    def __add__(self, other: Money) -> Money:
        return Money(
            self.investment + other.investment,
            self.operating + other.operating,
            self.savings + other.savings,
            self.secured + other.secured,
            self.hoped + other.hoped,
            self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True)
class YearBudget:
    """The money of a year."""

    year: int
    money: Money


@dataclass(frozen=True, slots=True)
class ActionBudget:
    """The money of an action, all years together."""

    action_id: str
    money: Money


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of a plan."""

    years: tuple[YearBudget, ...]
    """Years that have a line, in order."""
    actions: tuple[ActionBudget, ...]
    """Actions that have a line, in the order given."""
    total: Money
    without: tuple[str, ...]
    """Actions to come or under way that have no line: what they cost is not known."""


def budget(actions: Sequence[Action], lines: Iterable[BudgetLine]) -> Budget:
    """Return what a plan costs and brings back."""
    kept = {action.id: action for action in actions if action.status is not ActionStatus.DROPPED}
    by_year: dict[int, Money] = defaultdict(Money)
    by_action: dict[str, Money] = defaultdict(Money)
    for line in lines:
        if line.action_id in kept:
            money = _money(line)
            by_year[line.year] += money
            by_action[line.action_id] += money
    return Budget(
        years=tuple(YearBudget(year, by_year[year]) for year in sorted(by_year)),
        actions=tuple(ActionBudget(key, by_action[key]) for key in kept if key in by_action),
        total=sum(by_action.values(), Money()),
        without=tuple(
            key
            for key, action in kept.items()
            if key not in by_action and action.status is not ActionStatus.DONE
        ),
    )


def _money(line: BudgetLine) -> Money:
    if line.amount is None:
        return Money(missing=1)
    if line.kind is MoneyKind.INVESTMENT:
        return Money(investment=line.amount)
    if line.kind is MoneyKind.OPERATING:
        return Money(operating=line.amount)
    if line.kind is MoneyKind.SAVING:
        return Money(savings=line.amount)
    return Money(secured=line.amount) if line.secured else Money(hoped=line.amount)
