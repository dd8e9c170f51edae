"""Where the actions stand: how many wait, run and are over; which are blocked, and why; which are late."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.assessment.figures import computed
from nrdesk.core.formatting import NBSP, count, number
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.monitoring.status import StatusBoard, board
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars
from nrdesk.ui.widgets.explain_panel import explain_over
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.messages import say
from nrdesk.ui.widgets.page import page_of
from nrdesk.ui.widgets.reveal import reveal
from nrdesk.ui.widgets.rows import LinkRow

_SHOWN = 5
"""Actions named at most, blocked and late ones each."""
_COLUMNS = (
    (ActionStatus.TO_START, "À lancer"),
    (ActionStatus.UNDER_WAY, "En cours"),
    (ActionStatus.DONE, "Terminé"),
)


class StatusCard(Card):
    """The board in three bars, then what asks for a decision."""

    def __init__(self, session: Session) -> None:
        super().__init__("Où en sont les actions")
        self._session = session
        self.sentence = text.body("")
        self.bars = Bars()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.board = LinkRow(
            "Ouvrir le plan d’action",
            "Changer un statut, une date, dire ce qui bloque",
            "list-checks",
            partial(self._go, ""),
        )
        self.explain = button("Expliquer ce chiffre", kind="link", on_click=self._explain)
        for widget in (self.sentence, self.bars, row(self.explain)):
            self.add(widget)
        self.add_layout(self._lines)
        self.add(self.board)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = board(self._session.document, dt.date.today())
        self.sentence.setText(_sentence(found))
        for widget in (self.bars, self.explain):
            widget.setVisible(bool(found.actions))
        bars = [
            Bar(name, (float(n),), number(n)) for status, name in _COLUMNS for n in [len(found.of(status))]
        ]
        self.bars.show_bars("Actions, selon leur statut", bars)
        clear(self._lines)
        for action in found.blocked[:_SHOWN]:
            reason = action.blocked_reason.strip() or "La raison n’est pas dite."
            self._add(action, f"Bloquée{NBSP}: {reason}", "circle-alert")
        for action, reason in found.late[:_SHOWN]:
            self._add(action, f"En retard{NBSP}: {reason[:1].lower()}{reason[1:]}", "clock")
        left = max(0, len(found.blocked) - _SHOWN) + max(0, len(found.late) - _SHOWN)
        if left:
            self._lines.addWidget(text.muted(f"Et {count(left, 'autre')} dans le plan d’action."))

    def focus_field(self, name: str) -> bool:
        """Lead to the plan of action, or to the first of the actions that are blocked."""
        if name not in ("statuses", "blocked"):
            return False
        first = self._lines.itemAt(0)
        blocked = first.widget() if first and name == "blocked" else None
        reveal(blocked or self.board)
        return True

    def _add(self, action: Action, words: str, icon: str) -> None:
        title = action.title or "Action sans titre"
        line = LinkRow(title, words, icon, partial(self._go, action.id))
        self._lines.addWidget(line)
        line.show()

    def _explain(self) -> None:
        """Explain the share of the actions launched that are done, as the indicator of that name does."""
        found = computed(
            self._session.document, "plan.done_of_launched", assessment=self._session.assessment()
        )
        if found and found.explain:
            explain_over(self, found.explain())
        elif found:
            say(self, found.text)

    def _go(self, field: str) -> None:
        if shown := page_of(self):
            shown.go("plan", field)


def _sentence(found: StatusBoard) -> str:
    if not found.actions:
        return "Le plan n’a pas encore d’action\u00a0: l’étape 8 en propose."
    done, launched = len(found.of(ActionStatus.DONE)), len(found.launched)
    words = f"{count(done, 'action terminée', 'actions terminées')} sur {number(launched)} lancées."
    dropped = len(found.of(ActionStatus.DROPPED))
    if dropped:
        words = f"{words} {count(dropped, 'action abandonnée', 'actions abandonnées')}."
    return words
