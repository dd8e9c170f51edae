"""What the dates of the documents call for: one that has ended, ends soon, or ends before it begins."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.core.model import PolicyDocument
from nrdesk.core.policies.matrix import Alert, AlertKind, alerts
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.image import Image
from nrdesk.ui.widgets.layout import clear

_ICONS = {
    AlertKind.INVERTED: ("circle-alert", "bad"),
    AlertKind.ENDED: ("triangle-alert", "warn"),
    AlertKind.ENDS_SOON: ("calendar-clock", "accent"),
}


class AlertsCard(Card):
    """One line per document to look at; hidden when there is none."""

    def __init__(self, session: Session, policies: RecordSection) -> None:
        super().__init__("Dates à regarder")
        self._session, self._policies = session, policies
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.add_layout(self._lines)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = alerts(self._session.document.all(PolicyDocument), dt.date.today())
        clear(self._lines)
        for alert in found:
            self._lines.addWidget(self._line(alert))
        self.setHidden(not found)

    def focus_field(self, name: str) -> bool:
        """Return False: the checklist leads to the list of documents."""
        return False

    def _line(self, alert: Alert) -> QWidget:
        correct = button("Ouvrir", kind="link", on_click=partial(self._open, alert.document.id))
        correct.setAccessibleName(f"Ouvrir «\u00a0{alert.document.title}\u00a0» à ses dates")
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(Image(*_ICONS[alert.kind], 20))
        inside.addWidget(text.body(alert.text, terms=True), 1)
        inside.addWidget(correct)
        return line

    def _open(self, document_id: str) -> None:
        self._policies.select(document_id)
        self._policies.focus_field("ends")
