"""The base of the screens of « Préparer le bilan »: what is missing first, then what is to be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.monitoring.cycle import Cycle, CycleStep
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.remark import RemarkLine

NOTHING = "Rien ne manque ici."


class Screen(Card):
    """One screen; subclasses add their widgets, and override `fill`."""

    go = Signal(str, str)
    """Ask for another page: its key, and a field of it or ""."""
    explained = Signal(object)
    """An `Explanation` to show beside the screen."""

    def __init__(self, session: Session, key: str, title: str, lead: str) -> None:
        """Make a screen.

        Args:
            session: the open document.
            key: key of the screen (`cycle.SCREENS`).
            title: its title.
            lead: what it is about, in one or two sentences.
        """
        super().__init__(title)
        self.session, self.key = session, key
        self.add(text.muted(lead, terms=True))
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(6)
        self.add_layout(self._remarks)

    def show_cycle(self, cycle: Cycle) -> None:
        """Show where the bilan stands."""
        step = next(step for step in cycle.steps if step.key == self.key)
        clear(self._remarks)
        for sentence in self.remarks(cycle, step):
            self._remarks.addWidget(RemarkLine(False, sentence))
        if not self._remarks.count() and not cycle.closed:
            self._remarks.addWidget(RemarkLine(True, NOTHING))
        self.fill(cycle)

    def remarks(self, cycle: Cycle, step: CycleStep) -> tuple[str, ...]:
        """Return what to look at, in French sentences."""
        return step.missing

    def fill(self, cycle: Cycle) -> None:
        """Show the rest."""

    def save(self) -> None:
        """Save what was typed and not yet left."""

    def leads(self, page: str, field: str = "") -> Callable[[], None]:
        """Return what leads to another page."""
        return lambda: self.go.emit(page, field)
