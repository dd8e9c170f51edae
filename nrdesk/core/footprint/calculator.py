"""The calculation: each line is resolved once, and added to the tally of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nrdesk.core.footprint.lifetime import LifetimeBasis, Lifetimes
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.recipe import Recipe, Recipes
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import Kind, Tally
from nrdesk.core.model import Equipment, Origin


class Calculator:
    """Resolves lines under one method; `compute` and `explain` share it, so they cannot disagree."""

    def __init__(self, method: Method) -> None:
        self._recipes = Recipes(method)
        self._lifetimes = Lifetimes(method)

    def learn(self, results: Iterable[LineResult]) -> None:
        """Go on from lines already resolved under the same method, so that new ones add up with them."""
        for result in results:
            self._recipes.learn(result.equipment, result.recipe)

    def resolve(self, line: Equipment) -> LineResult:
        """Return the footprint of one line."""
        return LineResult(line, self._recipes.of(line), self._lifetimes.of(line))


def compute(lines: Sequence[Equipment], method: Method) -> FootprintResult:
    """Return the footprint of an inventory, per year, by the stock method.

    Raises:
        ValueError: a date of a line, or of the method, is not a (partial) ISO date.
    """
    calculator = Calculator(method)
    results, incomplete, out = [], [], []
    tallies: dict[tuple[Recipe, LifetimeBasis, bool, bool], Tally] = {}
    for line in lines:
        result = calculator.resolve(line)
        results.append(result)
        recipe, lifetime = result.recipe, result.lifetime
        if not recipe.in_park:
            out.append(result)
        elif not result.complete:
            incomplete.append(result)
        else:
            # The fields of a Kind: a plain tuple is made faster, once per line.
            kind = (recipe, lifetime.basis, bool(line.purchased), line.origin is Origin.ESTIMATED)
            tally = tallies.get(kind)
            if tally is None:
                tally = tallies[kind] = Tally()
            tally.add(line.quantity, lifetime.years, lifetime.sigma, result.kwh)
    by_kind = {Kind(*kind): tally for kind, tally in tallies.items()}
    return FootprintResult(method, tuple(results), by_kind, tuple(incomplete), tuple(out))
