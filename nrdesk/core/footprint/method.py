"""What a calculation is made with: factors, place, date, and the choices of the collectivité."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from nrdesk.core.footprint.uncertainty import sigma
from nrdesk.core.model.factors import ElectricityFactor, FactorSet, ImpactFactor, LifeCycleStage

ELECTRICITY = "electricity"
"""Id of the criterion counted in final kWh: one kWh is one kWh, and no factor is needed."""


@dataclass(frozen=True)
class Method:
    """The choices that, with the inventory, determine every figure."""

    factors: FactorSet
    territory: str
    """Name of an electricity territory of `factors.electricity`."""
    year: int
    as_of: str
    """ISO date of the inventory: ages are counted up to it."""
    electricity_year: int | None = None
    """Year of the electricity factor; the campaign's when None."""
    refurbished_share: Mapping[str, float] = field(default_factory=dict)
    """Category -> share of the manufacture counted for a refurbished appliance, in place of the family's."""
    lifetime_rules: Mapping[str, float] = field(default_factory=dict)
    """Category -> service life in years decided by the collectivité, in place of the typical one."""
    usage_profiles: Mapping[str, str] = field(default_factory=dict)
    """Category -> usage profile, in place of the family's usual one; "" for the published kWh."""
    site_profiles: Mapping[str, str] = field(default_factory=dict)
    """Site, its name as `written.words.normal` gives it -> usage profile of the appliances there."""

    @cached_property
    def electricity(self) -> ElectricityFactor | None:
        """Factor of the territory: the latest up to the year wanted, or else the earliest there is."""
        wanted = self.electricity_year or self.year
        known = [factor for factor in self.factors.electricity if factor.territory == self.territory]
        past = [factor for factor in known if factor.year <= wanted]
        if past:
            return max(past, key=lambda factor: factor.year)
        return min(known, key=lambda factor: factor.year, default=None)

    @cached_property
    def per_kwh(self) -> Mapping[str, float]:
        """Criterion id -> impact of one kWh; a criterion without a factor is absent."""
        published = self.electricity.values if self.electricity else {}
        return {**published, ELECTRICITY: 1.0}

    @cached_property
    def _origins(self) -> Mapping[tuple[object, ...], str]:
        origins: dict[tuple[object, ...], str] = {}
        for factor in self.factors.factors.values():
            origins.setdefault(_published(factor), factor.category)
        return origins

    def origin(self, factor: ImpactFactor) -> str:
        """Return the first category that carries the same published value.

        A 14-inch laptop may take the value of the laptop: it is then one value, right or wrong for both.
        """
        return self._origins[_published(factor)]

    def treated_as(self, category: str) -> str:
        """Return the category whose factors an appliance takes: its own, or the one it borrows from."""
        stage = LifeCycleStage.MANUFACTURE
        made = (self.factors.factors.get((category, name, stage)) for name in self.factors.criteria)
        return next((self.origin(factor) for factor in made if factor), category)

    def electricity_sigma(self, criterion: str) -> float:
        """Return the log-normal standard deviation of the impact of one kWh, 0 without a factor."""
        if self.electricity is None:
            return 0.0
        return sigma(self.electricity.uncertainties.get(criterion, self.electricity.uncertainty))

    def refurbished_share_of(self, category: str) -> float:
        """Return the share of the manufacture that a refurbished appliance of the category carries."""
        default = self.factors.refurbished_share.get(category, 1.0)
        return self.refurbished_share.get(category, default)

    def profile_of(self, category: str, place: str = "") -> str:
        """Return the id of the profile of a category, "" when its published kWh are used.

        Args:
            category: identifier of the category.
            place: profile of the place where the appliance is, if it has one. It says how long people are
                there, and replaces the hours of what follows people, which is what has a usual profile: a
                school closes, but its internet box stays on.
        """
        default = self.factors.usual_profiles.get(category, "")
        usual = self.usage_profiles.get(category, default)
        return place or usual if usual else ""


def _published(factor: ImpactFactor) -> tuple[object, ...]:
    """Return what makes a published value the same as another."""
    return factor.criterion, factor.stage, factor.source, factor.year, factor.value
