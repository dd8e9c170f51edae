"""What the service shown weighs, whether it is counted, why, and the way to its explanation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nrdesk.core.footprint.services import ServiceLine
from nrdesk.core.footprint.services_explained import reason
from nrdesk.core.formatting import NBSP, mass, span
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.pill import Pill


class Verdict(Panel):
    """The figure of one line; hidden while there is none."""

    def __init__(self, explain: Callable[[ServiceLine], object]) -> None:
        """Make an empty panel; `explain` is called with the line shown."""
        super().__init__()
        self.setAccessibleName("Empreinte de la ligne")
        self._line: ServiceLine | None = None
        self._figure = text.strong("", wrap=False)
        self._state = Pill("")
        self._range = text.muted("", wrap=False)
        self._link = button("Expliquer ce chiffre", kind="link", on_click=lambda: explain(self._shown()))
        head = QWidget()
        flow = FlowLayout(gap=12)
        head.setLayout(flow)
        for widget in (self._figure, self._state, self._range, self._link):
            flow.addWidget(widget)
        self.add(head)
        self._why = text.body("", terms=True)
        self.add(self._why)

    def show_line(self, line: ServiceLine | None) -> None:
        """Show what a line weighs."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        low, high = line.spread.range()
        weight = line.weight
        self._figure.setText("" if weight is None else f"{mass(weight, low, high)} par{NBSP}an")
        self._figure.setVisible(weight is not None and not line.elsewhere)
        self._state.show_state(*_state(line))
        self._range.setText(f"{span(low, high)}{NBSP}kg" if line.value else "")
        self._range.setVisible(bool(line.value))
        self._link.setAccessibleName(f"Expliquer ce chiffre{NBSP}: {line.name}")
        why = reason(line)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _shown(self) -> ServiceLine:
        assert self._line is not None
        return self._line


def _state(line: ServiceLine) -> tuple[str, str]:
    """Return the words and the colour of the state of a line."""
    if line.elsewhere:
        return "déjà compté ailleurs", "quiet"
    return ("compté", "ok") if line.counted else ("non compté", "warn")
