"""What leaves the park, as REEN article 16 counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nrdesk.core.compliance.reen16 import Exit, ReuseRate, reuse_rate
from nrdesk.core.model import Equipment
from nrdesk.core.reference import factors, purchases

if TYPE_CHECKING:
    from nrdesk.core.document import Document

STOCK = "reuse_stock"
"""Setting of the document: year -> eligible discarded appliances in stock on 1 January."""


def rate_of(document: Document, year: int) -> ReuseRate:
    """Return the reuse rate of a year, from what the inventories tell of what left."""
    return reuse_rate(exits(document, year), year, purchases.reuse_targets(), stock=stock(document, year))


def stock(document: Document, year: int) -> int | None:
    """Return the discarded appliances counted on 1 January of a year, None when nobody counted them."""
    kept: dict[str, int] = document.setting(STOCK) or {}
    return kept.get(str(year))


def set_stock(document: Document, year: int, number: int | None) -> None:
    """Keep the discarded appliances counted on 1 January; None when they are not counted any more."""
    kept: dict[str, int] = document.setting(STOCK) or {}
    others = {known: value for known, value in kept.items() if known != str(year)}
    with document.action(f"Noter le stock réformé au 1ᵉʳ janvier {year}") as tx:
        tx.set_setting(STOCK, others if number is None else {**others, str(year): number})


def exits(document: Document, year: int) -> tuple[Exit, ...]:
    """Return what left the park in a year, as the inventories up to the next year's tell.

    A campaign is opened from the park alone: what left between two inventories is told by the first of them.
    The later inventory wins where both tell of the same line.
    """
    last_told: dict[str, Equipment] = {}
    for campaign in document.campaigns():
        if campaign.year <= year + 1:
            lines = document.all(Equipment, campaign_id=campaign.id)
            last_told.update({line.lineage or line.id: line for line in lines})
    gone = (line for line in last_told.values() if (line.retired or "").startswith(f"{year:04}"))
    return tuple(map(_exit, gone))


def _exit(line: Equipment) -> Exit:
    category = factors.categories().get(line.category or "")
    product = purchases.product_of(line.category, category.group if category else "")
    return Exit(
        quantity=line.quantity,
        left=line.retired or "",
        bought=line.purchased,
        route=line.exit_route,
        in_scope=product is not None and product.leaves_by_reen16,
    )
