"""The figures of the lines, worked out when they are first shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from nrdesk.core.assessment import method_of
from nrdesk.core.footprint import Calculator, LineResult, Method, compute
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
        self._method: Method | None = None

    def forget(self) -> None:
        """Drop what was calculated: the document changed."""
        self._calculator = self._method = None

    def of(self, line: Equipment) -> LineResult:
        """Return the figures of a line."""
        if self._calculator is None:
            self._calculator = Calculator(self.method)
        return self._calculator.resolve(line)

    @property
    def method(self) -> Method:
        """How the campaign is calculated."""
        if self._method is None:
            self._method = method_of(self._session.document, self._session.campaign)
        return self._method

    def all(self) -> Mapping[str, LineResult]:
        """Return the figures of the whole inventory, by identifier of line."""
        return {line.id: line for line in self._session.assessment().result.lines}

    def incomplete(self) -> frozenset[str]:
        """Return the lines left out of the totals, for want of a datum."""
        return frozenset(line.id for line in self._session.assessment().result.incomplete)

    def equipment(self) -> Sequence[Equipment]:
        """Return every line of the campaign."""
        equipment: Sequence[Equipment] = self._session.assessment().equipment
        return equipment

    def total(self, identifiers: Collection[str]) -> Sum:
        """Return the sum of the lines given; those out of the park are lines, but count for nothing."""
        assessment = self._session.assessment()
        result = assessment.result
        if len(identifiers) < len(result.lines):
            chosen = frozenset(identifiers)
            lines = [line for line in assessment.equipment if line.id in chosen]
            result = compute(lines, assessment.method)
        kilograms = result.totals[CARBON].value
        return Sum(len(identifiers), result.quantity, kilograms, len(result.incomplete))
