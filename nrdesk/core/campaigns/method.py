"""How a campaign is calculated today: factors, territory, date and the choices of the collectivité."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.campaigns.factor_files import load_family
from nrdesk.core.footprint import Method
from nrdesk.core.inventory.sites import site_profiles
from nrdesk.core.model import Campaign

if TYPE_CHECKING:
    from nrdesk.core.document import Document

REFURBISHED_SHARE = "refurbished_share"
LIFETIME_RULES = "lifetime_rules"
USAGE_PROFILES = "usage_profiles"
"""Settings of the document, each a mapping from category: see `Method` for what they replace."""


def method_today(document: Document, campaign: Campaign, family: str | None = None) -> Method:
    """Return how a campaign is calculated with the factors and the choices of today, frozen or not.

    Args:
        document: the document.
        campaign: one of its campaigns.
        family: a family of factors in place of the campaign's own.

    Raises:
        UserError: there is no such family.
    """
    factors = load_family(document, family or campaign.factor_family)
    return Method(
        factors=factors,
        # The first territory of the data is the default one: mainland France.
        territory=document.authority.territory or factors.electricity[0].territory,
        year=campaign.year,
        as_of=campaign.as_of,
        electricity_year=campaign.electricity_year,
        refurbished_share=document.setting(REFURBISHED_SHARE) or {},
        lifetime_rules=document.setting(LIFETIME_RULES) or {},
        usage_profiles=document.setting(USAGE_PROFILES) or {},
        site_profiles=site_profiles(document),
    )
