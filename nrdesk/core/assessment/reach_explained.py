"""« Expliquer ce chiffre » for a figure of the future: the park that it is made of, and what was assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrdesk.core.assessment import reach_words as words
from nrdesk.core.assessment.aim import Aim
from nrdesk.core.assessment.lever_words import title
from nrdesk.core.footprint.explanation import Explanation, doubt_terms
from nrdesk.core.footprint.levers import Lever
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.trajectory import Trajectory
from nrdesk.core.footprint.wording import HYPOTHESIS, INVENTORY, PER_YEAR, amount, appliances, yearly_range
from nrdesk.core.formatting import NBSP, count, precise


def explain(aim: Aim, levers: Sequence[Lever] = ()) -> Explanation:
    """Explain the figure of the due year, in the unit of its criterion."""
    trajectory = aim.project(levers)
    last = trajectory.last
    known = aim.park.result.method.factors.criteria[aim.criterion]
    split = last.split(aim.criterion)
    spread = last.spread(aim.criterion)
    made, used = amount(split.manufacture, known), amount(split.use, known)
    whole = amount(split.total, known)
    return Explanation(
        title=f"{known.label} du parc, prévue en {aim.due_year}",
        formula=f"fabrication {made} + usage {used} = {whole} {PER_YEAR}",
        terms=tuple(_terms(aim, trajectory, levers)),
        range_text=yearly_range(*spread.range(), known),
        doubts=doubt_terms(spread, aim.park.result.method),
        hypotheses=(*words.hypotheses(aim), *words.cautions(aim, aim.points(aim.trajectory)[-1])),
        value=split.total,
    )


def _terms(aim: Aim, trajectory: Trajectory, levers: Sequence[Lever]) -> Iterator[Term]:
    known = aim.park.result.method.factors.criteria[aim.criterion]
    first = trajectory.first
    now = amount(first.split(aim.criterion).total, known)
    yield Term(f"Parc de {aim.first_year}", f"{appliances(round(first.number))}, {now} {PER_YEAR}", INVENTORY)
    bought = sum(sum(year.bought.values()) for year in trajectory.years)
    renewed = count(round(bought), "achat", "achats")
    refurbished = sum(sum(year.refurbished.values()) for year in trajectory.years)
    note = f"Dont {count(round(refurbished), 'reconditionné')}." if round(refurbished) else ""
    yield Term(f"Renouvelés d’ici {aim.due_year}", renewed, HYPOTHESIS, note)
    yield Term(f"Parc de {aim.due_year}", appliances(round(trajectory.last.number)), HYPOTHESIS)
    for lever in levers:
        yield Term(title(lever), f"dès {lever.from_year}", "réglage que vous essayez")
    if aim.scale != 1:
        value = words.roughly(aim, trajectory.last.split(aim.criterion).total / aim.scale)
        yield Term("Ramené à l’unité de l’objectif", f"÷{NBSP}{precise(aim.scale)} = {value}", "objectif")
