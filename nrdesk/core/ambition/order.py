"""The order that the collectivité gave to its axes and objectives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from nrdesk.core.model import Record

R = TypeVar("R", bound=Record)


def in_order(records: Iterable[R]) -> list[R]:
    """Return records by their `rank`; those of the same rank keep their order of creation."""
    ranked: list[Any] = list(records)
    return sorted(ranked, key=lambda record: record.rank)
