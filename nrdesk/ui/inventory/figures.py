"""The figures of the lines, worked out when they are first shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nrdesk.core.footprint import Calculator, LineResult, Method
from nrdesk.core.model import Equipment
from nrdesk.ui.inventory.columns import CARBON
from nrdesk.ui.session import Session


@dataclass(frozen=True, slots=True)
class Sum:
    """What the totals line says of the lines shown."""

    lines: int
    appliances: int
    kilograms: float
    """CO₂ equivalent over a year, of the lines that have a figure."""
    without_figure: int


class Figures:
    """What is calculated for the lines of the current campaign.

    A line on screen is calculated on its own, in microseconds; the whole inventory only for what asks for it.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._calculator: Calculator | None = None

    def forget(self) -> None:
        """Drop what was calculated: the document changed."""
        self._calculator = None

    def of(self, line: Equipment) -> LineResult:
        """Return the figures of a line."""
        if self._calculator is None:
            self._calculator = Calculator(self.method())
        return self._calculator.resolve(line)

    def method(self) -> Method:
        """Return how the campaign is calculated."""
        method: Method = self._session.assessment().method
        return method

    def all(self) -> Mapping[str, LineResult]:
        """Return the figures of the whole inventory, by identifier of line."""
        return {line.id: line for line in self._session.assessment().result.lines}

    def incomplete(self) -> frozenset[str]:
        """Return the lines left out of the totals, for want of a datum."""
        return frozenset(line.id for line in self._session.assessment().result.incomplete)

    def total(self, identifiers: Collection[str]) -> Sum:
        """Return the sum of the lines given; those out of the park are lines, but count for nothing."""
        chosen = frozenset(identifiers)
        figures = [f for f in self._session.assessment().result.lines if f.id in chosen and f.in_park]
        values = [figure.total(CARBON) for figure in figures]
        known = [value for value in values if value is not None]
        return Sum(len(identifiers), sum(f.quantity for f in figures), sum(known), len(values) - len(known))
