"""The electricity of an appliance: measured > usage profile > published.

A profile multiplies the mean power of the category by hours and days. It is the one named on the line, or
else that of the place, or else the usual one of the category: published kWh are those of a home, 365 days a
year, which is not how an office or a school lives. An appliance in stock or broken uses none; its manufacture
still counts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from nrdesk.core.footprint.method import ELECTRICITY, Method
from nrdesk.core.footprint.uncertainty import MEASURED_KWH, POWER, PROFILE, Doubt, DoubtKind, sigma
from nrdesk.core.model import EquipmentStatus
from nrdesk.core.model.factors import ImpactFactor, LifeCycleStage, UsageProfile


class EnergyBasis(StrEnum):
    """Where the kWh of an appliance come from."""

    MEASURED = "measured"
    PROFILE = "profile"
    PUBLISHED = "published"
    IDLE = "idle"
    """In stock or broken: none."""
    UNKNOWN = "unknown"


class Energy(NamedTuple):
    """The electricity of the appliances of one kind."""

    basis: EnergyBasis
    kwh: float = 0.0
    """kWh a year of one appliance; 0 when each line has its own measure."""
    profile: UsageProfile | None = None
    watts: float = 0.0
    """Mean power that the profile was applied to."""
    factor: ImpactFactor | None = None
    """Published consumption, when it is what is used."""
    doubts: tuple[Doubt, ...] = ()
    """What makes `kwh` uncertain for all these appliances together."""
    own_sigma: float = 0.0
    """Log-normal standard deviation of what concerns each line by itself."""

    @property
    def measured(self) -> bool:
        """Whether each line has its own kWh."""
        return self.basis is EnergyBasis.MEASURED

    @property
    def used(self) -> bool:
        """Whether these appliances use electricity."""
        return self.measured or self.kwh > 0


def energy_of(
    method: Method,
    category: str,
    status: EquipmentStatus,
    profile_id: str | None,
    place: str = "",
    *,
    measured: bool,
) -> Energy:
    """Return the electricity of the appliances of a category in the park.

    Args:
        method: the choices of the calculation.
        category: identifier of the category.
        status: state of the appliances.
        profile_id: profile named on the line, if any.
        place: profile of the place where they are, if any.
        measured: whether the line has a consumption of its own.
    """
    if status in (EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN):
        return Energy(EnergyBasis.IDLE)
    if measured:
        return Energy(EnergyBasis.MEASURED, own_sigma=sigma(MEASURED_KWH))
    profile = method.factors.profiles.get(profile_id or method.profile_of(category, place))
    watts = method.factors.power_watts.get(category)
    if profile and watts is not None:
        kwh = watts * profile.hours_per_day * profile.days_per_year / 1000
        power = Doubt(DoubtKind.POWER, method.treated_as(category), sigma(POWER))
        hours = Doubt(DoubtKind.PROFILE, profile.id, sigma(PROFILE))
        return Energy(EnergyBasis.PROFILE, kwh, profile, watts, doubts=(power, hours))
    factor = method.factors.factors.get((category, ELECTRICITY, LifeCycleStage.USE))
    if factor:
        doubt = Doubt(DoubtKind.KWH, method.origin(factor), sigma(factor.uncertainty))
        return Energy(EnergyBasis.PUBLISHED, factor.value, factor=factor, doubts=(doubt,))
    return Energy(EnergyBasis.UNKNOWN)
