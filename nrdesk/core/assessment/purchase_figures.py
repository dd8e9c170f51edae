"""What the figures of purchases are worth in a campaign: the share of reuse in the spending on computing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.worth import Answer, share
from nrdesk.core.footprint.wording import INVENTORY
from nrdesk.core.model import Acquisition, DeclaredSpend

if TYPE_CHECKING:
    from nrdesk.core.document import Document

COMPUTING = "Matériel informatique et téléphonie"
"""The product type of the AGEC article 58 declaration that this figure keeps to."""
_REUSED, _ALL, _EUROS = "Dépense de réemploi", "Dépense totale", "€ HT"


def reused_spend(document: Document, assessment: Assessment) -> Answer:
    """Return the share of reuse in the year's spending on computers and telephones.

    What the collectivité declares comes first; failing that, the purchases of the inventory that have a
    price.
    """
    year = assessment.campaign.year
    declared = document.all(DeclaredSpend, year=year, product_type=COMPUTING)
    if total := sum(each.total or 0.0 for each in declared):
        reused = sum(each.reused or 0.0 for each in declared)
        return share((_REUSED, reused), (_ALL, total), "", f"déclaration AGEC {year}", _EUROS)
    bought = [
        line.equipment
        for line in assessment.result.lines
        if line.equipment.price and (line.equipment.purchased or "").startswith(str(year))
    ]
    spent = sum((each.price or 0.0) * max(each.quantity, 0) for each in bought)
    again = sum(
        (each.price or 0.0) * max(each.quantity, 0)
        for each in bought
        if each.acquisition is Acquisition.REFURBISHED
    )
    unknown = f"Aucune dépense de {year} n’est déclarée, et aucun achat n’a de prix."
    return share((_REUSED, again), (_ALL, spent), unknown, INVENTORY, _EUROS)
