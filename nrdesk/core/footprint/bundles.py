"""The lines of a campaign, gathered before they are compared with those of another.

Lines that two methods treat alike, and that stand alike towards the other campaign, are added up once; the
criteria are then worked out on some hundreds of bundles, whatever the number of lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from nrdesk.core.footprint.recipe import Recipe
from nrdesk.core.footprint.result import FootprintResult
from nrdesk.core.model import Acquisition
from nrdesk.core.written.words import normal


class Bundle(NamedTuple):
    """What makes counted lines of a campaign alike, seen from the other campaign."""

    own: Recipe
    """With the factors of their own campaign."""
    other: Recipe
    """With those of the other one."""
    other_complete: bool
    """Whether the other factors can count them."""
    second_hand: bool
    elsewhere: bool
    """Whether they are at a named place that the other campaign does not know."""
    twin: Recipe | None
    """Of the same line in the park of the other campaign, as it is there; None when there is none."""
    twin_complete: bool

    def other_counts(self, criterion: str) -> bool:
        """Return whether the other factors count them for a criterion."""
        return self.other_complete and self.other.covers(criterion)

    def apart(self, criterion: str) -> bool:
        """Return whether the other campaign does not count them for want of having looked."""
        uncounted = self.twin is not None and not (self.twin_complete and self.twin.covers(criterion))
        return self.elsewhere or uncounted

    def figure(self, weights: Weights, criterion: str) -> float:
        """Return what they weigh in their own campaign, for a criterion that they cover."""
        per_kwh = self.own.method.per_kwh.get(criterion, 0.0)
        return weights.per_year * self.own.manufacture[criterion] + weights.kwh * per_kwh


@dataclass(slots=True)
class Weights:
    """What the lines of a bundle add up to."""

    quantity: int = 0
    per_year: float = 0.0
    """Σ quantity / lifetime, with their own factors."""
    kwh: float = 0.0
    other_per_year: float = 0.0
    """The same with the factors of the other campaign."""
    other_kwh: float = 0.0


Bundles: TypeAlias = Mapping[Bundle, Weights]


def gather(
    here: FootprintResult, swapped: FootprintResult, there: FootprintResult, pairs: Mapping[str, str]
) -> Bundles:
    """Return the counted lines of a campaign, gathered.

    Args:
        here: the campaign.
        swapped: the same lines with the factors of the other campaign.
        there: the other campaign.
        pairs: line of here -> the same line there.
    """
    twins = {line.equipment.id: line for line in there.lines if line.recipe.in_park}
    unknown = _unknown_places(here, there, pairs)
    bundles: dict[Bundle, Weights] = {}
    for line, other in zip(here.lines, swapped.lines, strict=True):
        if not (line.recipe.in_park and line.complete):
            continue
        equipment = line.equipment
        twin = twins.get(pairs.get(equipment.id, ""))
        other_complete = other.complete
        bundle = Bundle(
            line.recipe,
            other.recipe,
            other_complete,
            equipment.acquisition is Acquisition.REFURBISHED,
            twin is None and equipment.site in unknown,
            twin.recipe if twin else None,
            twin.complete if twin else False,
        )
        weights = bundles.get(bundle)
        if weights is None:
            weights = bundles[bundle] = Weights()
        quantity = equipment.quantity
        weights.quantity += quantity
        weights.per_year += quantity / line.lifetime.years
        weights.kwh += quantity * line.kwh
        if other_complete:
            weights.other_per_year += quantity / other.lifetime.years
            weights.other_kwh += quantity * other.kwh
    return bundles


def _unknown_places(here: FootprintResult, there: FootprintResult, pairs: Mapping[str, str]) -> set[str]:
    """Return the sites of here, as they are written, that the other campaign does not know.

    Where no place is named, none is new; one that only changed its name has lines that are known there.
    """
    known = {normal(line.equipment.site) for line in there.lines if line.recipe.in_park}
    if not known - {""}:
        return set()
    present = {line.equipment.id for line in there.lines if line.recipe.in_park}
    known |= {normal(line.equipment.site) for line in here.lines if pairs.get(line.equipment.id) in present}
    return {site for site in {line.equipment.site for line in here.lines} if normal(site) not in {"", *known}}
