"""What the laws on purchases and on discarded appliances say: shares to reach, and what they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nrdesk.core.model.purchase import DigitalProduct, TargetShare
from nrdesk.core.reference.table import Row, read_data

IT = "Matériel informatique et téléphonie"
"""The product type of most of the digital park, as the official schema names it."""


@cache
def product_types() -> tuple[str, ...]:
    """Return the product types as the official schema (schema.data.gouv.fr) names them, in its order."""
    return tuple(line.required("product_type") for line in read_data("law/purchase_types.csv"))


@cache
def digital_types() -> tuple[str, ...]:
    """Return the product types that a digital strategy follows: those whose shares are in the table."""
    followed = {target.subject for target in purchase_targets()}
    return tuple(each for each in product_types() if each in followed)


@cache
def purchase_targets() -> tuple[TargetShare, ...]:
    """Return the shares of spending to reach by product type (AGEC article 58)."""
    return tuple(_target(row, "category") for row in read_data("law/agec58_rates.csv"))


@cache
def reuse_targets() -> tuple[TargetShare, ...]:
    """Return the shares of discarded appliances to send to reuse (REEN article 16)."""
    return tuple(_target(row) for row in read_data("law/reen16_rates.csv"))


def product_of(category: str | None, group: str = "") -> DigitalProduct | None:
    """Return where a category of appliances stands in both laws, None when nothing tells.

    Args:
        category: identifier of the category.
        group: name of its group, which tells for the categories that have no line of their own.
    """
    known = _products()
    return known.get(category or "") or known.get(group)


@cache
def _products() -> Mapping[str, DigitalProduct]:
    return MappingProxyType(
        {
            row.required("appliances"): DigitalProduct(
                row.text("product_type"), row.flag("reen16"), row.text("note")
            )
            for row in read_data("law/digital_products.csv")
        }
    )


def _target(row: Row, subject: str = "") -> TargetShare:
    return TargetShare(
        subject=row.required(subject) if subject else "",
        start=_day(row, "start_date") or dt.date.min,
        end=_day(row, "end_date"),
        reuse_percent=row.number("reuse_percent"),
        recycled_percent=row.number("recycled_percent"),
        oldest_years=row.number("oldest_years"),
        verified=row.flag("verified"),
        source=row.text("source"),
    )


def _day(row: Row, column: str) -> dt.date | None:
    text = row.text(column)
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise row.error(f"« {text} » n’est pas une date (colonne « {column} »)") from None
