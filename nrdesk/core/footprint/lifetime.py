"""How many years the manufacture of an appliance is spread over.

Observed (date out − date in) > planned for the line > rule of the collectivité > typical of the category. An
appliance kept beyond that life is divided by its real age: its manufacture never drops to zero, and every
year of service makes each year lighter. Never less than a year either: one year never carries more than the
whole manufacture.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import NamedTuple

from nrdesk.core import dates
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.uncertainty import PLANNED_LIFETIME, sigma
from nrdesk.core.model import Equipment

SHORTEST = 1.0
"""Years: the least that a manufacture is spread over."""

_MARGIN = {4: 0.5, 7: 1 / 24, 10: 0.0}
"""Length of a partial date -> years that it may be wrong by: half of the year or of the month."""
_HESITATION = 1.0
"""Years that a purchase date marked as doubtful ("2022 ?") may be wrong by, besides (hypothesis)."""


class LifetimeBasis(StrEnum):
    """Where a lifetime comes from."""

    OBSERVED = "observed"
    REAL_AGE = "real_age"
    PLANNED = "planned"
    RULE = "rule"
    TYPICAL = "typical"
    UNKNOWN = "unknown"


class Lifetime(NamedTuple):
    """The years that the manufacture of a line is spread over."""

    years: float
    basis: LifetimeBasis
    sigma: float = 0.0
    """Log-normal standard deviation of what concerns this line only."""

    @property
    def known(self) -> bool:
        """Whether anything tells the lifetime."""
        return self.years < math.inf


UNKNOWN = Lifetime(math.inf, LifetimeBasis.UNKNOWN)
"""Nothing tells the lifetime: a share of the manufacture cannot be counted."""


class Lifetimes:
    """Lifetimes of the lines of one calculation; each date and each category is worked out once."""

    def __init__(self, method: Method) -> None:
        self._date = method.as_of
        self._as_of = dates.decimal_year(method.as_of)
        self._rules = method.lifetime_rules
        self._typical = method.factors.typical_lifetimes
        self._ages: dict[tuple[str, bool], Lifetime] = {}
        self._defaults: dict[str | None, Lifetime] = {}

    def of(self, line: Equipment) -> Lifetime:
        """Return the lifetime of a line, `UNKNOWN` when nothing tells it."""
        if line.purchased and line.retired and self._is_past(line.retired) and (observed := _observed(line)):
            return observed
        expected = self.expected(line)
        if line.purchased:
            age = self._age(line.purchased, line.purchased_uncertain)
            if age.years > expected.years:
                return age
        return expected

    def _is_past(self, retired: str) -> bool:
        """Return whether an exit took place: one to come has not been observed yet."""
        return retired <= self._date[: len(retired)]

    def _age(self, purchased: str, uncertain: bool) -> Lifetime:
        """Return the real age at the date of the inventory; a purchase to come is a year old at least."""
        key = (purchased, uncertain)
        age = self._ages.get(key)
        if age is None:
            years = self._as_of - dates.decimal_year(purchased)
            age = _between_dates(years, LifetimeBasis.REAL_AGE, _margin(purchased, uncertain))
            self._ages[key] = age
        return age

    def expected(self, line: Equipment) -> Lifetime:
        """Return the life that an appliance like this one is expected to have, whatever its age."""
        planned = line.lifetime_years
        if planned is not None and planned > 0:
            return Lifetime(max(planned, SHORTEST), LifetimeBasis.PLANNED, sigma(PLANNED_LIFETIME))
        default = self._defaults.get(line.category)
        if default is None:
            default = self._defaults[line.category] = self._default(line.category or "")
        return default

    def _default(self, category: str) -> Lifetime:
        """Return the life of the appliances of a category that have none of their own."""
        if (rule := self._rules.get(category, 0.0)) > 0:
            return Lifetime(max(rule, SHORTEST), LifetimeBasis.RULE)
        if (typical := self._typical.get(category, 0.0)) > 0:
            return Lifetime(max(typical, SHORTEST), LifetimeBasis.TYPICAL)
        return UNKNOWN


def _observed(line: Equipment) -> Lifetime | None:
    """Return the life between the two dates of a line, None when they are inverted."""
    purchased, retired = line.purchased or "", line.retired or ""
    years = dates.years_between(purchased, retired)
    if years < 0:
        return None
    margin = _margin(purchased, line.purchased_uncertain) + _margin(retired, False)
    return _between_dates(years, LifetimeBasis.OBSERVED, margin)


def _margin(partial: str, uncertain: bool) -> float:
    """Return the years that a partial date may be wrong by."""
    return _MARGIN[len(partial)] + (_HESITATION if uncertain else 0.0)


def _between_dates(years: float, basis: LifetimeBasis, margin: float) -> Lifetime:
    """Return a lifetime counted between two dates, wrong by `margin` years at most."""
    years = max(years, SHORTEST)
    return Lifetime(years, basis, sigma(margin / years))
