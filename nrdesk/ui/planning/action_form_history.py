"""Who changed an action, what and when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.monitoring import history
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear

_MOST = 30


class HistoryPart(QWidget):
    """The last changes of the action and of what hangs from it, day by day."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_action(self, action_id: str) -> None:
        """Show the changes of an action."""
        clear(self._lines)
        found = history.of_action(self._session.document, action_id, limit=_MOST)
        for day, entries in history.by_day(found):
            self._add(text.strong(day))
            for entry in entries:
                self._add(text.body(f"{entry.label}"))
                self._add(text.muted(entry.details))
        if not found:
            self._add(text.muted("Rien n’a été noté pour cette action."))

    def save(self) -> None:
        """Do nothing: this is only read."""

    def focus_field(self, name: str) -> bool:
        """Return False: nothing is filled in here."""
        return False

    def _add(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)
        widget.show()
