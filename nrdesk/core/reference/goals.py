"""The seventeen sustainable development goals (ODD) of the United Nations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from nrdesk.core.reference.table import read_data


@cache
def load() -> Mapping[int, str]:
    """Return the French name of each goal by its number, in order."""
    return MappingProxyType(
        {int(line.required("number")): line.required("name") for line in read_data("content/goals.csv")}
    )
