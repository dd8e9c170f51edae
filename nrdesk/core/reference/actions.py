"""The catalogue of actions ready to be taken up: their figures are estimates of nrdesk, to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nrdesk.core.reference.table import read_data


@dataclass(frozen=True, slots=True)
class CatalogueAction:
    """An action that may be taken up."""

    id: str
    title: str


@cache
def by_id() -> dict[str, CatalogueAction]:
    """Return every action of the catalogue by identifier, in the order of the table."""
    return {
        line.required("id"): CatalogueAction(line.required("id"), line.required("title"))
        for line in read_data("content/actions.csv")
    }
