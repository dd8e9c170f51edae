"""The two campaigns of the demonstration: 2025, then 2026 opened from it, the first one being frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nrdesk.core import campaigns, exchange, paths
from nrdesk.core.demo import assessment
from nrdesk.core.document import Document
from nrdesk.core.model import Campaign, Equipment, Record

FIRST_YEAR, FIRST_AS_OF = 2025, "2025-11-20"
YEAR, AS_OF = 2026, "2026-11-21"
"""Dates of the two inventories: fixed, so that their figures never move."""
FIRST_ELECTRICITY = 2024
"""Year of the French mix in the first inventory: that of 2025 was not published yet, and its drop then shows
as an effect of the method, not as a merit of the commune."""
_FIRST_COMMENT = "Premier inventaire, base du bilan de départ de mars 2026."


def fill(doc: Document) -> None:
    """Fill in the campaign of 2025, open that of 2026 from it, freeze the first, update the second.

    The inventory of 2025 was kept up to date: it says what left in June 2026, which was still there then.
    """
    exchange.apply_plan(doc, exchange.plan_file(doc, _file("inventaire-2025.csv")))
    first = doc.campaign
    latest = campaigns.copy_campaign(doc, first, YEAR, AS_OF)
    with doc.action(f"Compléter la campagne {FIRST_YEAR}") as tx:
        tx.update(
            Campaign,
            first.id,
            as_of=FIRST_AS_OF,
            comment=_FIRST_COMMENT,
            electricity_year=FIRST_ELECTRICITY,
        )
        tx.add_all(_of_year(first))
    campaigns.freeze(doc, doc.get(Campaign, first.id))
    lines = list(_lines(doc, latest))
    with doc.action(f"Mettre à jour la campagne {YEAR}") as tx:
        tx.delete(Equipment, doc.ids(Equipment, campaign_id=latest.id))
        tx.add_all((*lines, *_of_year(latest)))


def _lines(doc: Document, campaign: Campaign) -> Iterator[Equipment]:
    """Yield the inventory of 2026, in the order of its file.

    Each line keeps the lineage of the line copied from 2025 that has its number; what has left is no longer
    there, and what was bought since begins a lineage.
    """
    lineages = {line.number: line.lineage for line in doc.all(Equipment, campaign_id=campaign.id)}
    source = exchange.read_source(_file("inventaire.csv"))
    plan = exchange.plan_import(source, exchange.recognise_columns(source), (), campaign.id)
    return (replace(line, lineage=lineages.get(line.number, "")) for line in plan.records)


def _file(name: str) -> Path:
    return paths.resources() / "demo" / name


def _of_year(campaign: Campaign) -> list[Record]:
    """Return what each campaign has of its own besides its inventory."""
    return [
        *assessment.services(campaign),
        *assessment.web_sites(campaign),
        *assessment.maturity(campaign),
        *assessment.conclusions(campaign),
    ]
