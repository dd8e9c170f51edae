"""Why a total changed between two campaigns: a difference split into effects that add up to it exactly.

**Perimeter.** What is in one of the two totals only because of what was looked at is set apart first, line by
line: a line that was counted on one side while the same line (`pairing`), still in the park on the other
side, could not be; and the lines of a named site that the other campaign does not know at all, be it under
another name. Everything else is comparable.

**Comparable part.** Its total is a product, category by category (`cells`):

    total = N × Σ over categories of share × ( made × (new × L + refurbished × coefficient × L') + kWh × e )

where N is the number of appliances, `share` the part of each category, `new` and `refurbished` how they were
bought, L and L' the means of 1 / lifetime of both, kWh the mean electricity of an appliance, `made` the
manufacture of one, `e` the impact of one kWh. Each effect takes one of these from its value of before to that
of after: number of appliances (N), mix (share), lifetime (L, L'), usage (kWh), refurbished share, factors.

Factors are all that publishers and hypotheses say: manufacture, coefficient of the refurbished, powers,
published kWh and lifetimes, electricity of the territory. They are told from what the collectivité does by
computing each inventory a second time with the factors of the other campaign; what one of them does not know
keeps its own. A service life or a usage profile that the collectivité decides is a lifetime or a usage. A
drop of the French electricity mix is therefore an effect of the factors: of the method, not a merit.

**Attribution.** The order in which effects are taken would change their size. Each effect is its Shapley
value: the mean of what it changes over every order, which the 2⁶ mixtures of before and after give exactly
(L. S. Shapley, *A Value for n-Person Games*, 1953). It depends on no order, is zero for what did not change,
changes sign when both campaigns are swapped, and adds up to the whole difference. What rounding leaves out of
the sum goes to the largest effects, as far as their own digits reach.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nrdesk.core.footprint.bundles import Bundles, gather
from nrdesk.core.footprint.calculator import compute
from nrdesk.core.footprint.cells import State, totals
from nrdesk.core.footprint.explanation import Explanation
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.pairing import pair
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.terms import Term
from nrdesk.core.footprint.wording import INVENTORY, PER_YEAR, amount
from nrdesk.core.formatting import NBSP
from nrdesk.core.model.factors import Criterion


class Effect(StrEnum):
    """Why a total changes."""

    NUMBER = "nombre"
    MIX = "mix"
    LIFETIME = "duree"
    USAGE = "usage"
    REFURBISHED = "reconditionne"
    FACTORS = "facteurs"
    PERIMETER = "perimetre"

    @property
    def label(self) -> str:
        """French words."""
        return _LABELS[self]

    @property
    def of_method(self) -> bool:
        """Whether it comes from the way of counting, and tells nothing of what the collectivité did."""
        return self in (Effect.FACTORS, Effect.PERIMETER)


_LABELS = {
    Effect.NUMBER: "Nombre d’équipements",
    Effect.MIX: "Nature des équipements",
    Effect.LIFETIME: "Durée de vie",
    Effect.USAGE: "Usage et consommation",
    Effect.REFURBISHED: "Part de reconditionné",
    Effect.FACTORS: "Facteurs d’émission",
    Effect.PERIMETER: "Ce qui est compté",
}
_NOTES = {
    Effect.NUMBER: "Plus ou moins d’équipements, à nature égale.",
    Effect.MIX: "D’autres équipements, plus lourds ou plus légers à fabriquer et à faire marcher.",
    Effect.LIFETIME: "Gardés plus ou moins longtemps : la fabrication se répartit sur d’autres années.",
    Effect.USAGE: "Plus ou moins de kWh par équipement.",
    Effect.REFURBISHED: "Plus ou moins d’équipements reconditionnés.",
    Effect.FACTORS: "Les valeurs publiées ont changé : électricité, fabrication, hypothèses.",
    Effect.PERIMETER: "Des lignes complétées ou des lieux qui n’étaient pas dans l’autre inventaire.",
}
_PLAYERS = (
    Effect.NUMBER,
    Effect.MIX,
    Effect.LIFETIME,
    Effect.USAGE,
    Effect.REFURBISHED,
    Effect.FACTORS,
)
"""The effects on the comparable part, in the order of the fields of a `State`."""
_BEFORE, _AFTER = 0, 1


@dataclass(frozen=True)
class Decomposition:
    """The difference between two totals, and what it is made of."""

    criterion: str
    before: float
    after: float
    effects: Mapping[Effect, float]
    """Every effect, in the criterion's unit a year. They add up to `difference`, to the last binary digit of
    the largest of them (some 10⁻¹⁶ of it), which is all that floating point can hold."""

    @property
    def difference(self) -> float:
        """What came on top, or went when negative."""
        return self.after - self.before

    @property
    def of_method(self) -> float:
        """Sum of the effects that come from the way of counting."""
        return math.fsum(value for effect, value in self.effects.items() if effect.of_method)


@dataclass(frozen=True)
class Comparison:
    """Two campaigns gathered, each with the factors of the other too: what decompositions are made of."""

    before: Bundles
    after: Bundles
    pairs: Mapping[str, str]
    """Line of before -> the same line after."""


def prepare(before: FootprintResult, after: FootprintResult) -> Comparison:
    """Return what the decompositions of every criterion need, worked out once."""
    pairs = pair((line.equipment for line in before.lines), (line.equipment for line in after.lines))
    back = {new: old for old, new in pairs.items()}
    return Comparison(
        gather(before, _recomputed(before, after.method), after, pairs),
        gather(after, _recomputed(after, before.method), before, back),
        pairs,
    )


def decompose(
    before: FootprintResult, after: FootprintResult, criterion: str, prepared: Comparison | None = None
) -> Decomposition:
    """Split the difference between the totals of two campaigns for one criterion.

    Args:
        before: the earlier campaign, with its own method.
        after: the later one, with its own.
        criterion: a criterion of both families of factors.
        prepared: what `prepare` gave for these two, when several criteria are asked for.

    Raises:
        KeyError: one of the families does not know the criterion.
    """
    known = prepared or prepare(before, after)
    ends = before.totals[criterion].value, after.totals[criterion].value
    mixtures = totals(known.before, known.after, (before.method, after.method), criterion)
    effects = {effect: _shapley(mixtures, player) for player, effect in enumerate(_PLAYERS)}
    come, left = _apart(known.after, criterion), _apart(known.before, criterion)
    effects[Effect.PERIMETER] = come - left
    return Decomposition(criterion, *ends, _closed(effects, ends[1] - ends[0]))


def _apart(bundles: Bundles, criterion: str) -> float:
    """Return what a campaign counts and the other does not, for want of having looked."""
    return math.fsum(
        bundle.figure(weights, criterion)
        for bundle, weights in bundles.items()
        if bundle.own.covers(criterion) and bundle.apart(criterion)
    )


def explain_decomposition(found: Decomposition, criterion: Criterion, years: tuple[str, str]) -> Explanation:
    """Explain a difference: its effects, the heaviest first, and how they are told apart.

    Args:
        found: the difference.
        criterion: its criterion.
        years: what both campaigns are called.
    """
    shown = [
        Term(
            effect.label,
            f"{'−' if value < 0 else '+'}{NBSP}{amount(abs(value), criterion)}",
            "façon de compter" if effect.of_method else INVENTORY,
            _NOTES[effect],
        )
        for effect, value in sorted(found.effects.items(), key=lambda item: -abs(item[1]))
        if value
    ]
    ends = amount(found.after, criterion), amount(found.before, criterion)
    change = f"{'−' if found.difference < 0 else ''}{amount(abs(found.difference), criterion)}"
    return Explanation(
        title=f"De {years[0]} à {years[1]}{NBSP}: {criterion.label.lower()}",
        formula=f"{ends[0]} − {ends[1]} = {change} {PER_YEAR}",
        terms=tuple(shown),
        hypotheses=(
            "Chaque effet est la moyenne de ce qu’il change dans tous les ordres possibles (valeur de "
            "Shapley) : l’ordre du calcul n’avantage personne, et la somme est exacte.",
        ),
        value=found.difference,
    )


def _recomputed(result: FootprintResult, other: Method) -> FootprintResult:
    """Return an inventory with the factors of another campaign, its own date and its own choices."""
    own = result.method
    hybrid = replace(
        other,
        as_of=own.as_of,
        lifetime_rules=own.lifetime_rules,
        usage_profiles=own.usage_profiles,
        site_profiles=own.site_profiles,
    )
    # The year only chooses the electricity.
    dated = replace(hybrid, year=own.year, electricity_year=own.electricity_year)
    if dated == own and hybrid.electricity == own.electricity:
        return result
    return compute([line.equipment for line in result.lines], hybrid)


def _shapley(mixtures: Mapping[State, float], player: int) -> float:
    """Return the mean, over every order, of what taking one thing from before to after changes."""
    others = len(_PLAYERS) - 1
    gains = []
    for state, value in mixtures.items():
        if state[player] == _BEFORE:
            taken = State(*(_AFTER if at == player else each for at, each in enumerate(state)))
            orders = math.factorial(sum(state)) * math.factorial(others - sum(state))
            gains.append(orders * (mixtures[taken] - value))
    return math.fsum(gains) / math.factorial(len(_PLAYERS))


def _closed(effects: Mapping[Effect, float], difference: float) -> dict[Effect, float]:
    """Return the effects, the last digits mended so that they add up to the difference."""
    closed = {effect: effects[effect] for effect in Effect}
    concerned = [effect for effect in Effect if closed[effect]] or [Effect.NUMBER]
    for effect in sorted(concerned, key=lambda each: -abs(closed[each])):
        # What is too small for the digits of this one is left to the next, which is smaller.
        closed[effect] += math.fsum((difference, *(-value for value in closed.values())))
    return closed
