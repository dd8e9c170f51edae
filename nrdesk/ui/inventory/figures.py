"""The figures of the lines, worked out when they are first shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nrdesk.core.assessment import method_of
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
        self._method: Method | None = None
        self._weighed: dict[str, tuple[LineResult, float]] = {}

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

    def incomplete(self) -> frozenset[str]:
        """Return the lines left out of the totals, for want of a datum."""
        return frozenset(line.id for line in self._session.assessment().result.incomplete)

    def equipment(self) -> Sequence[Equipment]:
        """Return every line of the campaign."""
        equipment: Sequence[Equipment] = self._session.assessment().equipment
        return equipment

    def total(self, identifiers: Collection[str]) -> Sum:
        """Return the sum of the lines given; those out of the park are lines, but count for nothing."""
        result = self._session.assessment().result
        if len(identifiers) == len(result.lines):
            return Sum(len(identifiers), result.quantity, result.totals[CARBON].value, len(result.incomplete))
        chosen = frozenset(identifiers)
        lines = [line for line in result.lines if line.equipment.id in chosen and line.in_park]
        return Sum(
            lines=len(identifiers),
            appliances=sum(max(line.quantity, 0) for line in lines),
            kilograms=sum(map(self._weight, lines)),
            without_figure=sum(line.id in chosen for line in result.incomplete),
        )

    def _weight(self, line: LineResult) -> float:
        """Return the kilograms of a line, worked out once: a line that is edited is another result."""
        known = self._weighed.get(line.equipment.id)
        if known is None or known[0] is not line:
            known = self._weighed[line.equipment.id] = line, line.total(CARBON) or 0.0
        return known[1]
