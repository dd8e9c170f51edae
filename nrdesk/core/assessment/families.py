"""« Comparer les sources »: the same inventory under each family of factors.

Families disagree by up to a factor of five and are never mixed: what they give side by side says how much a
figure owes to who published it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core import campaigns
from nrdesk.core.assessment import HEADLINE, assess
from nrdesk.core.errors import UserError
from nrdesk.core.footprint import Total
from nrdesk.core.formatting import percent
from nrdesk.core.model import Campaign

if TYPE_CHECKING:
    from nrdesk.core.document import Document


@dataclass(frozen=True)
class FamilyFigure:
    """What an inventory weighs under one family of factors."""

    family: str
    label: str
    totals: Mapping[str, Total]
    """Criterion -> total; empty when the family cannot be read."""
    note: str
    """What the family is, and what it leaves out."""
    chosen: bool
    """Whether it is the family of the campaign."""
    kept: bool = False
    """Whether these are the figures that the campaign froze."""

    @property
    def coverage(self) -> float:
        """Share of the appliances of the park that the headline counts, 0 to 1."""
        return self.totals[HEADLINE].coverage_quantity if self.totals else 0.0


def compare_families(document: Document, campaign: Campaign) -> tuple[FamilyFigure, ...]:
    """Return the figures of a campaign under each family, its own first.

    The figures of a frozen campaign come as they were kept; the others are those of today's factors.

    Raises:
        UserError: the figures of the campaign itself cannot be computed.
    """
    own = assess(document, campaign)
    figures = [
        FamilyFigure(
            own.family,
            own.family_label,
            own.result.totals,
            _note(document, own.family, own.result.totals),
            chosen=True,
            kept=own.kept is not None,
        )
    ]
    figures += [
        _figure(document, campaign, family.id, family.label)
        for family in campaigns.families(document)
        if family.id != own.family
    ]
    return tuple(figures)


def _figure(document: Document, campaign: Campaign, family: str, label: str) -> FamilyFigure:
    try:
        totals = assess(document, campaign, family=family).result.totals
    except UserError as error:
        return FamilyFigure(family, label, {}, str(error), chosen=False)
    return FamilyFigure(family, label, totals, _note(document, family, totals), chosen=False)


def _note(document: Document, family: str, totals: Mapping[str, Total]) -> str:
    known = next((each.note for each in campaigns.families(document) if each.id == family), "")
    left = 1 - totals[HEADLINE].coverage_quantity
    gap = f"Elle ne dit rien de {percent(left)} de votre parc." if 0.005 < left < 1 else ""
    return " ".join(part for part in (known, gap) if part)
