"""The words of a portfolio, the same on screen, on paper and on the command line."""

from __future__ import annotations

from nrdesk.core import dates
from nrdesk.core.formatting import NBSP, count, mass, mass_span, percent, rounded
from nrdesk.core.portfolio.portfolio import Portfolio
from nrdesk.core.portfolio.summary import Summary


def overview(portfolio: Portfolio) -> str:
    """Return what a folder holds, in one sentence: every file is accounted for."""
    read = count(len(portfolio.summaries), "document lu", "documents lus")
    failed = count(len(portfolio.failures), "fichier non lu", "fichiers non lus")
    files = count(portfolio.files, "fichier")
    return f"{files} = {read} + {failed}"


def footprint(summary: Summary) -> str:
    """Return the footprint of the park: "12,4 t éq. CO₂"; empty when nothing counts."""
    if summary.footprint is None:
        return ""
    return mass(summary.footprint, summary.low, summary.high)


def footprint_short(summary: Summary) -> str:
    """Return the footprint of the park for a column that says of what: "12 t"; empty when nothing counts."""
    return footprint(summary).removesuffix(f" éq.{NBSP}CO₂").removesuffix(f"{NBSP}éq.{NBSP}CO₂")


def footprint_span(summary: Summary) -> str:
    """Return the range of the footprint: "entre 9,8 et 16 t éq. CO₂"; empty when nothing counts."""
    if summary.footprint is None:
        return ""
    return mass_span(summary.footprint, summary.low, summary.high)


def per_agent(summary: Summary) -> str:
    """Return the footprint of an agent, in kg CO₂e a year and without the unit; empty when unknown."""
    return _share(summary, summary.per_agent)


def per_inhabitant(summary: Summary) -> str:
    """Return the footprint of an inhabitant, likewise."""
    return _share(summary, summary.per_inhabitant)


def quality(summary: Summary) -> str:
    """Return how far the footprint can be trusted: "80 % comptés, 45 % bien connus"; empty without a park."""
    if not summary.appliances:
        return ""
    return f"{percent(summary.coverage)} comptés, {percent(summary.known)} bien connus"


def next_due(summary: Summary) -> str:
    """Return what falls due next: "30/06/2027, déclaration…"; empty when nothing does."""
    due = summary.next_due
    return f"{dates.short(due.on)}{NBSP}: {due.title}" if due else ""


def campaign(summary: Summary) -> str:
    """Return the latest campaign: "2026, figée"."""
    return f"{summary.year}, figée" if summary.frozen else str(summary.year)


def remarks(portfolio: Portfolio, summary: Summary) -> tuple[str, ...]:
    """Return what is to be known of a document, in French sentences."""
    told = list(summary.warnings)
    if summary.fictional:
        told.append("Données inventées\u00a0: ce document n’est comparé à aucun autre.")
    if summary.opened_by:
        told.append(
            f"Ouvert par {summary.opened_by}\u00a0: ses chiffres sont ceux du dernier enregistrement."
        )
    for group in portfolio.twins:
        if summary.file in (each.file for each in group):
            latest = group[0]
            others = ", ".join(each.file for each in group if each.file != summary.file)
            told.append(f"Même collectivité que {others}. La comparaison retient {latest.file}.")
    return tuple(told)


def _share(summary: Summary, value: float | None) -> str:
    if value is None or not summary.footprint:
        return ""
    scale = value / summary.footprint
    return rounded(value, summary.low * scale, summary.high * scale)
