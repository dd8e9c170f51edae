"""From a document to its figures: gathers inventory, factors and choices, and computes the footprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core.campaigns import (
    LIFETIME_RULES,
    REFURBISHED_SHARE,
    USAGE_PROFILES,
    Frozen,
    authority_of,
    family_label,
    frozen_of,
    method_of,
    method_today,
)
from nrdesk.core.footprint import FootprintResult, Method, Total, advise, compute
from nrdesk.core.formatting import NBSP, count, mass, number, percent, rounded, span
from nrdesk.core.model import Authority, Campaign, Equipment

if TYPE_CHECKING:
    from nrdesk.core.document import Document

HEADLINE = "gwp"
"""Criterion of the headline figures: greenhouse gases."""

__all__ = [
    "HEADLINE",
    "LIFETIME_RULES",
    "REFURBISHED_SHARE",
    "USAGE_PROFILES",
    "Assessment",
    "assess",
    "method_of",
]


@dataclass(frozen=True)
class Assessment:
    """The état des lieux of a campaign, in figures."""

    campaign: Campaign
    authority: Authority
    method: Method
    equipment: tuple[Equipment, ...]
    result: FootprintResult
    family: str
    """Identifier of the family of factors."""
    family_label: str
    kept: Frozen | None = None
    """What a frozen campaign kept, when its figures are made of it."""

    @property
    def recomputed(self) -> bool:
        """Whether these are figures of today for a campaign whose own figures are frozen."""
        return self.campaign.frozen and self.kept is None

    @property
    def headline(self) -> Total:
        """Greenhouse gases of the park."""
        return self.result.totals[HEADLINE]

    @property
    def per_agent(self) -> float | None:
        """Footprint of an agent, in kg CO₂e a year; None while their number is unknown."""
        return self.headline.value / self.authority.agents if self.authority.agents else None

    @property
    def per_inhabitant(self) -> float | None:
        """Footprint of an inhabitant (municipal population), in kg CO₂e a year; None while it is unknown."""
        population = self.authority.population_municipal
        return self.headline.value / population if population else None

    @cached_property
    def next_most_useful(self) -> str:
        """The datum to look for first, in French; "" when nothing would change the figures much."""
        advice = advise(self.result, HEADLINE)
        return advice[0].text if advice else ""

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The headline figures, in French sentences ready to show."""
        return tuple(_sentences(self))


def assess(document: Document, campaign: Campaign | None = None, *, family: str | None = None) -> Assessment:
    """Return the figures of a campaign, the latest one by default.

    Args:
        document: the document.
        campaign: one of its campaigns.
        family: a family of factors in place of the campaign's own. A frozen campaign is then recomputed with
            the factors and the settings of today, which `Assessment.recomputed` tells.

    Raises:
        UserError: neither this version of nrdesk nor the document has the family of factors, or what a
            frozen campaign kept cannot be read.
    """
    campaign = campaign or document.campaign
    kept = frozen_of(document, campaign) if family is None else None
    method = kept.method if kept else method_today(document, campaign, family)
    equipment = tuple(document.all(Equipment, campaign_id=campaign.id))
    return Assessment(
        campaign=campaign,
        authority=authority_of(document, campaign),
        method=method,
        equipment=equipment,
        result=compute(equipment, method),
        family=family or campaign.factor_family,
        family_label=kept.family_label if kept else family_label(document, family or campaign.factor_family),
        kept=kept,
    )


def _sentences(assessment: Assessment) -> Iterator[str]:
    result, total = assessment.result, assessment.headline
    if not result.quantity:
        yield "L’inventaire est vide."
        return
    park = count(result.quantity, "équipement")
    if not total.value:
        yield f"Votre parc compte {park}, mais aucun ne peut encore être évalué."
        return
    value = mass(total.value, total.low, total.high)
    unit = "t" if total.value >= 1000 else "kg"
    scale = 1000 if unit == "t" else 1
    around = f"{span(total.low / scale, total.high / scale)}{NBSP}{unit}"
    yield f"Votre parc de {park} pèse environ {value} par an ({around})."
    share = percent(total.manufacture / total.value)
    yield f"La fabrication des équipements en fait {share}, leur électricité le reste."
    electricity = result.totals.get("electricity")
    if electricity and electricity.value:
        kwh = rounded(electricity.value, electricity.low, electricity.high)
        yield f"Il utilise environ {kwh}{NBSP}kWh d’électricité par an."
    if agents := assessment.authority.agents:
        each = rounded(total.value / agents, total.low / agents, total.high / agents)
        yield f"C’est {each}{NBSP}kg éq.{NBSP}CO₂ par agent et par an."
    left = round((1 - total.coverage_quantity) * result.quantity)
    if left:
        verb = "n’est pas encore compté" if left < 2 else "ne sont pas encore comptés"
        yield f"{count(left, 'équipement')} sur {number(result.quantity)} {verb}."
