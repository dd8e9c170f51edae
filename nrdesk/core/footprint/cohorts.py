"""The appliances of a park, gathered by the day when their life ends: what a scenario renews.

An appliance is renewed at the end of the life decided for it: planned for the line, or rule of the
collectivité. Where nothing is decided, a published life does not tell when this collectivité renews: with it,
a town hall that keeps its laptops eight years would see its footprint jump without having done anything. Its
habit is read from its park instead (`_habits`). What no date tells is assumed, and said on screen:

- an appliance already beyond that age is renewed within `CATCH_UP` years, as many each year; what is kept
  beyond its expected life is divided by its real age;
- appliances without a purchase date are of every age, in equal numbers, up to that age;
- ends are told to the quarter of a year, rounded up: whole years compare as the exact dates do.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nrdesk.core import dates
from nrdesk.core.footprint.lifetime import Lifetime, LifetimeBasis, Lifetimes
from nrdesk.core.footprint.line import LineResult
from nrdesk.core.footprint.recipe import Recipe
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.footprint.tally import Kind
from nrdesk.core.model import EquipmentStatus, Origin
from nrdesk.core.model.factors import Category

CATCH_UP = 3
"""Years within which what is beyond its expected life is renewed (hypothesis)."""
_STEPS = 4
"""Ends told in a year."""
_CATCHING_UP = tuple((year + 1.0, 1 / CATCH_UP) for year in range(CATCH_UP))
_OF_ITS_OWN = (LifetimeBasis.REAL_AGE, LifetimeBasis.OBSERVED)
"""Lifetimes that tell how long an appliance has lived, and not how long the next one will."""
_IDLE = (EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN)


@dataclass(slots=True)
class Cohort:
    """Appliances whose life ends on the same day."""

    end: float
    """Years after the date of the inventory."""
    number: float = 0.0
    per_year: float = 0.0
    """Σ quantity / lifetime on the date of the inventory."""
    variance: float = 0.0
    """Σ (quantity / lifetime)² × own sigma²."""
    kwh: float = 0.0
    squares: float = 0.0
    """Σ quantity²."""
    kwh_squares: float = 0.0

    def add_heirs_of(self, other: Cohort) -> None:
        """Add as many appliances as others, that consume as much."""
        self.number += other.number
        self.kwh += other.kwh
        self.squares += other.squares
        self.kwh_squares += other.kwh_squares


@dataclass(frozen=True, eq=False, slots=True)
class Stream:
    """Appliances of one kind, and those that replace them, on and on."""

    kind: Kind
    category: Category
    heir: Kind
    """Kind of what replaces them."""
    refurbished_heir: Kind
    """The same bought refurbished."""
    life: Lifetime
    """Expected life of what replaces them, before any lever: what its manufacture is spread over."""
    kept: float
    """Years that they are kept, before any lever: that life, or the habit when it is longer."""
    cohorts: tuple[Cohort, ...]

    @property
    def replaced(self) -> bool:
        """Whether they are replaced: what waits in a cupboard leaves at the end of its life, and no more."""
        return self.kind.recipe.status not in _IDLE

    @property
    def movable(self) -> bool:
        """Whether a lever may move the end of these appliances: a date out of the park is decided."""
        return self.replaced and self.kind.basis is not LifetimeBasis.OBSERVED

    @property
    def ageing(self) -> bool:
        """Whether they are divided by their real age, which grows as long as they are kept."""
        return self.kind.basis is LifetimeBasis.REAL_AGE


@dataclass(frozen=True)
class Park:
    """The counted appliances of an inventory, ready to be renewed year after year."""

    result: FootprintResult
    streams: tuple[Stream, ...]

    def only(self, groups: Iterable[str]) -> Park:
        """Return the appliances of some groups of categories; their `result` is still that of the park."""
        wanted = frozenset(groups)
        return replace(self, streams=tuple(each for each in self.streams if each.category.group in wanted))

    @property
    def groups(self) -> tuple[str, ...]:
        """Groups of categories that have appliances, in the order of the inventory."""
        return tuple(dict.fromkeys(stream.category.group for stream in self.streams))


def park_of(result: FootprintResult) -> Park:
    """Return the counted appliances of an inventory."""
    left_out = {line.equipment.id for line in (*result.incomplete, *result.out)}
    counted = [line for line in result.lines if line.equipment.id not in left_out and line.equipment.quantity]
    ages = _Ages(result.method.as_of)
    habits = _habits(counted, ages)
    lives = Lifetimes(result.method)
    found: dict[tuple[object, ...], _Growing] = {}
    for line in counted:
        equipment, recipe, lifetime = line
        life = _life_of_the_next(line, lives)
        estimated, dated = equipment.origin is Origin.ESTIMATED, bool(equipment.purchased)
        # Plain values make a faster key than a Kind and a Lifetime: once per line.
        key = (recipe, lifetime.basis, dated, estimated, life.years, life.sigma)
        growing = found.get(key)
        if growing is None:
            growing = found[key] = _Growing(line.kind, life, habits)
        growing.add(line, ages)
    return Park(result, tuple(growing.stream() for growing in found.values()))


def _life_of_the_next(line: LineResult, lives: Lifetimes) -> Lifetime:
    """Return the expected life of what replaces an appliance."""
    lifetime = line.lifetime
    if lifetime.basis not in _OF_ITS_OWN:
        return lifetime
    expected = lives.expected(line.equipment)
    # Where nothing but its own two dates tells its life, the next one lives as long.
    return expected if expected.known else lifetime


class _Ages(dict[str, float]):
    """Partial purchase date -> age in years on the date of the inventory; each date is worked out once."""

    def __init__(self, as_of: str) -> None:
        super().__init__()
        self._as_of = dates.decimal_year(as_of)

    def __missing__(self, purchased: str) -> float:
        age = self[purchased] = self._as_of - dates.decimal_year(purchased)
        return age


def _habits(lines: Iterable[LineResult], ages: _Ages) -> Mapping[str, float]:
    """Return the years that appliances are kept in fact, by category whose factors they take.

    In a park renewed regularly, ages are spread evenly from new to the age of renewal: the mean age is half
    of it. A park bought all at once would say too much: no habit goes beyond the oldest appliance.
    """
    numbers: dict[str, int] = {}
    sums: dict[str, float] = {}
    oldest: dict[str, float] = {}
    for line in lines:
        purchased = line.equipment.purchased
        if not purchased or line.recipe.status is not EquipmentStatus.IN_USE:
            continue
        name, age = line.recipe.treated_as, max(ages[purchased], 0.0)
        numbers[name] = numbers.get(name, 0) + line.quantity
        sums[name] = sums.get(name, 0.0) + line.quantity * age
        oldest[name] = max(oldest.get(name, 0.0), age)
    return {name: min(2 * sums[name] / number, oldest[name]) for name, number in numbers.items()}


def to_the_quarter(years: float) -> float:
    """Return years rounded up to a quarter; a rounding error is not a quarter."""
    return math.ceil(years * _STEPS - 1e-6) / _STEPS


class _Growing:
    """A stream while the lines of its kind are added to it."""

    def __init__(self, kind: Kind, life: Lifetime, habits: Mapping[str, float]) -> None:
        habit = habits.get(kind.recipe.treated_as, 0.0) if life.basis is LifetimeBasis.TYPICAL else 0.0
        self._kind, self._life = kind, life
        self._kept = to_the_quarter(max(life.years, habit))
        self._decided = kind.basis is LifetimeBasis.OBSERVED
        self._ends: dict[float, Cohort] = {}

    def add(self, line: LineResult, ages: _Ages) -> None:
        """Put the appliances of a line where their lives end."""
        equipment, recipe, lifetime = line
        years, own_sigma = lifetime.years, lifetime.sigma
        kept = years if self._decided else self._kept
        purchased, quantity = equipment.purchased, equipment.quantity
        energy = recipe.energy
        kwh = quantity * ((equipment.annual_kwh or 0.0) if energy.measured else energy.kwh)
        per_year = quantity / years
        for when, share in _ends(kept - ages[purchased]) if purchased else _evenly(kept):
            cohort = self._ends.get(when)
            if cohort is None:
                cohort = self._ends[when] = Cohort(when)
            # The parts of one line err together: their shares are not squared.
            cohort.number += share * quantity
            cohort.per_year += share * per_year
            cohort.variance += share * (per_year * own_sigma) ** 2
            cohort.kwh += share * kwh
            cohort.squares += share * quantity * quantity
            cohort.kwh_squares += share * kwh * kwh

    def stream(self) -> Stream:
        """Return what was gathered."""
        recipe = self._kind.recipe
        assert recipe.category is not None, "a line without a category is incomplete"
        heir = Kind(recipe, self._life.basis, True, self._kind.estimated)
        return Stream(
            kind=self._kind,
            category=recipe.category,
            heir=heir,
            refurbished_heir=heir._replace(recipe=_refurbished(recipe)),
            life=self._life,
            kept=self._kept,
            cohorts=tuple(self._ends.values()),
        )


def _ends(end: float) -> Sequence[tuple[float, float]]:
    """Return (years to come, share of the appliances) of dated appliances."""
    return ((to_the_quarter(end), 1.0),) if end > 0 else _CATCHING_UP


@functools.cache
def _evenly(kept: float) -> Sequence[tuple[float, float]]:
    """Return the same of appliances of every age up to the one when they are renewed, year by year."""
    years = range(math.ceil(kept))
    return tuple((min(year + 1.0, to_the_quarter(kept)), min(1.0, kept - year) / kept) for year in years)


def _refurbished(recipe: Recipe) -> Recipe:
    """Return the recipe of the same appliances bought refurbished; itself when nothing tells them apart."""
    assert recipe.category is not None
    share = recipe.method.refurbished_share_of(recipe.category.id)
    if recipe.refurbished != 1 or share == 1:
        return recipe
    manufacture = {
        criterion: recipe.made[criterion].value * share if criterion in recipe.made else 0.0
        for criterion in recipe.manufacture
    }
    return replace(recipe, refurbished=share, manufacture=manufacture)
