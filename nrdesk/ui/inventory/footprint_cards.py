"""The cards of the footprint page: totals, what is missing, what would make the figures better."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.footprint import LineResult, Quality, Total, advise
from nrdesk.core.footprint.recipe import Lack
from nrdesk.core.footprint.services import Combined, ServicesResult
from nrdesk.core.formatting import NBSP, count, mass, number, percent, precise, rounded, span
from nrdesk.core.model.factors import Criterion
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.layout import column, row
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.rows import LinkRow

Go = Callable[[str, str], object]
"""Shows a page, by key, and a field of it."""

_MISSING_SHOWN = 5
_LINK = 300
"""Least width of a row that leads to another page, in pixels for normal text."""
_ADVICE_SHOWN = 3
_FIELDS = {
    Lack.CATEGORY: "category",
    Lack.FACTOR: "category",
    Lack.ENERGY: "annual_kwh",
    Lack.LIFETIME: "lifetime_years",
    Lack.QUANTITY: "quantity",
}
"""What a line lacks -> the field of the grid to fill in."""
_QUALITY_TONES = {
    Quality.GOOD: "ok",
    Quality.FAIR: "accent",
    Quality.ESTIMATED: "quiet",
    Quality.INCOMPLETE: "warn",
}


def total_card(assessment: Assessment, criterion: Criterion, explain: Callable[[], object]) -> Card:
    """Return the total of a criterion, with its range and what it covers."""
    total = assessment.result.totals[criterion.id]
    card = Card(criterion.label)
    card.body.setSpacing(6)
    scale, unit = _unit(criterion, total)
    value = rounded(total.value / scale, total.low / scale, total.high / scale)
    card.add_row(text.figure(value), text.label(f"{unit} par{NBSP}an", tone="muted", wrap=False))
    card.add(text.muted(f"{span(total.low / scale, total.high / scale)} {unit}"))
    card.add(text.muted(f"{percent(total.coverage_quantity)} des appareils comptés"))
    if criterion.id == HEADLINE:
        card.add(text.body(_shares(assessment)))
    card.add_stretch()
    link = button("Expliquer ce chiffre", kind="link", on_click=explain)
    link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {criterion.label}")
    card.add_row(link)
    return card


def missing_card(assessment: Assessment, go: Go) -> Card:
    """Return the lines that are left out of the totals; each leads to the cell to fill in."""
    lines = assessment.result.incomplete
    card = Card("Ce qui manque", Pill(count(len(lines), "ligne"), "warn" if lines else "ok"))
    card.body.setSpacing(8)
    for line in lines[:_MISSING_SHOWN]:
        name = _name(line)
        link = button(name, kind="link", on_click=partial(_complete, line, go))
        link.setAccessibleDescription(f"Il manque{NBSP}: {', '.join(line.missing)}")
        card.add(column(row(link), text.muted(f"Il manque{NBSP}: {', '.join(line.missing)}"), gap=2))
    if len(lines) > _MISSING_SHOWN:
        rest = f"Et {count(len(lines) - _MISSING_SHOWN, 'autre ligne', 'autres lignes')}"
        card.add_row(button(rest, kind="link", on_click=partial(_complete, lines[_MISSING_SHOWN], go)))
    if not lines:
        card.add(text.body("Rien : toutes les lignes sont comptées."))
    card.add_stretch()
    return card


def advice_card(assessment: Assessment, go: Go) -> Card:
    """Return what would make the headline figure surer, the most useful first."""
    card = Card("Ce qui préciserait le plus l’empreinte")
    card.body.setSpacing(8)
    advice = advise(assessment.result, HEADLINE)[:_ADVICE_SHOWN]
    for each in advice:
        field = "purchased" if each.text.startswith("Dater") else ""
        link = button("Compléter l’inventaire", kind="link", on_click=partial(go, "inventory", field))
        link.setAccessibleDescription(each.text)
        card.add(Panel(text.body(f"{each.text}."), row(link)))
    if not advice:
        card.add(text.body("Aucune donnée ne changerait beaucoup la fourchette."))
    card.add(text.muted("Qualité des lignes"))
    found = assessment.result.quality
    card.add_row(*(Pill(_counted(n, quality), _QUALITY_TONES[quality]) for quality, n in found.items() if n))
    card.add_stretch()
    return card


def around_card(services: ServicesResult, both: Combined, go: Go) -> Card:
    """Return the way to what stands around the appliances: services, territory, other years."""
    card = Card("Autour de ces appareils")
    if services.counted:
        total = both.total
        detail = f"Avec eux, le total passe à {mass(total.value, total.low, total.high)} par{NBSP}an."
    else:
        detail = "Messageries, hébergement, impressions, sites web\u00a0: à ajouter."
    card.add(
        Columns(
            LinkRow("Services numériques", detail, "network", partial(go, "services", "")),
            LinkRow(
                "Territoire",
                "Ce que pèse le numérique des habitants et des entreprises.",
                "landmark",
                partial(go, "territory", ""),
            ),
            LinkRow(
                "Campagnes et comparaisons",
                "Ouvrir une année, figer celle qui est finie, expliquer l’écart.",
                "history",
                partial(go, "years", ""),
            ),
            LinkRow(
                "Renouvellement du parc",
                "Âges, fins de mises à jour, ce qui arrive à échéance.",
                "calendar-clock",
                partial(go, "renewal", ""),
            ),
            narrowest=_LINK,
            most=2,
            gap=8,
        )
    )
    return card


def method_sentence(assessment: Assessment) -> str:
    """Return with what the figures were worked out, in one sentence."""
    method = assessment.method
    electricity = method.electricity
    where = (
        f"électricité {electricity.territory} {electricity.year}"
        if electricity
        else "sans facteur d’électricité"
    )
    return (
        f"Évaluation, et non mesure{NBSP}: famille de facteurs «{NBSP}{method.factors.family}{NBSP}» "
        f"({method.factors.version}), {where}. La fabrication est répartie sur la durée de vie."
    )


def _unit(criterion: Criterion, total: Total) -> tuple[float, str]:
    """Return the scale and the unit in which a total reads best."""
    if criterion.id == HEADLINE and total.value >= 1000:
        return 1000.0, f"t éq.{NBSP}CO₂"
    return 1.0, criterion.unit_text


def _shares(assessment: Assessment) -> str:
    parts = []
    if assessment.per_agent is not None:
        parts.append(f"{precise(assessment.per_agent, 2)}{NBSP}kg par agent")
    if assessment.per_inhabitant is not None:
        parts.append(f"{precise(assessment.per_inhabitant, 2)}{NBSP}kg par habitant")
    return " · ".join(parts)


def _complete(line: LineResult, go: Go) -> None:
    """Go where what a line lacks is filled in; the factor of a territory comes from the collectivité."""
    if line.missing[0] is Lack.ELECTRICITY:
        go("authority", "territory")
    else:
        go("inventory", f"{line.id} {_FIELDS[line.missing[0]]}")


def _name(line: LineResult) -> str:
    equipment, category = line.equipment, line.recipe.category
    what = category.label if category else f"{equipment.brand} {equipment.model}".strip()
    return " · ".join(part for part in (equipment.number, what) if part) or "Ligne sans nom"


def _counted(n: int, quality: Quality) -> str:
    plural = "s" if n > 1 and quality is not Quality.INCOMPLETE else ""
    return f"{number(n)} {quality}{plural}"
