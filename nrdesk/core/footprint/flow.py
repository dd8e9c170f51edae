"""The flow view: the purchases of one year counted whole, and the electricity of that year.

    manufacture = Σ over the appliances bought in the year: quantity × manufacture × share if refurbished
    use         = the use of the stock view: what the park consumes in a year

The stock view spreads the manufacture of every appliance over its life; this one puts it all in the year when
it was decided. They are two readings of the same park, each right for its question (what does our digital
park weigh? what did we cause this year?): they are never added.

An appliance bought in the year counts even if it has left since. One whose purchase year is not known cannot
be placed: it is listed, never guessed; the same goes for one without a factor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nrdesk.core.footprint.calculator import compute
from nrdesk.core.footprint.explanation import Explanation, doubt_terms
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.method import ELECTRICITY, Method
from nrdesk.core.footprint.result import FootprintResult, Total
from nrdesk.core.footprint.tally import Kind
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.uncertainty import Spread
from nrdesk.core.footprint.wording import (
    HYPOTHESIS,
    INVENTORY,
    PER_YEAR,
    amount,
    appliances,
    source_of,
    yearly_range,
)
from nrdesk.core.formatting import NBSP, percent, precise
from nrdesk.core.model import Equipment

_MOST_TERMS = 8
"""Kinds of purchases listed in an explanation, the heaviest first."""


@dataclass(frozen=True)
class FlowResult:
    """The purchases and the electricity of one year."""

    stock: FootprintResult
    """The same inventory by the stock method: its use is that of the flow."""
    year: int
    purchases: tuple[LineResult, ...]
    """Lines bought in the year, in the park or gone since."""
    unplaced: tuple[LineResult, ...]
    """Lines of the park whose purchase year is not known: their purchase is in no year."""

    @property
    def bought(self) -> int:
        """Number of appliances bought in the year."""
        return sum(max(line.quantity, 0) for line in self.purchases)

    @property
    def left_out(self) -> int:
        """Number of appliances of the park whose purchase year is not known."""
        return sum(max(line.quantity, 0) for line in self.unplaced)

    @cached_property
    def totals(self) -> Mapping[str, Total]:
        """Criterion -> total of the year; its coverage is that of the purchases."""
        return {criterion: self._total(criterion) for criterion in self.stock.method.factors.criteria}

    def manufacture(self, line: LineResult, criterion: str) -> float | None:
        """Return what the purchase of a line weighs in the year; None when nothing tells.

        Zero for a line bought in another year; None when its year is not known, or without a factor.
        """
        purchased = line.equipment.purchased
        if not purchased:
            return None
        if not purchased.startswith(f"{self.year:04}"):
            return 0.0
        has_factor = line.quantity >= 0 and criterion in line.recipe.made
        return line.quantity * _made(line.kind, criterion) if has_factor else None

    def counted(self, criterion: str) -> Mapping[Kind, int]:
        """Return the appliances bought in the year that have a factor for a criterion, by kind."""
        numbers: dict[Kind, int] = {}
        for line in self.purchases:
            if line.quantity > 0 and criterion in line.recipe.made:
                kind = line.kind
                numbers[kind] = numbers.get(kind, 0) + line.quantity
        return numbers

    def spread(self, criterion: str) -> Spread:
        """Return the total of a criterion with its doubts; lifetimes bring none here."""
        result = self.stock.use_spread(criterion)
        for kind, number in self.counted(criterion).items():
            doubts = (*kind.quantity_doubts(), *kind.recipe.making_doubts(criterion))
            result.add(number * _made(kind, criterion), doubts, 0.0)
        return result

    def _total(self, criterion: str) -> Total:
        stock, counted = self.stock.totals[criterion], self.counted(criterion)
        manufacture = sum(number * _made(kind, criterion) for kind, number in counted.items())
        low, high = self.spread(criterion).range()
        covered = [line for line in self.purchases if criterion in line.recipe.made]
        has_making = criterion != ELECTRICITY
        return Total(
            criterion=stock.criterion,
            value=manufacture + stock.use,
            low=low,
            high=high,
            manufacture=manufacture,
            use=stock.use,
            coverage_lines=_share(len(covered), len(self.purchases)) if has_making else 1.0,
            coverage_quantity=_share(sum(counted.values()), self.bought) if has_making else 1.0,
        )


def compute_flow(lines: Sequence[Equipment], method: Method) -> FlowResult:
    """Return the purchases and the electricity of the year of a method.

    Raises:
        ValueError: a date of a line, or of the method, is not a (partial) ISO date.
    """
    return flow_of(compute(lines, method))


def flow_of(stock: FootprintResult) -> FlowResult:
    """Return the flow view of an inventory already computed."""
    year = stock.method.year
    return FlowResult(
        stock=stock,
        year=year,
        purchases=tuple(
            line for line in stock.lines if (line.equipment.purchased or "").startswith(f"{year:04}")
        ),
        unplaced=tuple(line for line in stock.lines if line.in_park and not line.equipment.purchased),
    )


def explain_flow(flow: FlowResult, criterion: str) -> Explanation:
    """Explain the flow of a year for one criterion.

    Raises:
        KeyError: the family of factors does not know the criterion.
    """
    total = flow.totals[criterion]
    known = total.criterion
    manufacture, use = amount(total.manufacture, known), amount(total.use, known)
    return Explanation(
        title=f"Les achats et l’usage de {flow.year}{NBSP}: {known.label.lower()}",
        formula=f"achats {manufacture} + usage {use} = {amount(total.value, known)} pour {flow.year}",
        terms=tuple(_terms(flow, criterion)),
        range_text=yearly_range(total.low, total.high, known),
        doubts=doubt_terms(flow.spread(criterion), flow.stock.method),
        hypotheses=tuple(_hypotheses(flow, criterion)),
        missing=(f"année d’achat de {appliances(flow.left_out)}",) if flow.left_out else (),
        value=total.value,
    )


def _terms(flow: FlowResult, criterion: str) -> Iterator[Term]:
    known = flow.totals[criterion].criterion
    counted = flow.counted(criterion)
    yield Term(
        f"Achetés en {flow.year}",
        appliances(flow.bought),
        INVENTORY,
        f"Comptés en entier l’année de l’achat{NBSP}: {percent(flow.totals[criterion].coverage_quantity)}.",
    )
    heaviest = sorted(counted.items(), key=lambda item: -item[1] * _made(item[0], criterion))
    for (recipe, *_), number in heaviest[:_MOST_TERMS]:
        factor = recipe.made[criterion]
        share = f" × {precise(recipe.refurbished)}" if recipe.refurbished != 1 else ""
        text = f"{precise(number)} × {precise(factor.value)}{share}{NBSP}{known.unit_text}"
        yield Term(recipe.label, text, source_of(factor), factor.note)
    use = flow.stock.totals[criterion].use
    yield Term("Usage du parc", f"{amount(use, known)} {PER_YEAR}", "", "Le même que dans la vue du stock.")
    if flow.left_out:
        note = "Sans année d’achat, ils ne sont d’aucune année."
        yield Term("Non placés", appliances(flow.left_out), INVENTORY, note)


def _hypotheses(flow: FlowResult, criterion: str) -> Iterator[str]:
    yield "Cette vue ne s’ajoute jamais à celle du stock, qui répartit la fabrication sur la durée de vie."
    if any(kind.recipe.refurbished != 1 for kind in flow.counted(criterion)):
        yield f"Le reconditionné compte pour une part de la fabrication du neuf ({HYPOTHESIS})."


def _made(kind: Kind, criterion: str) -> float:
    """Return the manufacture of one appliance, in the criterion's unit."""
    return kind.recipe.made[criterion].value * kind.recipe.refurbished


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
