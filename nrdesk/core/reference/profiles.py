"""Usage profiles: how long a kind of place keeps its appliances on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nrdesk.core.model.factors import UsageProfile
from nrdesk.core.reference.table import read_data


@cache
def load() -> Mapping[str, UsageProfile]:
    """Return the profiles by identifier; all are hypotheses of ours, to be measured where it matters."""
    return {
        line.required("id"): UsageProfile(
            id=line.required("id"),
            label=line.required("label"),
            hours_per_day=line.number("hours_per_day") or 0.0,
            days_per_year=line.number("days_per_year") or 0.0,
            source=line.required("source"),
        )
        for line in read_data("factors/usage_profiles.csv")
    }
