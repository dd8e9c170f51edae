"""The cards of the territory: its figure, the collectivité's share, its EPCI, other perimeters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nrdesk.core.assessment.territory import (
    CAUTION,
    Group,
    MemberTotal,
    OwnShare,
    TerritoryResult,
    explain_member,
    explain_share,
    small_percent,
)
from nrdesk.core.footprint import Explanation
from nrdesk.core.footprint.territory import (
    TO_CONFIRM,
    TerritoryFootprint,
    explain_territory,
    order_of_magnitude,
)
from nrdesk.core.formatting import NBSP, count, number, percent, precise, trimmed
from nrdesk.core.model.territory import NationalFigure
from nrdesk.core.reference import territory
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.figure_table import FigureTable, TableLine
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.pill import Pill

Explain = Callable[[Explanation], object]
"""Shows an explanation."""

_KG = f"kg éq.{NBSP}CO₂"
_PER_YEAR = f"éq.{NBSP}CO₂ par{NBSP}an"
_MEMBERS_SEEN = 12
NOT_A_TREND = "Ne se compare pas au chiffre du haut : on n’y compte pas les mêmes choses."


def figure_card(result: TerritoryResult, footprint: TerritoryFootprint, explain: Explain) -> Card:
    """Return the footprint of the territory, with what it counts."""
    national = footprint.national
    aside = () if national.verified else (Pill(TO_CONFIRM, "warn"),)
    card = Card("Sur le territoire", *aside)
    card.body.setSpacing(6)
    _add_figure(card, order_of_magnitude(footprint.total), f"par{NBSP}an")
    each = f"{precise(national.per_inhabitant, 3)}{NBSP}{_KG}"
    year = f" ({result.population_year})" if result.population_year else ""
    card.add(text.body(f"{count(footprint.population, 'habitant')}{year} × {each} par habitant."))
    card.add(text.muted(f"Année {national.year}. {national.perimeter}."))
    _add_explain(card, "le territoire", partial(explain, explain_territory(footprint)))
    return card


def share_card(share: OwnShare | None, explain: Explain) -> Card:
    """Return the collectivité's own part in its territory."""
    card = Card("La part de la collectivité")
    card.body.setSpacing(6)
    if share is None:
        card.add(text.body("Elle se calcule dès que l’inventaire a une empreinte."))
        card.add_stretch()
        return card
    _add_figure(card, small_percent(share.share), "du territoire")
    card.add(text.body(share.sentence))
    card.add(text.muted(CAUTION))
    _add_explain(card, "la part de la collectivité", partial(explain, explain_share(share)))
    return card


def tiers_card(footprint: TerritoryFootprint, explain: Explain) -> Card:
    """Return the figure cut into terminals, data centres, networks."""
    card = Card("Ce qui pèse", text.muted(_PER_YEAR, wrap=False))
    table = FigureTable(
        "Empreinte du territoire par famille",
        ("Famille", "Par habitant", "Sur le territoire", "Part"),
    )
    table.show_lines(
        [
            TableLine(
                (
                    tier.figure.tier[:1].upper() + tier.figure.tier[1:],
                    f"{precise(tier.figure.per_inhabitant, 2)}{NBSP}kg",
                    _short(tier.total),
                    percent(tier.figure.share),
                ),
                partial(explain, explain_territory(footprint, tier)),
            )
            for tier in footprint.tiers
        ]
    )
    card.add(table)
    card.add(
        text.muted(
            "Les terminaux sont les appareils de tous : habitants, entreprises, services publics. Les "
            "centres de données et les réseaux qu’ils utilisent sont rarement sur place.",
            terms=True,
        )
    )
    return card


def others_fold(footprints: tuple[TerritoryFootprint, ...], explain: Explain) -> Fold:
    """Return the figures of other years and perimeters, apart so that nobody draws a trend."""
    fold = Fold("Autre année, autre périmètre", opened=False)
    for footprint in footprints:
        national = footprint.national
        name = f"{national.year}{NBSP}: {national.perimeter[:1].lower()}{national.perimeter[1:]}"
        value = f"{order_of_magnitude(footprint.total)} par{NBSP}an"
        link = button(
            "Expliquer ce chiffre", kind="link", on_click=partial(explain, explain_territory(footprint))
        )
        link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {name}")
        each = f"{precise(national.per_inhabitant, 3)}{NBSP}{_KG} par habitant."
        fold.add(Panel(text.strong(f"{name}{NBSP}: {value}"), text.muted(f"{each} {NOT_A_TREND}"), row(link)))
    return fold


def national_fold() -> Fold:
    """Return the national figures that set the scene, and what no source gives."""
    data = territory.load()
    fold = Fold("Pour situer : autres chiffres de la France", opened=False)
    for figure in data.others:
        flag = "" if figure.verified else f" ({TO_CONFIRM})"
        fold.add(text.body(f"{_in_words(figure)}{flag}"))
        fold.add(text.muted(f"Source : {figure.source}, {figure.year}."))
    names = ", ".join(name[:1].lower() + name[1:] if name[1:2].islower() else name for name in data.missing)
    fold.add(text.body(f"Sans valeur dans les sources que nous avons pu lire : {names}."))
    return fold


def group_card(group: Group, explain: Explain) -> Card:
    """Return the communes of the EPCI, and the place of this one when the document is of a commune."""
    national = group.footprint.national
    unit = text.muted(_PER_YEAR, wrap=False)
    card = Card(group.name, Pill(count(len(group.members), "commune")), unit)
    total = order_of_magnitude(group.footprint.total)
    told = f"{count(group.population, 'habitant')}, {total} par{NBSP}an."
    if group.here:
        rank, here = group.here
        nth = "Première" if rank == 1 else f"{rank}ᵉ"
        told += f" {nth} commune par la population : {small_percent(here.share)} de l’ensemble."
    link = button("Expliquer ce chiffre", kind="link", on_click=lambda: explain(explain_member(group)))
    link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {group.name}")
    card.add(text.body(told))
    card.add_row(link)
    table = FigureTable(
        f"Communes, {group.name}", ("Commune", "Habitants", "Par an", "Part"), most=_MEMBERS_SEEN
    )
    table.show_lines(
        [
            TableLine(
                (
                    f"{member.name} (votre commune)" if member.is_here else member.name,
                    number(member.population),
                    _short(member.total),
                    small_percent(member.share),
                ),
                partial(_explain_member, group, member, explain),
            )
            for member in group.members
        ]
    )
    card.add(table)
    year = f" Populations municipales de {group.population_year}." if group.population_year else ""
    card.add(
        text.muted(
            f"Chaque commune : ses habitants × {precise(national.per_inhabitant, 3)}{NBSP}kg "
            f"({national.year}). Seule la population les distingue.{year}"
        )
    )
    return card


def _explain_member(group: Group, member: MemberTotal, explain: Explain) -> None:
    explain(explain_member(group, member))


def _short(kilograms: float) -> str:
    """Return a mass without the words that the title of the table says: "560 t"."""
    return order_of_magnitude(kilograms).removesuffix(f" éq.{NBSP}CO₂")


def _in_words(figure: NationalFigure) -> str:
    """Return "Électricité, box et décodeurs : 3,3 TWh, 0,7 %"."""
    what = figure.indicator if figure.tier == "total" else f"{figure.indicator}, {figure.tier}"
    note = f", {figure.note}" if figure.note else ""
    return f"{what}{NBSP}: {trimmed(figure.value)}{NBSP}{figure.unit}{note}"


def _add_figure(card: Card, figure: str, unit: str) -> None:
    card.add(text.figure(figure))
    card.add(text.label(unit, tone="muted"))


def _add_explain(card: Card, what: str, on_click: Callable[[], object]) -> None:
    card.add_stretch()
    link = button("Expliquer ce chiffre", kind="link", on_click=on_click)
    link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {what}")
    card.add_row(link)
