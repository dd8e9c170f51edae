"""The dashboard: what to do now, the footprint, where it comes from, the obligations."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from nrdesk.core.assessment import HEADLINE
from nrdesk.core.footprint import explain_total
from nrdesk.core.steps import next_things, progress
from nrdesk.ui import theme
from nrdesk.ui.session import Session
from nrdesk.ui.shell import dashboard_cards as cards
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.page import Page

_TWO_COLUMNS = 780
"""Width from which the cards stand two by two, in pixels for normal text."""


class Dashboard(Page):
    """The page one comes back to every month."""

    def __init__(self, session: Session) -> None:
        super().__init__("Tableau de bord")
        self._session = session
        self._cards: list[Card] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self.body.addLayout(self._grid)

    def refresh(self) -> None:
        """Draw the cards again from the document."""
        assessment = self._session.assessment()
        document = self._session.document
        steps = progress(document, assessment)
        done = sum(step.share >= 1 for step in steps)
        started = sum(0 < step.share < 1 for step in steps)
        # The population, filled in with the name, begins a step by itself.
        new = not done and started <= 1 and not assessment.result.lines
        self.set_subtitle(cards.progress_sentence(done, started, new=new))
        for card in self._cards:
            card.hide()
            card.deleteLater()
        made = (
            cards.next_card(next_things(document, assessment), self.go),
            cards.footprint_card(assessment, self.go, self._explain),
            cards.origin_card(assessment, self.go),
            cards.obligations_card(assessment.authority, self.go, dt.date.today()),
        )
        self._cards = [card for card in made if card]
        self._place()

    def _place(self) -> None:
        wide = self.width() >= theme.px(_TWO_COLUMNS)
        last = len(self._cards) - 1
        for index, card in enumerate(self._cards):
            row, column = divmod(index, 2) if wide else (index, 0)
            alone = wide and index == last and not column
            self._grid.addWidget(card, row, column, 1, 2 if alone else 1)
        self._grid.setColumnStretch(0, 5 if wide else 1)
        self._grid.setColumnStretch(1, 3 if wide else 0)

    def _explain(self) -> None:
        # Made when it is wanted: the dashboard is the first page to be built.
        from nrdesk.ui.widgets.explain_panel import explain_over

        explain_over(self, explain_total(self._session.assessment().result, HEADLINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
