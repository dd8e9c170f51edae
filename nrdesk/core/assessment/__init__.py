"""From a document to its figures: gathers inventory, factors and choices, and computes the footprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nrdesk.core.errors import UserError
from nrdesk.core.footprint import FootprintResult, Method, Total, advise, compute
from nrdesk.core.formatting import NBSP, count, mass, number, percent, rounded, span
from nrdesk.core.model import Authority, Campaign, Equipment
from nrdesk.core.reference import factors

if TYPE_CHECKING:
    from nrdesk.core.document import Document

HEADLINE = "gwp"
"""Criterion of the headline figures: greenhouse gases."""

REFURBISHED_SHARE = "refurbished_share"
LIFETIME_RULES = "lifetime_rules"
USAGE_PROFILES = "usage_profiles"
"""Settings of the document, each a mapping from category: see `Method` for what they replace."""


@dataclass(frozen=True)
class Assessment:
    """The état des lieux of a campaign, in figures."""

    campaign: Campaign
    authority: Authority
    method: Method
    equipment: tuple[Equipment, ...]
    result: FootprintResult

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


def assess(document: Document, campaign: Campaign | None = None) -> Assessment:
    """Return the figures of a campaign, the latest one by default.

    Raises:
        UserError: the campaign names a family of factors that this version of nrdesk does not have.
    """
    campaign = campaign or document.campaign
    method = method_of(document, campaign)
    equipment = tuple(document.all(Equipment, campaign_id=campaign.id))
    return Assessment(campaign, document.authority, method, equipment, compute(equipment, method))


def method_of(document: Document, campaign: Campaign) -> Method:
    """Return how a campaign is calculated, without calculating anything.

    Raises:
        UserError: the campaign names a family of factors that this version of nrdesk does not have.
    """
    if campaign.factor_family not in {known.id for known in factors.families()}:
        raise UserError(
            f"Cette version de nrdesk ne connaît pas les facteurs d’émission « {campaign.factor_family} ».",
            kept="Vos données sont intactes.",
            todo="Installez la dernière version de nrdesk.",
        )
    family = factors.load(campaign.factor_family)
    return Method(
        factors=family,
        # The first territory of the data is the default one: mainland France.
        territory=document.authority.territory or family.electricity[0].territory,
        year=campaign.year,
        as_of=campaign.as_of,
        electricity_year=campaign.electricity_year,
        refurbished_share=document.setting(REFURBISHED_SHARE) or {},
        lifetime_rules=document.setting(LIFETIME_RULES) or {},
        usage_profiles=document.setting(USAGE_PROFILES) or {},
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
        yield f"{count(left, 'équipement')} sur {number(result.quantity)} ne sont pas encore comptés."
