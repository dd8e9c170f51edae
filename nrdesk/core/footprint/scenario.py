"""What a park becomes, year after year, with or without levers: the stock method carried forward.

    trajectory = simulate(lines, method, 2026, 2030, [Lever(LeverKind.LIFETIME, 2)])
    trajectory.of("gwp")  # one YearPoint a year, with its range

The first point is the inventory itself, at its date: no lever acts on it. Each following point is a year
later. In each year the appliances whose life has ended are renewed, each by one of the same category that
weighs and consumes as much as it did: what is sold in ten years is not known, and a progress of industry
would not be the collectivité's. Levers change that (see `levers` for what they do and their order). The
electricity factor stays that of the campaign, so that a trajectory tells what the collectivité does: the
method is constant.

Lines that differ only by what does not count are first gathered (`cohorts`): renewing 100 000 lines then
costs some thousands of steps a year. Pure functions: the same lines and levers give the same trajectory, so
that the merit of each lever can be worked out by simulating without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from nrdesk.core.footprint.calculator import compute
from nrdesk.core.footprint.cohorts import Park, park_of
from nrdesk.core.footprint.future import Future, Sums
from nrdesk.core.footprint.levers import Lever, LeverKind, electricity_path
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.trajectory import SimulatedYear, Trajectory, YearPoint
from nrdesk.core.model import Equipment

__all__ = ["Lever", "LeverKind", "Park", "Trajectory", "YearPoint", "park_of", "project", "simulate"]


def simulate(
    lines: Sequence[Equipment],
    method: Method,
    first_year: int,
    last_year: int,
    levers: Sequence[Lever] = (),
) -> Trajectory:
    """Return what an inventory becomes.

    Args:
        lines: the inventory.
        method: what it is computed with; `method.as_of` is its date.
        first_year: the year of the inventory.
        last_year: the last year wanted; only the inventory when it is not later.
        levers: what is changed, in any order.

    Raises:
        ValueError: a date of a line, or of the method, is not a (partial) ISO date.
    """
    return project(park_of(compute(lines, method)), first_year, last_year, levers)


def project(park: Park, first_year: int, last_year: int, levers: Sequence[Lever] = ()) -> Trajectory:
    """Return what a park becomes (see `simulate`)."""
    futures = [
        Future(stream, [each for each in levers if each.acts_on(stream.category)]) for stream in park.streams
    ]
    left = {rank: lever.amount for rank, lever in enumerate(levers) if lever.kind is LeverKind.FEWER}
    years = [_settled(futures, first_year, 0)]
    for step in range(1, last_year - first_year + 1):
        year = first_year + step
        for future in futures:
            future.grow_old(step, year)
        for rank, wanted in left.items():
            if levers[rank].from_year <= year:
                left[rank] -= _forgo(
                    [each for each in futures if levers[rank].acts_on(each.stream.category)], wanted
                )
        years.append(_settled(futures, year, step, electricity_path(levers, year, first_year)))
    return Trajectory(tuple(years))


def _settled(futures: Sequence[Future], year: int, step: int, electricity: float = 1.0) -> SimulatedYear:
    sums = Sums()
    for future in futures:
        future.settle(step, sums)
    return SimulatedYear(year, sums.weights, electricity, sums.number, sums.bought, sums.refurbished)


def _forgo(futures: Sequence[Future], wanted: float) -> float:
    """Give up so many of the appliances about to be bought, in proportion; return how many were."""
    about = sum(future.bought for future in futures)
    given_up = min(wanted, about)
    for future in futures:
        if given_up:
            future.forgo(given_up / about)
    return given_up
