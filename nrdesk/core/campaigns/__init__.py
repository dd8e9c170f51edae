"""Campaigns over the years: opening the next one, freezing one, and the method each is calculated with.

A campaign that is frozen keeps, as JSON in its `FrozenMethod`, all that its figures depend on besides its
lines: the whole `Method`, the kinds of services, the staff and the populations. Its lines are then refused
at the door of the document (`core.document.transaction`). Newer factors, another electricity or another
setting therefore never move a figure that was voted.
"""

from nrdesk.core.campaigns.factor_files import families, family_label, family_named
from nrdesk.core.campaigns.frozen import Frozen, authority_of, frozen_of, method_of
from nrdesk.core.campaigns.lifecycle import (
    campaign_of,
    copy_campaign,
    delete_campaign,
    freeze,
    freeze_within,
    unfreeze,
    unfreeze_within,
)
from nrdesk.core.campaigns.method import LIFETIME_RULES, REFURBISHED_SHARE, USAGE_PROFILES, method_today

__all__ = [
    "LIFETIME_RULES",
    "REFURBISHED_SHARE",
    "USAGE_PROFILES",
    "Frozen",
    "authority_of",
    "campaign_of",
    "copy_campaign",
    "delete_campaign",
    "families",
    "family_label",
    "family_named",
    "freeze",
    "freeze_within",
    "frozen_of",
    "method_of",
    "method_today",
    "unfreeze",
    "unfreeze_within",
]
