"""What the checks look at: the document as it stands, read once."""

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
    """The latest campaign of a document, and its collectivité."""

    authority: Authority
    lines: tuple[Equipment, ...]
    """Inventory lines of the appliances still in the park."""
    groups: frozenset[str]
    """Groups of appliances that the inventory holds: "Ordinateurs", "Écrans"…"""
    coverage: float
    """Share of the appliances whose GWP is complete, from 0 to 1."""
    next_most_useful: str
    """French sentence: the datum that would tighten the footprint most; may be empty."""

    @classmethod
    def of(cls, document: Document, assessment: Assessment | None = None) -> Self:
        """Read `document`; an assessment already at hand is used rather than computed again."""
        if assessment is None:
            # Imported here: the sidebar needs this module before any footprint is computed.
            from nrdesk.core.assessment import assess

            assessment = assess(document)
        lines = tuple(line.equipment for line in assessment.result.lines if line.in_park)
        categories = assessment.method.factors.categories
        return cls(
            authority=assessment.authority,
            lines=lines,
            groups=frozenset(
                categories[line.category].group for line in lines if line.category in categories
            ),
            coverage=assessment.result.totals["gwp"].coverage_quantity if lines else 0.0,
            next_most_useful=assessment.next_most_useful,
        )

    @property
    def flash(self) -> bool:
        """Whether the flash path applies: essential checks only."""
        population = self.authority.population_municipal
        return population is not None and population < FLASH_BELOW
