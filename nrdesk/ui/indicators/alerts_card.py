"""What asks to be looked at: indicators off track, readings that are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

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

    def __init__(self, go: Callable[[str], object]) -> None:
        """Make an empty card; `go` shows an indicator, by its identifier."""
        super().__init__("À regarder")
        self._go = go
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
            self._lines.addWidget(
                LinkRow(title, state.reason, "triangle-alert", partial(self._go, state.indicator.id))
            )
        if due:
            title = count(len(due), "relevé attendu", "relevés attendus")
            names = ", ".join(each.title for each in due[:_NAMED])
            more = f" et {len(due) - _NAMED} de plus" if len(due) > _NAMED else ""
            go = partial(self._go, due[0].indicator.id)
            self._lines.addWidget(LinkRow(title, f"{names}{more}.", "clock", go))
        if states and not off and not due:
            self._lines.addWidget(text.body("Rien à signaler\u00a0: tout est relevé, et dans les temps."))
        self.setHidden(not states)
