"""What the law asks of purchases and of appliances that leave: shares to reach, and what they cover."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetShare:
    """A share to reach between two dates, as a text of law sets it."""

    subject: str = ""
    """Product type of the AGEC declaration; empty for REEN article 16, which has a single subject."""
    start: dt.date
    end: dt.date | None = None
    """Last day; None while nothing replaces it."""
    reuse_percent: float | None = None
    """Percent from reuse, gifts included; None when nobody read it yet."""
    recycled_percent: float | None = None
    """Percent with recycled matter; None when the text asks for none, or when nobody read it yet."""
    oldest_years: float | None = None
    """Age of an appliance beyond which the text leaves it out; None when it has no such limit."""
    verified: bool = False
    """Whether it was read in the text or in two sources that agree; otherwise « à confirmer »."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class DigitalProduct:
    """Where appliances of a category, or of a group of them, stand in both laws."""

    product_type: str
    """Product type of the AGEC declaration, "" for none that is surely theirs."""
    leaves_by_reen16: bool
    """Whether those that leave count in the rate of REEN article 16."""
    note: str = ""
    """Why, in French, when it is not obvious."""


def in_force(targets: tuple[TargetShare, ...], year: int, subject: str = "") -> TargetShare | None:
    """Return the share to reach in a calendar year: the last one in force in it; None without one."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    found = [
        each
        for each in targets
        if each.subject == subject and each.start <= last and (each.end is None or each.end >= first)
    ]
    return max(found, key=lambda each: each.start, default=None)
