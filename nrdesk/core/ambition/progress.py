"""How far an objective is: the share of the way from its base to its target."""

from __future__ import annotations

from dataclasses import dataclass

from nrdesk.core.formatting import percent, trimmed, with_unit
from nrdesk.core.model import Objective


@dataclass(frozen=True, slots=True)
class Way:
    """The share of the way done."""

    share: float
    """(value − base) / (target − base): 0 at the base, 1 at the target, below 0 when it went the wrong way,
    above 1 when the target is passed. The same for what must grow and for what must shrink."""

    @property
    def text(self) -> str:
        """French words."""
        if self.share >= 1:
            return "cible atteinte"
        if self.share < 0:
            return "en recul depuis le départ"
        if self.share < 0.005:
            return "au point de départ"
        # 99,6 % of the way is not the target yet.
        return f"{percent(min(self.share, 0.99))} du chemin"


def way(objective: Objective, value: float | None) -> Way | None:
    """Return the share of the way of a value; None when base, target or value are unknown, or alike."""
    base, target = objective.base_value, objective.target_value
    if value is None or base is None or target is None or base == target:
        return None
    return Way((value - base) / (target - base))


def value_text(value: float | None, unit: str) -> str:
    """Return a value with its unit: "5,1 ans", "0 appareil"; "" when it is unknown."""
    if value is None:
        return ""
    return with_unit(trimmed(value), value, unit)
