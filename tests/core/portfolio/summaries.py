"""Summaries made up for the tests, without a document."""

from typing import Any

from nrdesk.core.model import AuthorityKind
from nrdesk.core.portfolio import Portfolio, Summary

from . import TODAY


def summary(name: str, **fields: Any) -> Summary:
    """Return a summary of a commune of 1 000 inhabitants and 10 agents, whose park is counted whole."""
    known: dict[str, Any] = {
        "file": f"{name}.nrdesk",
        "authority_id": name,
        "kind": AuthorityKind.COMMUNE,
        "code": f"code of {name}",
        "population": 1_000,
        "agents": 10,
        "year": 2026,
        "as_of": "2026-06-30",
        "steps": (0.5,) * 10,
        "appliances": 20,
        "footprint": 500.0,
        "low": 400.0,
        "high": 620.0,
        "per_agent": 50.0,
        "per_inhabitant": 0.5,
        "coverage": 1.0,
        "known": 0.8,
    }
    return Summary(name=name, **{**known, **fields})


def portfolio(*summaries: Summary) -> Portfolio:
    """Return a portfolio of such summaries."""
    from pathlib import Path

    return Portfolio(Path("dossier"), TODAY, summaries)
