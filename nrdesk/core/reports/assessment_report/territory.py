"""What digital things weigh on the territory, and the facts known of their uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nrdesk.core.assessment import Assessment
from nrdesk.core.assessment.territory import (
    CAUTION,
    Group,
    TerritoryResult,
    own_share,
    small_percent,
    territory_of,
)
from nrdesk.core.footprint.territory import TO_CONFIRM, TerritoryFootprint, order_of_magnitude
from nrdesk.core.formatting import NBSP, count, number, percent, precise, trimmed, with_unit
from nrdesk.core.model import TerritoryFact
from nrdesk.core.reports.content import Block, Callout, Column, Heading, Paragraph, Table, bold
from nrdesk.core.reports.wording import french, listed, prose

if TYPE_CHECKING:
    from nrdesk.core.document import Document

TITLE = "Le numérique sur le territoire"
_KG = f"kg éq.{NBSP}CO₂"
_MEMBERS = 30
"""Communes listed one by one; beyond, the smallest are added up."""


def blocks(document: Document, assessment: Assessment) -> Iterator[Block]:
    """Yield the chapter; nothing while neither the population nor a fact is known."""
    result = territory_of(document)
    if result.main is None and not result.facts:
        return
    yield Heading(1, TITLE)
    if result.main:
        yield from _figures(document, assessment, result, result.main)
    if result.group:
        yield from _members(result.group)
    yield from _facts(result)


def _figures(
    document: Document, assessment: Assessment, result: TerritoryResult, main: TerritoryFootprint
) -> Iterator[Block]:
    national = main.national
    year = f" ({result.population_year})" if result.population_year else ""
    yield prose(
        "Pour tout le territoire, habitants, entreprises et services publics, le numérique pèse environ ",
        bold(f"{order_of_magnitude(main.total)} par{NBSP}an"),
        f" : {count(main.population, 'habitant')}{year} × "
        f"{precise(national.per_inhabitant, 3)}{NBSP}{_KG} par habitant, moyenne nationale de "
        f"{national.year}.",
        style="lead",
    )
    yield _tiers(main)
    flag = "" if national.verified else f" Valeur {TO_CONFIRM}."
    yield prose(
        f"Périmètre : {_lower(national.perimeter)}. Source : {national.source}.{flag} Aucune fourchette "
        "n’est publiée : ces nombres sont des ordres de grandeur.",
        style="small",
    )
    if share := own_share(document, assessment, result):
        yield Callout("La part de la collectivité", (prose(share.sentence), prose(CAUTION)), "caution")
    if result.others:
        yield _others(result.others)


def _tiers(footprint: TerritoryFootprint) -> Table:
    columns = (
        Column("Famille", 2.4),
        Column("Par habitant (kg/an)", 1.4, "right"),
        Column("Sur le territoire", 1.4, "right"),
        Column("Part", 0.8, "right"),
    )
    rows = tuple(
        (
            tier.figure.tier[:1].upper() + tier.figure.tier[1:],
            precise(tier.figure.per_inhabitant, 2),
            order_of_magnitude(tier.total),
            percent(tier.figure.share),
        )
        for tier in footprint.tiers
    )
    each = precise(footprint.national.per_inhabitant, 3)
    total = ("Ensemble", each, order_of_magnitude(footprint.total), percent(1))
    caption = f"Le numérique du territoire par famille, {footprint.national.year} ({_KG} par{NBSP}an)"
    return Table(caption, columns, rows, total)


def _unnested(text: str) -> str:
    """Return words to be put between parentheses, without those of their own."""
    return text.replace(" (", ", ").replace(")", "")


def _others(footprints: tuple[TerritoryFootprint, ...]) -> Paragraph:
    """Say what other publications would give, and why nobody should draw a trend."""
    told = [
        f"{order_of_magnitude(footprint.total)} ({footprint.national.year}, "
        f"{_unnested(_lower(footprint.national.perimeter))})"
        for footprint in footprints
    ]
    return prose(
        f"D’autres publications donneraient {listed(told)}. Elles ne comptent pas les mêmes choses : les "
        "rapprocher ne dirait rien d’une hausse ou d’une baisse.",
        style="small",
    )


def _members(group: Group) -> Iterator[Block]:
    yield Heading(2, french(f"Les communes : {group.name}"))
    if group.here:
        rank, here = group.here
        nth = "première" if rank == 1 else f"{rank}ᵉ"
        yield prose(
            f"{here.name} est la {nth} des {count(len(group.members), 'commune')} par la population : "
            f"{small_percent(here.share)} des {count(group.population, 'habitant')}, donc de cette empreinte."
        )
    shown, rest = group.members[:_MEMBERS], group.members[_MEMBERS:]
    rows = [
        (
            member.name,
            number(member.population),
            order_of_magnitude(member.total),
            small_percent(member.share),
        )
        for member in shown
    ]
    if rest:
        people = sum(member.population for member in rest)
        rows.append(
            (
                f"{count(len(rest), 'autre commune', 'autres communes')}",
                number(people),
                order_of_magnitude(sum(member.total for member in rest)),
                small_percent(sum(member.share for member in rest)),
            )
        )
    columns = (
        Column("Commune", 2.6),
        Column("Habitants", 1.1, "right"),
        Column("Par an", 1.4, "right"),
        Column("Part", 0.8, "right"),
    )
    total = ("Ensemble", number(group.population), order_of_magnitude(group.footprint.total), percent(1))
    yield Table("Le numérique du territoire par commune", columns, tuple(rows), total)
    yield prose("Seule la population distingue ici les communes.", style="small")


def _facts(result: TerritoryResult) -> Iterator[Block]:
    if result.facts:
        yield Heading(2, "Ce que nous savons des usages et des équipements")
        columns = (
            Column("Sujet", 1.5),
            Column("Fait", 3.2),
            Column("Valeur", 1.2, "right"),
            Column("Source", 2.2),
        )
        rows = tuple(_row(fact) for fact in result.facts)
        yield Table("Faits relevés sur le territoire", columns, rows)
    if left := [expected.topic.label for expected, found in result.expected if not found]:
        yield prose(bold(french("À chercher : ")), f"{listed(left)}.")


def _row(fact: TerritoryFact) -> tuple[str, ...]:
    value = "" if fact.value is None else with_unit(trimmed(fact.value), fact.value, fact.unit)
    source = ", ".join(part for part in (fact.source, str(fact.year or "")) if part)
    label = fact.topic.label
    text = f"{fact.text} ({fact.comment.rstrip('.')})" if fact.comment else fact.text
    return (label[:1].upper() + label[1:], text, value, source or "à préciser")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
