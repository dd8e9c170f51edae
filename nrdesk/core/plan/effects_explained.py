"""« Expliquer ce chiffre » for the effects of a plan: the whole, then the part of one action."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.footprint.explanation import Explanation, doubt_terms
from nrdesk.core.footprint.services_future import services_in
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.uncertainty import Spread
from nrdesk.core.footprint.wording import HYPOTHESIS, PER_YEAR, yearly_range
from nrdesk.core.formatting import NBSP
from nrdesk.core.plan import effects_words as words
from nrdesk.core.plan.effects import ActionEffect, Effects, Measure
from nrdesk.core.plan.lever_words import told

_MOST = 8
"""Actions whose part an explanation tells one by one."""


def explain(found: Effects, measure: Measure) -> Explanation:
    """Explain the figure of the last year with the actions."""
    last, without = found.points(measure)[-1], found.points(measure, acting=False)[-1]
    criterion = found.assessment.method.factors.criteria[words.criterion_of(measure)]
    gap = last.value - without.value
    sign = "−" if gap <= 0 else "+"
    parts = [words.amount(measure, value) for value in (without.value, abs(gap), last.value)]
    return Explanation(
        title=f"{found.name}{NBSP}: {measure.label}, en {found.last_year}",
        formula=f"sans action {parts[0]} {sign} actions {parts[1]} = {parts[2]} {PER_YEAR}",
        terms=tuple(_terms(found, measure)),
        range_text=yearly_range(last.low, last.high, criterion),
        doubts=doubt_terms(_spread(found, measure), found.assessment.method),
        hypotheses=(words.method(found), *words.cautions(found), *words.hypotheses(found)),
        value=last.value,
    )


def explain_action(found: Effects, effect: ActionEffect) -> Explanation:
    """Explain the part of one action."""
    without = tuple(f"{told(each.record)}{NBSP}: {each.reason}" for each in effect.levers if not each.lever)
    alone = words.signed(effect.alone)
    return Explanation(
        title=f"{effect.title}{NBSP}: effet en {found.last_year}",
        formula=f"seule {alone}{NBSP}; sa part dans l’ensemble {words.signed(effect.effect)} {PER_YEAR}",
        terms=tuple(_action_terms(found, effect)),
        range_text=words.effect_range(effect),
        hypotheses=(
            words.method(found),
            *(f"Non simulé{NBSP}: {sentence}." for sentence in without),
            *words.cautions(found),
            *words.hypotheses(found),
        ),
        value=effect.effect,
    )


def _terms(found: Effects, measure: Measure) -> Iterator[Term]:
    before = found.points(measure, acting=False)
    campaign = found.assessment.family_label
    yield Term(f"Campagne {found.first_year}", words.point(measure, before[0]), campaign)
    yield Term(f"{words.WITHOUT}, en {found.last_year}", words.point(measure, before[-1]), HYPOTHESIS)
    parts = [(effect, _part(effect, measure)) for effect in found.actions]
    heavy = sorted((each for each in parts if each[1]), key=lambda each: -abs(each[1]))
    for effect, value in heavy[:_MOST]:
        yield Term(effect.title, _signed(measure, value), "votre plan")
    if rest := heavy[_MOST:]:
        yield Term("Les autres actions", _signed(measure, sum(value for _, value in rest)), "votre plan")


def _part(effect: ActionEffect, measure: Measure) -> float:
    """Return what an action changes in a measure."""
    merit = effect.merit
    return {
        Measure.EVERYTHING: merit.impact,
        Measure.PARK: merit.park,
        Measure.ELECTRICITY: merit.kwh,
    }[measure]


def _signed(measure: Measure, value: float) -> str:
    if measure is Measure.ELECTRICITY:
        return f"{'−' if value < 0 else '+'}{NBSP}{words.amount(measure, abs(value))}"
    return words.signed(value)


def _spread(found: Effects, measure: Measure) -> Spread:
    """Return the figure of the last year with its doubts."""
    last = found.trajectory.last.spread(words.criterion_of(measure))
    if measure is Measure.EVERYTHING:
        return last.joined(services_in(found.ground.services, found.last_year, found.levers))
    return last


def _action_terms(found: Effects, effect: ActionEffect) -> Iterator[Term]:
    for each in effect.levers:
        if each.lever:
            note = "Sans date de fin\u00a0: supposé." if each.assumed else ""
            source = each.record.comment.rstrip(".") or "votre plan"
            yield Term(told(each.record), f"dès {each.lever.from_year}", source, note)
    merit, money = effect.merit, effect.money
    if merit.park and merit.services:
        yield Term("Dont équipements", words.signed(merit.park))
        yield Term("Dont services", words.signed(merit.services))
    if bought := words.purchases(merit.purchases):
        note = words.money(money.purchases)
        yield Term(
            f"Achats d’ici {found.last_year}", bought, "simulation", f"{note}, hors taxes." if note else ""
        )
    if spared := words.money(money.electricity):
        yield Term(f"Électricité en {found.last_year}", f"{spared} par an", "simulation")
    if costs := words.whole_euros(money.costs):
        yield Term("Coût prévu, toutes années", costs, "budget de l’action")
    if savings := words.whole_euros(money.savings):
        yield Term("Économies attendues", savings, "budget de l’action")
    if funding := words.whole_euros(money.funding):
        yield Term("Financements", funding, "budget de l’action")
