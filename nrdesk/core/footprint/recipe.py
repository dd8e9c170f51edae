"""What is common to all the lines of one kind: folded once, then used by the totals and the explanations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nrdesk.core.footprint.energy import Energy, EnergyBasis, energy_of
from nrdesk.core.footprint.method import ELECTRICITY, Method
from nrdesk.core.footprint.uncertainty import REFURBISHED, Doubt, DoubtKind, sigma
from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus
from nrdesk.core.model.factors import Category, ImpactFactor, LifeCycleStage
from nrdesk.core.written.words import normal

_OUT = EquipmentStatus.OUT


class Lack(StrEnum):
    """What prevents counting a line; the value is the French word shown."""

    CATEGORY = "catégorie"
    FACTOR = "facteur de fabrication"
    ENERGY = "consommation électrique"
    ELECTRICITY = "facteur d’électricité du territoire"
    LIFETIME = "durée de vie"
    QUANTITY = "quantité"

    @property
    def within_reach(self) -> bool:
        """Whether the person who keeps the inventory can fill it in."""
        return self not in (Lack.FACTOR, Lack.ELECTRICITY)


@dataclass(frozen=True, eq=False, slots=True)
class Recipe:
    """How the lines of one kind are computed; equal to itself only, so that it makes a fast key."""

    method: Method
    category: Category | None
    treated_as: str
    """Category whose factors they take: their own, or the one it borrows from."""
    status: EquipmentStatus
    """As counted at the date of the inventory: an exit to come is not an exit."""
    in_park: bool
    """Whether the appliances are still there at that date."""
    energy: Energy
    refurbished: float
    """Share of the manufacture counted: 1 unless the appliances are refurbished."""
    made: Mapping[str, ImpactFactor]
    """Criterion -> manufacture factor."""
    manufacture: Mapping[str, float]
    """Criterion -> manufacture of one appliance, `refurbished` applied; covered criteria only. Final
    electricity has none; any other criterion without a value would only count the use, and mislead."""
    missing: tuple[Lack, ...]
    """What prevents counting, besides what the line itself lacks."""

    @property
    def label(self) -> str:
        """What the appliances are, in French."""
        return self.category.label if self.category else "Sans catégorie"

    def covers(self, criterion: str) -> bool:
        """Return whether the criterion has all its factors for these appliances."""
        return criterion in self.manufacture

    def making_doubts(self, criterion: str) -> tuple[Doubt, ...]:
        """Return what makes the manufacture uncertain, lifetime aside."""
        factor = self.made.get(criterion)
        if factor is None:
            return ()
        doubt = Doubt(DoubtKind.MANUFACTURE, self.method.origin(factor), sigma(factor.uncertainty))
        if self.refurbished == 1:
            return (doubt,)
        return (doubt, Doubt(DoubtKind.REFURBISHED, self.treated_as, sigma(REFURBISHED)))

    def use_doubts(self, criterion: str) -> tuple[Doubt, ...]:
        """Return what makes the use uncertain for all these appliances together."""
        if criterion == ELECTRICITY:
            return self.energy.doubts
        electricity = self.method.electricity_sigma(criterion)
        return (*self.energy.doubts, Doubt(DoubtKind.ELECTRICITY, self.method.territory, electricity))


_Key = tuple[str | None, EquipmentStatus, str | None, Acquisition, str | None, str, bool]
"""The arguments of `_fold`, the method aside."""


class Recipes:
    """The recipes of one calculation, each folded once."""

    def __init__(self, method: Method) -> None:
        self._method = method
        self._known: dict[_Key, Recipe] = {}
        self._places: dict[str, str] = {}

    def of(self, line: Equipment) -> Recipe:
        """Return the recipe of a line."""
        key = self._key(line)
        recipe = self._known.get(key)
        if recipe is None:
            recipe = self._known[key] = _fold(self._method, *key)
        return recipe

    def learn(self, line: Equipment, recipe: Recipe) -> None:
        """Take the recipe of a line from another calculation of the same method: lines add up with it."""
        self._known[self._key(line)] = recipe

    def _key(self, line: Equipment) -> _Key:
        """Return what the lines of one recipe share."""
        status, kwh = line.status, line.annual_kwh
        return (
            line.category,
            status,
            line.retired if status is _OUT else None,
            line.acquisition,
            line.usage_profile,
            self._place(line.site) if self._method.site_profiles else "",
            kwh is not None and kwh >= 0,
        )

    def _place(self, site: str) -> str:
        """Return the usage profile of a site, "" when it has none."""
        profile = self._places.get(site)
        if profile is None:
            profile = self._places[site] = self._method.site_profiles.get(normal(site), "")
        return profile


def _fold(
    method: Method,
    category_id: str | None,
    status: EquipmentStatus,
    retired: str | None,
    acquisition: Acquisition,
    profile_id: str | None,
    place: str,
    measured: bool,
) -> Recipe:
    """Return the recipe of the lines that share these things."""
    if status is _OUT and retired and retired > method.as_of[: len(retired)]:
        # The exit is still to come at the date of the inventory.
        status = EquipmentStatus.IN_USE
    identifier = category_id or ""
    factors = method.factors
    category = factors.categories.get(identifier)
    energy = energy_of(method, identifier, status, profile_id, place, measured=measured)
    refurbished = acquisition is Acquisition.REFURBISHED
    share = method.refurbished_share_of(identifier) if refurbished else 1.0
    made = {
        criterion: factor
        for criterion in factors.criteria
        if (factor := factors.factors.get((identifier, criterion, LifeCycleStage.MANUFACTURE)))
    }
    in_park = status is not _OUT
    return Recipe(
        method=method,
        category=category,
        treated_as=method.treated_as(identifier),
        status=status,
        in_park=in_park,
        energy=energy,
        refurbished=share,
        made=made,
        manufacture={
            criterion: made[criterion].value * share if criterion in made else 0.0
            for criterion in factors.criteria
            if (criterion in made or criterion == ELECTRICITY)
            and (criterion in method.per_kwh or not energy.used)
        },
        missing=_missing(method, category, made, energy) if in_park else (),
    )


def _missing(
    method: Method, category: Category | None, made: Mapping[str, ImpactFactor], energy: Energy
) -> tuple[Lack, ...]:
    """Return what the appliances of a kind lack to be counted."""
    if category is None:
        return (Lack.CATEGORY,)
    lacks = {
        Lack.FACTOR: not made,
        Lack.ENERGY: energy.basis is EnergyBasis.UNKNOWN,
        Lack.ELECTRICITY: energy.used and method.electricity is None,
    }
    return tuple(lack for lack, lacking in lacks.items() if lacking)
