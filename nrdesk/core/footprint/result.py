"""What a calculation gives: totals with their range and coverage, breakdowns, and what was not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from nrdesk.core.footprint.line import LineResult, Quality
from nrdesk.core.footprint.method import Method
from nrdesk.core.footprint.recipe import Recipe
from nrdesk.core.footprint.tally import NOTHING, Kind, Split, Tally, spread, use_spread
from nrdesk.core.footprint.uncertainty import Spread
from nrdesk.core.model import EquipmentStatus
from nrdesk.core.model.factors import Criterion

Breakdown = Mapping[str, Mapping[str, Split]]
"""Criterion -> group -> manufacture and use per year."""


@dataclass(frozen=True, slots=True)
class Total:
    """The footprint of the park for one criterion, per year."""

    criterion: Criterion
    value: float
    low: float
    high: float
    """Bounds of the 95 % interval."""
    manufacture: float
    use: float
    coverage_lines: float
    """Share of the lines of the park that are counted, 0 to 1; 0 for an empty park."""
    coverage_quantity: float
    """Share of the appliances of the park that are counted."""

    @property
    def unit(self) -> str:
        """Unit of the figures, as in the data: "kgCO2e"."""
        return self.criterion.unit


@dataclass(frozen=True)
class FootprintResult:
    """The footprint of an inventory."""

    method: Method
    lines: tuple[LineResult, ...]
    """One per line of the inventory, in its order."""
    tallies: Mapping[Kind, Tally]
    """What the counted lines weigh, by kind."""
    incomplete: tuple[LineResult, ...]
    """Lines of the park that cannot be counted: each says what it lacks."""
    out: tuple[LineResult, ...]
    """Lines out of the park at the date of the inventory: they are not part of the stock."""

    @cached_property
    def quantity(self) -> int:
        """Number of appliances in the park, counted or not."""
        return self.counted + sum(max(line.quantity, 0) for line in self.incomplete)

    @cached_property
    def counted(self) -> int:
        """Number of appliances of the complete lines."""
        return sum(tally.quantity for tally in self.tallies.values())

    @cached_property
    def totals(self) -> Mapping[str, Total]:
        """Criterion -> total."""
        return {criterion: self._total(criterion) for criterion in self.method.factors.criteria}

    @cached_property
    def by_group(self) -> Breakdown:
        """Totals by group of categories ("Ordinateurs", "Écrans"…)."""
        return self._breakdown(lambda recipe: recipe.category.group if recipe.category else "")

    @cached_property
    def by_category(self) -> Breakdown:
        """Totals by identifier of category."""
        return self._breakdown(lambda recipe: recipe.category.id if recipe.category else "")

    @cached_property
    def by_site(self) -> Breakdown:
        """Totals by site, "" gathering the lines without one."""
        places: dict[tuple[str, Recipe], Tally] = {}
        for line in self.lines:
            if line.in_park and line.complete:
                tally = places.setdefault((line.equipment.site, line.recipe), Tally())
                tally.add(line.quantity, line.lifetime.years, line.lifetime.sigma, line.kwh)
        return self._sums((site, recipe, tally) for (site, recipe), tally in places.items())

    @cached_property
    def quality(self) -> Mapping[Quality, int]:
        """Number of lines of the park of each quality, every quality present."""
        found = Counter(line.quality for line in self.lines if line.in_park)
        return {quality: found[quality] for quality in Quality}

    @cached_property
    def idle(self) -> int:
        """Number of counted appliances in stock or broken: manufacture counted, no electricity."""
        statuses = (EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN)
        return sum(t.quantity for kind, t in self.tallies.items() if kind.recipe.status in statuses)

    def parts(self, criterion: str) -> list[tuple[Kind, Tally]]:
        """Return the kinds of lines counted for a criterion, with what they weigh."""
        return [(kind, tally) for kind, tally in self.tallies.items() if kind.recipe.covers(criterion)]

    def use_spread(self, criterion: str) -> Spread:
        """Return the use of the park for a criterion, with its doubts."""
        return use_spread(self.parts(criterion), criterion)

    def _total(self, criterion: str) -> Total:
        parts = self.parts(criterion)
        splits = [tally.split(kind.recipe, criterion) for kind, tally in parts]
        manufacture = sum(split.manufacture for split in splits)
        use = sum(split.use for split in splits)
        low, high = spread(parts, criterion).range()
        in_park = len(self.lines) - len(self.out)
        return Total(
            criterion=self.method.factors.criteria[criterion],
            value=manufacture + use,
            low=low,
            high=high,
            manufacture=manufacture,
            use=use,
            coverage_lines=_share(sum(tally.lines for _, tally in parts), in_park),
            coverage_quantity=_share(sum(tally.quantity for _, tally in parts), self.quantity),
        )

    def _breakdown(self, group_of: Callable[[Recipe], str]) -> Breakdown:
        return self._sums((group_of(kind.recipe), kind.recipe, tally) for kind, tally in self.tallies.items())

    def _sums(self, weights: Iterable[tuple[str, Recipe, Tally]]) -> Breakdown:
        """Return the figures of each group, from the weights of lines of one recipe."""
        sums: dict[str, dict[str, Split]] = {criterion: {} for criterion in self.method.factors.criteria}
        for group, recipe, tally in weights:
            for criterion in recipe.manufacture:
                known, more = sums[criterion].get(group, NOTHING), tally.split(recipe, criterion)
                sums[criterion][group] = Split(known.manufacture + more.manufacture, known.use + more.use)
        return sums


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
