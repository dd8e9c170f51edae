"""How well a line is known, from 0 to 100: what is said of it, weighed by what it changes in the figures.

The weights are a nrdesk hypothesis. They follow what decides a footprint: the category gives the factors, the
count multiplies them, the date spreads the manufacture. What makes no sense for a line (the electricity of an
appliance in stock) is left out of its score rather than held against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from nrdesk.core.model import Acquisition, Equipment, EquipmentStatus, ExitRoute, Origin

_IDLE = (EquipmentStatus.IN_STOCK, EquipmentStatus.BROKEN)
_DOUBTFUL = 0.5
"""Share of the weight of a date that is written with a doubt."""


class Datum(NamedTuple):
    """One thing that a line may say."""

    field: str
    """Attribute of `Equipment` where it is filled in."""
    label: str
    """French words for it."""
    weight: int
    known: float
    """0 when it is missing, 1 when it is known, in between when it is doubtful."""


@dataclass(frozen=True, slots=True)
class LineQuality:
    """The score of one line, datum by datum."""

    data: tuple[Datum, ...]

    @property
    def score(self) -> int:
        """From 0 to 100."""
        whole = sum(datum.weight for datum in self.data)
        return round(100 * sum(datum.weight * datum.known for datum in self.data) / whole)

    @property
    def missing(self) -> tuple[Datum, ...]:
        """What is not known, or not surely, the heaviest first."""
        lacking = [datum for datum in self.data if datum.known < 1]
        return tuple(sorted(lacking, key=lambda datum: -datum.weight * (1 - datum.known)))

    @property
    def gains(self) -> tuple[tuple[str, int], ...]:
        """Return (French words, points that knowing it would add) of what is missing, the most first."""
        whole = sum(datum.weight for datum in self.data)
        return tuple(
            (datum.label, round(100 * datum.weight * (1 - datum.known) / whole)) for datum in self.missing
        )


def quality_of(line: Equipment) -> LineQuality:
    """Return how well a line is known."""
    return LineQuality(tuple(datum for datum in _data(line) if datum.weight))


def _data(line: Equipment) -> tuple[Datum, ...]:
    out, idle = line.status is EquipmentStatus.OUT, line.status in _IDLE
    named = bool(line.brand or line.model)
    uses = 0 if out or idle else 1
    return (
        Datum("category", "catégorie", 30, bool(line.category)),
        Datum("purchased", "date d’achat", 20, _date(line)),
        Datum("quantity", "comptage réel", 15, line.origin is not Origin.ESTIMATED),
        Datum("annual_kwh", "électricité mesurée", 10 * uses, line.annual_kwh is not None),
        Datum("acquisition", "neuf ou reconditionné", 10, line.acquisition is not Acquisition.UNKNOWN),
        # A measure says all that the profile would.
        Datum("usage_profile", "profil d’usage", 5 * uses, _any(line.usage_profile, line.annual_kwh)),
        Datum("site", "lieu", 5, bool(line.site)),
        Datum("model", "marque ou modèle", 5, named),
        Datum("retired", "date de sortie", 10 * out, bool(line.retired)),
        Datum("exit_route", "devenir", 10 * out, line.exit_route is not ExitRoute.UNKNOWN),
    )


def _date(line: Equipment) -> float:
    if not line.purchased:
        return 0.0
    return _DOUBTFUL if line.purchased_uncertain else 1.0


def _any(*values: object) -> bool:
    return any(value is not None for value in values)
