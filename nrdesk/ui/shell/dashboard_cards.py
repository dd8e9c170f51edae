"""The cards of the dashboard, each drawn from what core has computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from nrdesk.core import dates
from nrdesk.core.assessment import HEADLINE, Assessment
from nrdesk.core.compliance import Status, Verdict, evaluate_all
from nrdesk.core.formatting import count, number, percent, rounded, significant, span
from nrdesk.core.model import Authority
from nrdesk.core.reference import obligations
from nrdesk.core.steps import NextThing
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.rows import LinkRow

Go = Callable[[str, str], object]
"""Shows a page, by key, and a field of it."""

_ICONS = {"authority": "settings", "inventory": "clipboard-list", "footprint": "leaf", "obligations": "scale"}
_BEGINNINGS = (
    ("Commencer l’inventaire", "Un tableau existant suffit, même incomplet", "upload", "inventory", ""),
    ("Partir de cinq chiffres", "Un parc estimé en une minute", "leaf", "step4", "start"),
)
"""Ways to a first footprint: title, detail, icon, page and field."""
_COMPLETING = (
    ("Compléter l’inventaire", "Les lignes à compléter sont signalées", "clipboard-list", "inventory", ""),
)
"""The way there is when no line of the inventory can be counted."""
_NOT_BEGUN = "Pas encore d’empreinte\u00a0: elle se calcule à partir de l’inventaire."
_UNCOUNTED = "Pas encore d’empreinte\u00a0: aucune ligne de l’inventaire ne peut être comptée telle quelle."
_GROUPS_SHOWN = 5
_DEADLINES_SHOWN = 3


def next_card(things: list[NextThing], go: Go) -> Card:
    """Return « Que faire maintenant ? »: each line leads to the place."""
    card = Card("Que faire maintenant\u00a0?")
    card.body.setSpacing(8)
    for thing in things:
        where = thing.where
        card.add(
            LinkRow(
                thing.text,
                f"Étape {thing.step.number} · {thing.reason}",
                _ICONS.get(where.page, "book-open"),
                partial(go, where.page, where.field),
            )
        )
    if not things:
        card.add(text.body("Rien ne presse. Vous pouvez reprendre n’importe quelle étape."))
    card.add_stretch()
    return card


def footprint_card(assessment: Assessment, go: Go, explain: Callable[[], object]) -> Card:
    """Return the headline figure, or what to do to have one."""
    card = Card(f"Empreinte du numérique, {assessment.campaign.year}")
    total = assessment.headline
    if not total.value:
        begun = bool(assessment.result.lines)
        card.add(text.body(_UNCOUNTED if begun else _NOT_BEGUN))
        for title, detail, icon, page, field in _COMPLETING if begun else _BEGINNINGS:
            card.add(LinkRow(title, detail, icon, partial(go, page, field)))
        card.add_stretch()
        return card
    scale, short = (1000, "t") if total.value >= 1000 else (1, "kg")
    value = rounded(total.value / scale, total.low / scale, total.high / scale)
    card.add_row(
        text.figure(f"{value}\u00a0{short}"), text.label("éq.\u00a0CO₂ par an", tone="muted", wrap=False)
    )
    bounds = f"{span(total.low / scale, total.high / scale)}\u00a0{short}"
    card.add(text.muted(f"{bounds} · {percent(total.coverage_quantity)} du parc couvert"))
    if shares := _shares(assessment):
        card.add(text.body(shares))
    card.add_row(button("Expliquer ce chiffre", kind="link", on_click=explain))
    card.add_stretch()
    return card


def _kilograms(value: float) -> str:
    return f"{number(significant(value))}\u00a0kg"


def _shares(assessment: Assessment) -> str:
    parts = []
    if assessment.per_agent is not None:
        parts.append(f"{number(assessment.per_agent)}\u00a0kg par agent")
    if assessment.per_inhabitant is not None:
        parts.append(f"{number(assessment.per_inhabitant, 1)}\u00a0kg par habitant")
    return " · ".join(parts)


def origin_card(assessment: Assessment, go: Go) -> Card | None:
    """Return where the footprint comes from, by group of appliances; None while there is none."""
    groups = assessment.result.by_group.get(HEADLINE, {})
    if not groups:
        return None
    card = Card("D’où vient l’empreinte", text.muted("kg éq.\u00a0CO₂ par an", wrap=False))
    heaviest = sorted(groups.items(), key=lambda item: -item[1].total)
    shown = [
        Bar(name, (split.manufacture, split.use), _kilograms(split.total))
        for name, split in heaviest[:_GROUPS_SHOWN]
    ]
    if rest := heaviest[_GROUPS_SHOWN:]:
        made, used = sum(s.manufacture for _, s in rest), sum(s.use for _, s in rest)
        shown.append(Bar("Autres", (made, used), _kilograms(made + used)))
    bars = Bars(("Fabrication", "Électricité"))
    bars.show_bars("Empreinte par famille d’appareils, en éq.\u00a0CO₂ par an", shown)
    card.add(bars)
    card.add_row(button("Voir le détail", kind="link", on_click=lambda: go("footprint", "")))
    return card


def obligations_card(authority: Authority, go: Go, on: dt.date) -> Card:
    """Return how many obligations apply, and the next dates."""
    card = Card("Mes obligations")
    verdicts = evaluate_all(obligations.load(), authority, on)
    apply = [verdict for verdict in verdicts if verdict.status is Status.APPLICABLE]
    unsure = sum(verdict.status is Status.TO_CHECK for verdict in verdicts)
    words = "obligation s’applique" if len(apply) < 2 else "obligations s’appliquent"
    card.add_row(text.figure(number(len(apply))), text.label(words, tone="muted", wrap=False))
    if unsure:
        card.add_row(Pill(f"{number(unsure)} à vérifier", "warn"))
    for verdict in _coming(apply, on):
        card.add(_deadline(verdict))
    card.add_row(button("Voir mes obligations", kind="link", on_click=lambda: go("obligations", "")))
    card.add_stretch()
    card.add(text.muted(f"État du droit au {dates.in_letters(obligations.legal_state())}"))
    return card


def _coming(verdicts: list[Verdict], on: dt.date) -> list[Verdict]:
    dated = [verdict for verdict in verdicts if verdict.deadline and verdict.deadline >= on]
    return sorted(dated, key=lambda verdict: verdict.deadline or on)[:_DEADLINES_SHOWN]


def _deadline(verdict: Verdict) -> QWidget:
    when = dates.in_letters(verdict.deadline) if verdict.deadline else ""
    return column(text.body(verdict.obligation.title), text.muted(f"avant le {when}"))


def progress_sentence(done: int, started: int, *, new: bool = False) -> str:
    """Return the sentence under the title of the dashboard; `new` when only creating it began a step."""
    if new or not (done or started):
        return "Bienvenue. Commencez par ce qui suit\u00a0: tout s’enregistre au fur et à mesure."
    parts = []
    if done:
        parts.append(f"{count(done, 'étape')} {'suffisante' if done < 2 else 'suffisantes'}")
    if started:
        parts.append(f"{count(started, 'étape')} {'commencée' if started < 2 else 'commencées'}")
    return f"Votre démarche avance\u00a0: {', '.join(parts)}."
