"""The product types of the AGEC article 58 declaration."""

from __future__ import annotations

from functools import cache

from nrdesk.core.reference.table import read_data


@cache
def product_types() -> tuple[str, ...]:
    """Return the product types as the official schema (schema.data.gouv.fr) names them, in its order."""
    return tuple(line.required("product_type") for line in read_data("law/purchase_types.csv"))
