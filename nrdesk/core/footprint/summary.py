"""The total of a criterion explained: its stages, what is counted and what is not, its sources and range."""

from __future__ import annotations

from collections.abc import Iterator

from nrdesk.core.footprint.explanation import Explanation, doubt_terms
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import spread
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.uncertainty import ESTIMATED_QUANTITY
from nrdesk.core.footprint.wording import (
    PER_YEAR,
    amount,
    appliances,
    electricity_note,
    plus_minus,
    source_of,
    yearly,
    yearly_range,
)
from nrdesk.core.formatting import NBSP, percent


def explain_total(result: FootprintResult, criterion: str) -> Explanation:
    """Explain the footprint of the whole park for one criterion.

    Raises:
        KeyError: the family of factors does not know the criterion.
    """
    total, known = result.totals[criterion], result.method.factors.criteria[criterion]
    manufacture, use = amount(total.manufacture, known), amount(total.use, known)
    missing = tuple(sorted({word for line in result.incomplete for word in line.missing}))
    return Explanation(
        title=f"Le parc{NBSP}: {known.label.lower()}",
        formula=f"fabrication {manufacture} + usage {use} = {amount(total.value, known)} {PER_YEAR}",
        terms=(
            Term("Total", yearly(total.value, total.low, total.high, known), note=_evaluation(result)),
            *_counts(result, criterion),
            *_sources(result, criterion),
        ),
        range_text=yearly_range(total.low, total.high, known),
        doubts=doubt_terms(spread(result.parts(criterion), criterion), result.method),
        hypotheses=tuple(_hypotheses(result)),
        missing=missing,
        value=total.value,
    )


def _evaluation(result: FootprintResult) -> str:
    family = result.method.factors
    return f"Une évaluation, pas une mesure. Famille de facteurs {family.family}, version {family.version}."


def _counts(result: FootprintResult, criterion: str) -> Iterator[Term]:
    total = result.totals[criterion]
    covered = sum(tally.quantity for _, tally in result.parts(criterion))
    coverage = f"{percent(total.coverage_quantity)} du parc."
    yield Term("Comptés", appliances(covered), "inventaire", coverage)
    if result.incomplete:
        left = sum(max(line.quantity, 0) for line in result.incomplete)
        yield Term("Non comptés", appliances(left), "inventaire", "Il leur manque une donnée.")
    if without := result.counted - covered:
        yield Term("Sans facteur pour ce critère", appliances(without), "facteurs")
    if result.idle:
        note = "Leur fabrication compte, pas d’électricité."
        yield Term("En réserve ou hors service", appliances(result.idle), "inventaire", note)
    if result.out:
        gone = appliances(sum(line.quantity for line in result.out))
        yield Term("Sortis du parc", gone, "inventaire", "Ils ne comptent plus.")


def _sources(result: FootprintResult, criterion: str) -> Iterator[Term]:
    """Yield the sources that the total rests on, the one of most appliances first."""
    weights: dict[str, int] = {}
    for kind, tally in result.parts(criterion):
        factors = (kind.recipe.made.get(criterion), kind.recipe.energy.factor)
        for source in {source_of(factor) for factor in factors if factor}:
            weights[source] = weights.get(source, 0) + tally.quantity
    for source in sorted(weights, key=lambda name: (-weights[name], name)):
        yield Term("Source", appliances(weights[source]), source)
    method = result.method
    if method.electricity and criterion in method.electricity.values:
        note = electricity_note(method.electricity, method.electricity_year or method.year)
        yield Term("Facteur d’électricité", "", method.electricity.source, note)


def _hypotheses(result: FootprintResult) -> Iterator[str]:
    recipes = {kind.recipe for kind in result.tallies}
    if any(recipe.refurbished != 1 for recipe in recipes):
        yield "Le reconditionné compte pour une part de la fabrication du neuf (hypothèse nrdesk)."
    if any(kind.estimated for kind in result.tallies):
        share = plus_minus(ESTIMATED_QUANTITY)
        yield f"Des lignes sont estimées{NBSP}: leur nombre est pris à {share} près (hypothèse nrdesk)."
    if any(not kind.dated for kind in result.tallies):
        yield "Un équipement sans date d’achat est supposé vivre la durée typique de sa catégorie."
    labels = sorted({recipe.energy.profile.label for recipe in recipes if recipe.energy.profile})
    if labels:
        names = ", ".join(f"«{NBSP}{label}{NBSP}»" for label in labels)
        yield f"Les durées d’usage viennent des profils {names}."
    if recipes:
        yield "Les incertitudes sur les âges, les durées et les puissances sont des hypothèses nrdesk."
