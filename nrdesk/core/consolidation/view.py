"""The figures of a consolidation, by collectivité, read from the lines of its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nrdesk.core.assessment.services import combined, joined, parts_of

if TYPE_CHECKING:
    from nrdesk.core.assessment import Assessment
    from nrdesk.core.consolidation.journal import Gathering, Journal
    from nrdesk.core.document import Document
    from nrdesk.core.footprint.services import Combined

GWP = "gwp"
"""Criterion of the figures: kg CO₂e a year."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one collectivité weighs in the whole; the shares add up to it."""

    name: str
    gathering: Gathering | None
    """None for what was added since."""
    quantity: int
    """Appliances of the park, counted or not."""
    appliances: float
    services: float
    """kg CO₂e a year."""
    incomplete: int
    """Lines that cannot be counted yet."""

    @property
    def total(self) -> float:
        """Appliances and services, in kg CO₂e a year."""
        return self.appliances + self.services

    @property
    def per_agent(self) -> float | None:
        """Footprint of each of its agents in kg CO₂e a year, None while their number is not known."""
        agents = self.gathering.agents if self.gathering else None
        return self.total / agents if agents else None


@dataclass(frozen=True, slots=True)
class View:
    """A consolidation in figures."""

    journal: Journal
    assessment: Assessment
    shares: tuple[Share, ...]
    """In the order of the members; what was added since comes last."""
    combined: Combined
    """Appliances and services of all, with their ranges, as every page of the document tells them."""

    @property
    def told(self) -> float:
        """Sum of the appliances of the documents, each by its own method, in kg CO₂e a year."""
        return sum(member.own for member in self.journal.members)

    @property
    def method_change(self) -> float:
        """What one method for all changes to that sum."""
        return sum(member.common - member.own for member in self.journal.members)

    @property
    def set_aside(self) -> float:
        """What is not counted twice, ≤ 0."""
        return -sum(entry.kilograms or 0.0 for entry in self.journal.aside if entry.appliance)

    @property
    def edited(self) -> float:
        """What was changed in the document since; the total is the sum of these four."""
        made = self.told + self.method_change + self.set_aside
        left = self.combined.equipment.value - made
        return 0.0 if abs(left) < 1e-6 * max(abs(made), 1.0) else left


def view(document: Document, journal: Journal, assessment: Assessment | None = None) -> View:
    """Return the figures of a consolidation.

    Args:
        document: the document that it wrote.
        journal: what it did (`journal_of`).
        assessment: the figures of one of its campaigns; those of the latest when None.
    """
    from nrdesk.core.assessment import assess

    assessment = assessment or assess(document)
    parts = parts_of(document, assessment)
    gatherings = {member.name: member for member in journal.members}
    shares = tuple(
        Share(
            name=name,
            gathering=gatherings.get(name),
            quantity=part.park.quantity,
            appliances=part.park.totals[GWP].value,
            services=part.services.total.value,
            incomplete=len(part.park.incomplete),
        )
        for name, part in parts.items()
    )
    return View(journal, assessment, shares, combined(assessment, joined(parts, assessment)))
