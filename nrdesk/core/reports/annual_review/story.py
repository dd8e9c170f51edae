"""What a bilan tells of a year: gathered once, told by the document, by its short version and by its slides.

The facts are those of `core.monitoring`: as they were kept when the bilan was closed, else as they stand.
Dates come from the data, never from the clock: the same data give the same bilan on whatever day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE
from nrdesk.core.footprint.decomposition import Decomposition, Effect
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import (
    Action,
    ActionYear,
    AnnualReview,
    Authority,
    BudgetLine,
    Campaign,
    DeclaredSpend,
    Equipment,
    Indicator,
    Milestone,
    Objective,
    Reading,
)
from nrdesk.core.monitoring import cycle
from nrdesk.core.monitoring.kept import KeptAction, KeptPurchases, KeptReview
from nrdesk.core.monitoring.year import YearPlace
from nrdesk.core.reference.purchases import IT
from nrdesk.core.reports import parts
from nrdesk.core.reports.wording import capital

if TYPE_CHECKING:
    from nrdesk.core.document import Document

_READ = (
    AnnualReview, ActionYear, Action, Milestone, BudgetLine, Objective, Indicator, Reading, DeclaredSpend,
    Equipment,
)  # fmt: skip
"""Records that a bilan tells: it is dated of their last change while it is not closed."""


@dataclass(frozen=True)
class Story:
    """What there is to tell of a year."""

    document: Document = field(repr=False)
    campaign: Campaign
    on: dt.date
    """Day of the bilan: when it was closed, else that of the data."""
    review: AnnualReview
    """Its texts; empty words when nobody began it."""
    told: KeptReview

    @property
    def authority(self) -> Authority:
        """The collectivité."""
        return self.document.authority

    @property
    def year(self) -> int:
        """Year of the bilan."""
        return self.told.year

    @property
    def closed(self) -> bool:
        """Whether it no longer changes."""
        return self.review.closed_on is not None

    @property
    def compared(self) -> bool:
        """Whether there is an earlier footprint to compare with."""
        before = self.told.footprint_before
        return before is not None and bool(before.value) and bool(self.told.footprint.value)

    @property
    def before_at_constant_method(self) -> float:
        """The footprint of the year before with the method of the year, in kg CO₂e; 0 without one."""
        return self.told.footprint.value - (self.told.at_constant_method or 0.0) if self.compared else 0.0

    @cached_property
    def decomposition(self) -> Decomposition | None:
        """The difference with the year before, split; None when there is nothing to compare."""
        before = self.told.footprint_before
        if before is None or not self.compared:
            return None
        parts_of = {Effect(each.key): each.value for each in self.told.effects}
        return Decomposition(
            HEADLINE,
            before.value,
            self.told.footprint.value,
            {effect: parts_of.get(effect, 0.0) for effect in Effect},
        )

    @cached_property
    def promised(self) -> tuple[KeptAction, ...]:
        """Actions that were to be begun by the end of the year, or that were begun before their time."""
        last = f"{self.year}-12-31"
        # An earlier year knows only what actions are today: what began after it was no promise of its own.
        of_now = self.closed or self.campaign.id == self.document.campaign.id
        return tuple(
            each
            for each in self.told.actions
            if (each.starts and each.starts <= last)
            or (each.place is not YearPlace.NEXT and (of_now or not each.starts))
        )

    @cached_property
    def to_begin(self) -> tuple[KeptAction, ...]:
        """Actions that begin in the next year, the soonest first."""
        found = (each for each in self.told.of(YearPlace.NEXT) if each.starts.startswith(f"{self.year + 1}-"))
        return tuple(sorted(found, key=lambda each: each.starts))

    @property
    def computing(self) -> KeptPurchases | None:
        """The year's purchases of computing and telephony; None when nobody gave them."""
        return next((each for each in self.told.purchases if each.product_type == IT), None)


def of(document: Document, campaign: Campaign | None = None) -> Story:
    """Return what the bilan of a campaign tells: that of the latest bilan begun, else the latest campaign.

    Raises:
        UserError: what was kept cannot be read, or the figures cannot be computed.
    """
    campaign = campaign or _latest(document)
    review = cycle.review_of(document, campaign) or AnnualReview(campaign_id=campaign.id)
    on = _day(document, campaign, review)
    return Story(document, campaign, on, review, cycle.told(document, campaign, on))


def title_of(each: KeptAction) -> str:
    """Return the title of an action, never empty."""
    return each.title.strip() or "Action sans titre"


def standing_of(each: KeptAction) -> str:
    """Return where an action stands: "Terminée", "En cours, 40 %", "Bloquée"."""
    if each.place is YearPlace.UNDER_WAY and each.progress is not None:
        return f"En cours, {each.progress}{NBSP}%"
    return capital(each.place.label)


def _latest(document: Document) -> Campaign:
    begun = {review.campaign_id for review in document.all(AnnualReview)}
    found = [campaign for campaign in document.campaigns() if campaign.id in begun]
    return found[-1] if found else document.campaign


def _day(document: Document, campaign: Campaign, review: AnnualReview) -> dt.date:
    if review.closed_on:
        return dates.last_day(review.closed_on)
    if document.authority.is_demo:
        return dt.date.fromisoformat(campaign.as_of)
    return parts.date_of(document, *_READ)
