"""What asks to be looked at: indicators off track, readings that are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.monitoring.indicators import IndicatorState
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.rows import LinkRow

_NAMED = 4
"""Indicators named in the sentence on the readings that are due."""


class AlertsCard(Card):
    """One line per indicator off track, with the reason; one for all the readings that are due."""

    def __init__(
        self, show: Callable[[str], object], *, title: str = "À regarder", before: QWidget | None = None
    ) -> None:
        """Make an empty card.

        Args:
            show: shows an indicator, by its identifier.
            title: title of the card.
            before: what stands above the lines.
        """
        super().__init__(title)
        self._show_indicator = show
        if before:
            self.add(before)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)

    def show_states(self, states: Sequence[IndicatorState]) -> None:
        """Show what there is to look at; the card hides when there is nothing."""
        clear(self._lines)
        off = [each for each in states if each.off_track]
        due = [each for each in states if each.due]
        for state in off:
            title = f"{state.title}{NBSP}: hors trajectoire"
            show = partial(self._show_indicator, state.indicator.id)
            self._lines.addWidget(LinkRow(title, state.reason, "triangle-alert", show))
        if due:
            title = count(len(due), "relevé attendu", "relevés attendus")
            names = ", ".join(each.title for each in due[:_NAMED])
            more = f" et {len(due) - _NAMED} de plus" if len(due) > _NAMED else ""
            show = partial(self._show_indicator, due[0].indicator.id)
            self._lines.addWidget(LinkRow(title, f"{names}{more}.", "clock", show))
        if states and not off and not due:
            self._lines.addWidget(text.body("Rien à signaler\u00a0: tout est relevé, et dans les temps."))
        self.setHidden(not states)
