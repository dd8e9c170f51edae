"""« Expliquer ce chiffre »: the formula with its numbers, and where each of them comes from.

An explanation reads the very records that the totals are made of (`Calculator.resolve`, `Tally.split`); it
computes nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.footprint.advice import advise_line
from nrdesk.core.footprint.calculator import Calculator
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.method import ELECTRICITY, Method
from nrdesk.core.footprint.terms import Term, hypotheses, line_terms
from nrdesk.core.footprint.uncertainty import Doubt, Spread
from nrdesk.core.footprint.wording import PER_YEAR, amount, yearly_range
from nrdesk.core.formatting import NBSP, percent, precise
from nrdesk.core.model import Equipment
from nrdesk.core.model.factors import Criterion

_LEAST_SHARE = 0.02
_MOST_DOUBTS = 6
"""Doubts beyond these, or that bring less than that share of the range, are not worth a reader's time."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure explained, in French, ready to show."""

    title: str
    formula: str
    terms: tuple[Term, ...]
    range_text: str = ""
    doubts: tuple[Term, ...] = ()
    """What the range comes from, the heaviest first."""
    hypotheses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """What prevents counting; the figure is then None."""
    value: float | None = None
    """The figure explained, per year, in the criterion's unit."""
    most_useful: str = ""
    """The datum to look for first, and what it would bring; "" when none would change the figure much."""


def explain(line: Equipment, criterion: str, method: Method) -> Explanation:
    """Explain the footprint of a line for one criterion.

    Raises:
        KeyError: the family of factors does not know the criterion.
    """
    return explain_line(Calculator(method).resolve(line), method.factors.criteria[criterion])


def explain_line(result: LineResult, criterion: Criterion) -> Explanation:
    """Explain the footprint of a line already resolved."""
    title = _title(result, criterion)
    if not result.in_park:
        return Explanation(title, "Sorti du parc à la date de l’inventaire, n’y compte plus.", (), value=0.0)
    terms = line_terms(result, criterion)
    split = result.split(criterion.id)
    advice = advise_line(result, criterion.id)
    most_useful = advice[0].text if advice else ""
    if split is None:
        missing = result.missing or (f"facteur «{NBSP}{criterion.label}{NBSP}» de cette catégorie",)
        return Explanation(title, "Non compté.", terms, missing=missing, most_useful=most_useful)
    spread = result.spread(criterion.id)
    return Explanation(
        title=title,
        formula=f"{_product(result, criterion)} = {amount(split.total, criterion)} {PER_YEAR}",
        terms=terms,
        range_text=yearly_range(*spread.range(), criterion),
        doubts=doubt_terms(spread, result.recipe.method),
        hypotheses=hypotheses(result, criterion),
        value=split.total,
        most_useful=most_useful,
    )


def doubt_terms(spread: Spread, method: Method) -> tuple[Term, ...]:
    """Return what a range comes from, the heaviest doubt first, as shares of its variance."""
    shares = spread.shares()
    whole = sum(shares.values())
    heaviest = sorted(shares.items(), key=lambda item: -item[1])
    return tuple(
        Term(_doubt_label(doubt, method), percent(share / whole))
        for doubt, share in heaviest[:_MOST_DOUBTS]
        if share > _LEAST_SHARE * whole
    )


def _doubt_label(doubt: Doubt | None, method: Method) -> str:
    """Return what is in doubt, in French."""
    if doubt is None:
        return "dates, durées et mesures propres aux lignes"
    factors = method.factors
    if doubt.subject in factors.categories:
        subject = factors.categories[doubt.subject].label
    elif doubt.subject in factors.profiles:
        subject = factors.profiles[doubt.subject].label
    else:
        subject = doubt.subject
    return f"{doubt.kind.label}{NBSP}: {subject}"


def _title(result: LineResult, criterion: Criterion) -> str:
    name = " ".join(part for part in (result.equipment.brand, result.equipment.model) if part)
    what = ", ".join(part for part in (result.recipe.label, name) if part)
    return f"{what}{NBSP}: {criterion.label.lower()}"


def _product(result: LineResult, criterion: Criterion) -> str:
    """Return the left-hand side of the formula, with its numbers: "2 × 69,84 ÷ 6 + 2 × 77 × 0,0461"."""
    recipe = result.recipe
    quantity = precise(result.quantity)
    parts = []
    if criterion.id in recipe.made:
        made = precise(recipe.made[criterion.id].value)
        share = f" × {precise(recipe.refurbished)}" if recipe.refurbished != 1 else ""
        parts.append(f"{quantity} × {made}{share} ÷ {precise(result.lifetime.years)}")
    if recipe.energy.used:
        factor = "" if criterion.id == ELECTRICITY else f" × {precise(recipe.method.per_kwh[criterion.id])}"
        parts.append(f"{quantity} × {precise(result.kwh)}{factor}")
    return " + ".join(parts) or "0"
