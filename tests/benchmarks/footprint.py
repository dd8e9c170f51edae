"""Footprint of a whole inventory, against the plain loop that gives its two figures per line and criterion.

The floor applies the formula to published factors and the typical lifetime, and keeps the figures: no dates,
no real age, no range, no provenance, no coverage.
"""

import random
from collections.abc import Iterable
from functools import partial

from nrdesk.core.footprint import Method, compute
from nrdesk.core.model import Acquisition, Equipment
from nrdesk.core.model.factors import FactorSet, LifeCycleStage
from nrdesk.core.reference import factors
from tests.benchmarks.harness import Measure, compare

GOALS = {1_000: 10.0, 10_000: 3.0, 100_000: 3.0}
"""Lines -> times the floor: 3 is quality bar 6 of the design, stated for 10 000; what is folded once per kind
of appliance weighs more in a small inventory, where all of it takes milliseconds."""
SECOND = 1.0
"""For 100 000 lines and every criterion."""


def inventory(lines: int, family: FactorSet) -> list[Equipment]:
    """Return a plausible park: a few common categories and many rare ones, fifteen years of purchases."""
    draw = random.Random(lines)
    names = [name for name in family.categories if _is_counted(family, name)]
    weights = [1 / rank for rank in range(1, len(names) + 1)]
    return [
        Equipment(
            campaign_id="campaign",
            category=category,
            quantity=draw.randint(1, 4),
            purchased=_date(draw),
            acquisition=Acquisition.REFURBISHED if draw.random() < 0.1 else Acquisition.NEW,
            annual_kwh=50.0 if draw.random() < 0.02 else None,
            site=f"Site {draw.randrange(40)}",
        )
        for category in draw.choices(names, weights, k=lines)
    ]


def _is_counted(family: FactorSet, category: str) -> bool:
    keys = ((category, "gwp", LifeCycleStage.MANUFACTURE), (category, "electricity", LifeCycleStage.USE))
    return category in family.typical_lifetimes and all(key in family.factors for key in keys)


def _date(draw: random.Random) -> str | None:
    day = f"{draw.randint(2010, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    return draw.choice((None, day[:4], day[:7], day, day, day, day))


def ours(lines: list[Equipment], method: Method) -> float:
    """Compute lines, totals with ranges and coverage, and the breakdown shown with them."""
    result = compute(lines, method)
    assert result.by_group
    return result.totals["gwp"].value


def plain(lines: list[Equipment], method: Method) -> list[tuple[str, list[tuple[float, float]]]]:
    """Apply the formula, line after line: the floor."""
    family, per_kwh, criteria = method.factors, method.per_kwh, tuple(method.factors.criteria)
    making = {name: [_making(family, name, c) for c in criteria] for name in family.categories}
    kwhs = {
        category: factor.value
        for (category, criterion, _), factor in family.factors.items()
        if criterion == "electricity"
    }
    figures = []
    for line in lines:
        category, quantity = line.category or "", line.quantity
        years, kwh = family.typical_lifetimes[category], kwhs[category]
        share = family.refurbished_share[category] if line.acquisition is Acquisition.REFURBISHED else 1.0
        row = []
        for criterion, made in zip(criteria, making[category], strict=True):
            row.append((quantity * made * share / years, quantity * kwh * per_kwh[criterion]))
        figures.append((line.id, row))
    return figures


def _making(family: FactorSet, category: str, criterion: str) -> float:
    factor = family.factors.get((category, criterion, LifeCycleStage.MANUFACTURE))
    return factor.value if factor else 0.0


def measures() -> Iterable[Measure]:
    """Yield one measure per size, then the second that the largest must fit in."""
    family = factors.load()
    method = Method(family, family.electricity[0].territory, 2025, "2025-12-31")
    for size, goal in GOALS.items():
        lines = inventory(size, family)
        measure = compare(
            f"empreinte, {size} lignes × {len(family.criteria)} critères, avec fourchettes",
            partial(ours, lines, method),
            partial(plain, lines, method),
            goal=goal,
            floor_name="boucle Python nue",
        )
        yield measure
    yield Measure(
        f"empreinte, {size} lignes en une seconde",
        measure.ours,
        SECOND,
        measure.ours / SECOND,
        1.0,
        "une seconde",
    )
