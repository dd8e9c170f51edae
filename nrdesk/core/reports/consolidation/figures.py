"""The footprint of the whole, where it comes from, and the share of each collectivité."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nrdesk.core import dates
from nrdesk.core.consolidation import Share
from nrdesk.core.formatting import count, mass, mass_span, number, percent
from nrdesk.core.reports.chart_specs import Series
from nrdesk.core.reports.content import (
    Block,
    ChartSpec,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Table,
)
from nrdesk.core.reports.wording import french, kilograms, listed, prose

if TYPE_CHECKING:
    from nrdesk.core.consolidation import View

UNIT = "kg éq. CO₂ par an"
_UNKNOWN = "–"
_NAMED = 5
"""Names in a sentence; beyond, collectivités are counted."""
_BARS = 25
"""Bars of the chart; beyond, the lightest are one."""


def blocks(view: View) -> Iterator[Block]:
    """Yield the first chapters of a consolidation."""
    total, names = view.combined.total, [member.name for member in view.journal.members]
    who = listed(names) if len(names) <= _NAMED else count(len(names), "collectivité")
    services = "et des services numériques " if view.combined.services.value else ""
    yield Heading(1, "L’essentiel")
    yield prose(
        f"{who} : {count(sum(share.quantity for share in view.shares), 'équipement')} {services}qui pèsent "
        f"ensemble environ {mass(total.value, total.low, total.high)} par an "
        f"({mass_span(total.value, total.low, total.high)}).",
        style="lead",
    )
    yield KeyFigures(tuple(_key_figures(view)))
    yield from _origin(view)
    yield from _shares(view)


def _key_figures(view: View) -> Iterator[KeyFigure]:
    combined, authority = view.combined, view.assessment.authority
    parts = (
        (combined.total, "par an, appareils et services"),
        (combined.equipment, "pour les appareils"),
        (combined.services, "pour les services"),
    )
    # Without services, the total is that of the appliances: it is told once.
    for amount, label in parts if combined.services.value else ((combined.total, "par an, appareils"),):
        yield KeyFigure(
            mass(amount.value, amount.low, amount.high),
            label,
            mass_span(amount.value, amount.low, amount.high),
        )
    for people, label in ((authority.agents, "par agent"), (authority.population_municipal, "par habitant")):
        if people:
            total = combined.total
            yield KeyFigure(
                mass(total.value / people, total.low / people, total.high / people),
                f"{label} et par an",
                f"pour {number(people)} {label.removeprefix('par ')}s",
            )


def _origin(view: View) -> Iterator[Block]:
    """Yield the sum from the documents to the whole: it can be checked line by line."""
    yield Heading(1, "D’où vient ce total")
    rows = (
        ("Appareils des documents, chacun par sa méthode", view.told),
        ("La même méthode pour tous", view.method_change),
        ("Appareils dits par deux documents, comptés une fois", view.set_aside),
        ("Modifié depuis la consolidation", view.edited),
    )
    yield Table(
        french("Du total des documents au total consolidé, appareils seuls"),
        (Column("Étape du calcul", 4), Column(UNIT, 1.6, "right")),
        steps(rows),
        total=("Appareils de la consolidation", number(view.combined.equipment.value)),
    )
    yield from (prose(text) for text in _aside(view))


def steps(rows: Sequence[tuple[str, float]]) -> tuple[tuple[str, str], ...]:
    """Return the steps of a sum, rounded so that they add up to its rounded total; zeros are left out."""
    shown, before, exact = [], 0, 0.0
    for rank, (label, value) in enumerate(rows):
        exact += value
        if (change := round(exact) - before) or not rank:
            shown.append((label, number(change)))
        before = round(exact)
    return tuple(shown)


def _aside(view: View) -> Iterator[str]:
    """Yield what the whole would have counted twice."""
    aside = [entry for entry in view.journal.aside if entry.appliance]
    if not aside:
        return
    quantity = round(sum(entry.quantity for entry in aside))
    yield (
        f"Sans cela, {count(quantity, 'appareil')} auraient compté deux fois."
        if quantity > 1
        else "Sans cela, un appareil aurait compté deux fois."
    )
    if unknown := sum(entry.kilograms is None for entry in aside):
        yield (
            f"{count(unknown, 'ligne')} de ces appareils {'n’a' if unknown < 2 else 'n’ont'} pas encore de "
            "poids : il y manque une catégorie, une date ou un facteur."
        )


def _shares(view: View) -> Iterator[Block]:
    yield Heading(1, "La part de chaque collectivité")
    shown = [share for share in view.shares if share.total]
    if shown:
        ordered = _heaviest(shown)
        yield Figure(
            ChartSpec(
                "bars",
                tuple(share.name for share in ordered),
                (
                    Series("Appareils", tuple(share.appliances for share in ordered)),
                    Series("Services", tuple(share.services for share in ordered)),
                ),
                UNIT,
                totals=tuple(kilograms(share.total) for share in ordered),
            ),
            french("Empreinte comptée chez chaque collectivité"),
            french(_alt(ordered, view.combined.total.value)),
        )
    yield Table(
        french("Ce qui est compté chez chaque collectivité"),
        (
            Column("Collectivité", 2.4),
            Column("Inventaire", 1.3),
            Column("Appareils", 1, "right"),
            Column("kg appareils", 1.1, "right"),
            Column("kg services", 1.1, "right"),
            Column("kg par agent", 1.1, "right"),
        ),
        tuple(_row(share) for share in view.shares),
        total=(
            "Ensemble",
            "",
            number(sum(share.quantity for share in view.shares)),
            number(view.combined.equipment.value),
            number(view.combined.services.value),
            _per(view.combined.total.value, view.assessment.authority.agents),
        ),
    )
    yield prose("Les valeurs sont arrondies : leur somme peut différer d’une unité.", style="small")
    if incomplete := sum(share.incomplete for share in view.shares):
        yield prose(
            f"{count(incomplete, 'ligne')} d’inventaire "
            f"{'n’est pas encore comptée' if incomplete < 2 else 'ne sont pas encore comptées'} : il y "
            "manque une catégorie, une date ou un facteur."
        )


def _heaviest(shares: list[Share]) -> list[Share]:
    """Return the shares of the chart, the heaviest first; those that have no room are added up."""
    ordered = sorted(shares, key=lambda share: -share.total)
    kept, others = ordered[:_BARS], ordered[_BARS:]
    if others:
        kept.append(
            Share(
                name=f"{len(others)} autres",
                gathering=None,
                quantity=sum(share.quantity for share in others),
                appliances=sum(share.appliances for share in others),
                services=sum(share.services for share in others),
                incomplete=0,
            )
        )
    return kept


def _row(share: Share) -> tuple[str, ...]:
    member = share.gathering
    return (
        share.name,
        dates.short(member.as_of) if member else "",
        number(share.quantity),
        number(share.appliances),
        number(share.services),
        _per(share.total, member.agents if member else None),
    )


def _per(total: float, people: int | None) -> str:
    return kilograms(total / people) if people else _UNKNOWN


def _alt(ordered: list[Share], total: float) -> str:
    told = [f"{share.name} {percent(share.total / total)}" for share in ordered]
    return (
        f"Barres empilées, de la plus lourde à la plus légère : {listed(told)}. Le tableau donne les valeurs."
    )
