"""What the figures of purchases and of discarded appliances are worth, as both laws count them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.worth import Answer, Worth, share
from nrdesk.core.duties import purchases, reuse
from nrdesk.core.duties.explained import explain_reuse, explain_spending
from nrdesk.core.footprint.wording import INVENTORY
from nrdesk.core.reference.purchases import IT

if TYPE_CHECKING:
    from nrdesk.core.document import Document


def reused_spend(document: Document, assessment: Assessment) -> Answer:
    """Return the share of reuse in the year's spending on computers and telephones (AGEC article 58).

    What the collectivité declares comes first; failing that, the purchases of the inventory that have a
    price.
    """
    year = assessment.campaign.year
    declared = next((each for each in purchases.shares(document, year) if each.product_type == IT), None)
    if declared and declared.reuse_share is not None:
        return Worth(_percent(declared.reuse_share), whole=partial(explain_spending, declared))
    told = next((each for each in purchases.proposals(document, year) if each.product_type == IT), None)
    return share(
        ("Achats reconditionnés", told.reused if told else 0.0),
        ("Achats de l’année", told.total if told else 0.0),
        f"Aucune dépense de {year} n’est déclarée, et aucun achat n’a de prix.",
        INVENTORY,
        "€ HT",
    )


def reuse_rate(document: Document, assessment: Assessment) -> Answer:
    """Return the reuse rate of the appliances discarded in the year (REEN article 16)."""
    year = assessment.campaign.year
    found = reuse.rate_of(document, year)
    if found.rate is None:
        return f"Sans objet en {year}\u00a0: aucun appareil concerné n’est sorti du parc."
    return Worth(_percent(found.rate), whole=partial(explain_reuse, found))


def _percent(share: float) -> float:
    """Return a share in percent, one decimal: enough to tell it from its target."""
    return round(100 * share, 1)
