"""The three levels of follow-up: when each last met, when it should meet again, and preparing it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.model import ReviewLevel
from nrdesk.core.monitoring import reviews
from nrdesk.core.monitoring.reviews import LevelState
from nrdesk.core.written.prose import capital
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.columns import Columns
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.pill import Pill

_NARROWEST = 190


class LevelsCard(Card):
    """A panel a level."""

    asked = Signal(object)
    """A `ReviewLevel`: its next review is to be prepared."""

    def __init__(self, session: Session) -> None:
        super().__init__("Trois niveaux de suivi")
        self._session = session
        self.add(
            text.muted(
                "Une petite commune peut les réunir en une seule réunion\u00a0: gardez alors le niveau "
                "«\u00a0plan d’action\u00a0». nrdesk écrit l’ordre du jour d’après ce qui a changé depuis la "
                "dernière revue du même niveau.",
                terms=True,
            )
        )
        self._panels = QVBoxLayout()
        self.add_layout(self._panels)

    def refresh(self) -> None:
        """Show what the document holds."""
        clear(self._panels)
        states = reviews.levels(self._session.document, dt.date.today())
        panels = [self._panel(level, state) for level, state in zip(ReviewLevel, states, strict=True)]
        self._panels.addWidget(Columns(*panels, narrowest=_NARROWEST, most=3))

    def focus_field(self, name: str) -> bool:
        """Lead nowhere: reviews themselves are in the list below."""
        return False

    def _panel(self, level: ReviewLevel, state: LevelState) -> Panel:
        named = capital(level.label)
        panel = Panel(
            text.strong(named), text.muted(state.template.purpose, terms=True), text.body(state.words)
        )
        if state.overdue:
            panel.add(Pill("à prévoir", "warn"))
        elif state.next:
            panel.add(Pill("prévue", "ok"))
        prepare = button("Préparer", "clipboard-list", on_click=partial(self.asked.emit, level))
        prepare.setAccessibleName(f"Préparer une revue\u00a0: {level.label}")
        prepare.setEnabled(not self._session.document.read_only)
        panel.body.addStretch(1)
        panel.add(flow(prepare))
        return panel
