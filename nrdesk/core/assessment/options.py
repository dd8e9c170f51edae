"""What would reach a target: the least of each lever alone, then several of them together.

Amounts are those that a council can decide: whole years, tens of percent. What is tried first is the group
that weighs most for the lever, then the whole park.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from nrdesk.core.assessment.aim import Aim, Option, Verdict
from nrdesk.core.footprint.levers import Lever, LeverKind
from nrdesk.core.footprint.scenario import outcome

STEPS = {
    LeverKind.LIFETIME: (1.0, 2.0, 3.0, 4.0),
    LeverKind.REFURBISHED: tuple(round(0.1 * step, 1) for step in range(1, 11)),
    LeverKind.QUANTITY: tuple(round(1 - 0.05 * step, 2) for step in range(1, 9)),
    LeverKind.USAGE: tuple(round(1 - 0.05 * step, 2) for step in range(1, 9)),
}
"""Amounts that can be tried, from the lightest to the heaviest."""
_LIGHT = {
    LeverKind.LIFETIME: 2.0,
    LeverKind.REFURBISHED: 0.5,
    LeverKind.QUANTITY: 0.9,
    LeverKind.USAGE: 0.9,
}
"""The most of each lever that is still light: beyond it, the objective is demanding (our judgement)."""
_TOGETHER = (
    (1, 0.2, 1.0, 1.0),
    (1, 0.3, 0.95, 0.95),
    (2, 0.3, 0.95, 0.9),
    (2, 0.5, 0.9, 0.9),
    (3, 0.5, 0.85, 0.85),
    (3, 0.7, 0.8, 0.8),
    (4, 1.0, 0.7, 0.7),
)
"""Sets tried together, lightest first: years more, refurbished share, factor on numbers, factor on kWh."""
_LIGHT_TOGETHER = 4
"""Sets of `_TOGETHER` that are still light."""
_EFFECT = 1e-6
"""Least share of the figure that a lever changes: below, it has nothing to do here."""


def search(aim: Aim) -> tuple[tuple[Option, ...], Option | None, Verdict]:
    """Return the single levers, several of them together, and the verdict that they make."""
    if aim.reaches(aim.trajectory.last.split(aim.criterion).total / aim.scale):
        return (), None, Verdict.REACHED
    singles = tuple(found for kind in STEPS if (found := _alone(aim, kind)))
    combination = _together(aim, [option.levers[0].kind for option in singles])
    reaching = [option for option in (*singles, combination) if option and option.reaches]
    if any(option.light for option in reaching):
        return singles, combination, Verdict.REACHABLE
    if reaching:
        return singles, combination, Verdict.DEMANDING
    return singles, combination, Verdict.OUT_OF_REACH


def _alone(aim: Aim, kind: LeverKind) -> Option | None:
    """Return the least of a lever that reaches the target, else the most of it; None without effect."""
    best = None
    for groups in _scopes(aim, kind):
        make = partial(_lever, aim, kind, groups)
        most = aim.option([make(STEPS[kind][-1])])
        if most.reaches:
            return _least(aim, [make(amount) for amount in STEPS[kind]])
        if most.change < -_EFFECT:
            best = most
    return best


def _least(aim: Aim, levers: Sequence[Lever]) -> Option:
    """Return the first of levers, lightest first, that reaches the target: the last one does."""
    rank = bisect_left(levers, True, hi=len(levers) - 1, key=lambda lever: aim.option([lever]).reaches)
    return replace(aim.option([levers[rank]]), light=_is_light(levers[rank]))


def _scopes(aim: Aim, kind: LeverKind) -> Iterator[frozenset[str]]:
    """Yield the group that a lever changes most, then every group (an empty set)."""
    groups = aim.park.groups
    if len(groups) > 1:
        most = STEPS[kind][-1]
        yield frozenset(
            [max(groups, key=lambda group: _saved(aim, _lever(aim, kind, frozenset(), most), group))]
        )
    yield frozenset()


def _saved(aim: Aim, lever: Lever, group: str) -> float:
    """Return what a lever takes off one group of the park in the due year, in the unit of the criterion."""
    park, years = aim.park.only([group]), (aim.first_year, aim.due_year)
    before, after = (outcome(park, *years, levers) for levers in ([], [lever]))
    return before.split(aim.criterion).total - after.split(aim.criterion).total


def _lever(aim: Aim, kind: LeverKind, groups: frozenset[str], amount: float) -> Lever:
    return Lever(kind, amount, aim.first_year + 1, groups)


def _is_light(lever: Lever) -> bool:
    most = _LIGHT[lever.kind]
    fewer = lever.kind in (LeverKind.QUANTITY, LeverKind.USAGE)
    return lever.amount >= most if fewer else lever.amount <= most


def _together(aim: Aim, useful: Sequence[LeverKind]) -> Option | None:
    """Return the lightest set of useful levers that reaches, else the heaviest; None for fewer than two."""
    if len(useful) < 2:
        return None
    sets = [
        [
            _lever(aim, kind, frozenset(), amount)
            for kind, amount in zip(STEPS, amounts, strict=True)
            if kind in useful and not (amount == 1.0 and kind in (LeverKind.QUANTITY, LeverKind.USAGE))
        ]
        for amounts in _TOGETHER
    ]
    tried = (aim.option(levers) for levers in sets if len(levers) > 1)
    found = aim.option(sets[-1])
    if found.reaches:
        found = next(option for option in tried if option.reaches)
    return replace(found, light=found.levers in [tuple(levers) for levers in sets[:_LIGHT_TOGETHER]])
