"""What the checks look at: the latest campaign of a document, reduced to what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from nrdesk.core.model import Authority, Equipment

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.document import Document

FLASH_BELOW = 3500
"""Inhabitants under which the flash path applies (ANCT, "Démarche numérique responsable flash")."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The inventory of a campaign and its collectivité, read once for all the checks."""

    authority: Authority
    lines: tuple[Equipment, ...]
    """Inventory lines of the appliances still in the park."""
    groups: frozenset[str]
    """Groups of appliances that the inventory holds: "Ordinateurs", "Écrans"…"""
    coverage: float
    """Share of the appliances whose greenhouse gases are counted, from 0 to 1."""

    @classmethod
    def of(cls, assessment: Assessment) -> Self:
        """Keep of an assessment what the checks look at."""
        lines = tuple(line.equipment for line in assessment.result.lines if line.in_park)
        categories = assessment.method.factors.categories
        used = {line.category for line in lines}
        return cls(
            authority=assessment.authority,
            lines=lines,
            groups=frozenset(category.group for key, category in categories.items() if key in used),
            coverage=assessment.headline.coverage_quantity,
        )

    @property
    def flash(self) -> bool:
        """Whether the flash path applies: essential checks only."""
        population = self.authority.population_municipal
        return population is not None and population < FLASH_BELOW


def assessment_of(document: Document, at_hand: Assessment | None) -> Assessment:
    """Return the assessment at hand, or that of the latest campaign."""
    # Imported here: the navigation needs the steps before any footprint is computed.
    from nrdesk.core.assessment import assess

    return at_hand or assess(document)
