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

from collections.abc import Iterator, Sequence

from nrdesk.core.footprint.calculator import compute
from nrdesk.core.footprint.cohorts import Park, park_of
from nrdesk.core.footprint.future import Future, Sums
from nrdesk.core.footprint.levers import Bearings, Lever, LeverKind, electricity_path
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.trajectory import SimulatedYear, Trajectory, YearPoint
from nrdesk.core.model import Equipment

__all__ = [
    "Lever",
    "LeverKind",
    "Park",
    "Trajectory",
    "YearPoint",
    "outcome",
    "park_of",
    "project",
    "simulate",
]


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
    return Trajectory(tuple(_years(park, first_year, last_year, levers, every=True)))


def outcome(park: Park, first_year: int, last_year: int, levers: Sequence[Lever] = ()) -> SimulatedYear:
    """Return the last year of `project` alone, in less time; what was bought is that of the whole way."""
    *_, last = _years(park, first_year, last_year, levers, every=False)
    return last


def _years(
    park: Park, first_year: int, last_year: int, levers: Sequence[Lever], *, every: bool
) -> Iterator[SimulatedYear]:
    """Yield the years of a scenario, or only the last one."""
    categories = {stream.category.id: stream.category for stream in park.streams}
    bearings = {
        name: Bearings(lever for lever in levers if lever.acts_on(category))
        for name, category in categories.items()
    }
    futures = [Future(stream, bearings[stream.category.id]) for stream in park.streams]
    left = {rank: lever.amount for rank, lever in enumerate(levers) if lever.kind is LeverKind.FEWER}
    sums = Sums()
    for year in range(first_year, max(first_year, last_year) + 1):
        step = year - first_year
        if step:
            _renew(futures, levers, left, year, step)
        for future in futures:
            future.buy(sums)
        if every or year >= last_year:
            for future in futures:
                future.weigh(step, sums)
            yield SimulatedYear(
                year,
                sums.weights,
                electricity_path(levers, year, first_year),
                sums.number,
                sums.bought,
                sums.refurbished,
            )
            sums = Sums()


def _renew(
    futures: Sequence[Future], levers: Sequence[Lever], left: dict[int, float], year: int, step: int
) -> None:
    """Let a year pass up to its purchases; `left` says how many each lever may still forgo."""
    for future in futures:
        future.grow_old(step, year)
    for rank, wanted in left.items():
        lever = levers[rank]
        if lever.from_year <= year:
            left[rank] -= _forgo([each for each in futures if lever.acts_on(each.stream.category)], wanted)


def _forgo(futures: Sequence[Future], wanted: float) -> float:
    """Give up so many of the appliances about to be bought, in proportion; return how many were."""
    about = sum(future.bought for future in futures)
    given_up = min(wanted, about)
    if given_up:
        for future in futures:
            future.forgo(given_up / about)
    return given_up
