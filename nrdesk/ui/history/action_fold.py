"""The history of one action of the plan, to stand at the bottom of its sheet."""

from __future__ import annotations

from nrdesk.core.monitoring import history
from nrdesk.ui.history.entries_view import EntriesView
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.fold import Fold


class ActionHistory(Fold):
    """Who changed an action and what hangs from it, when; read only once it is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__("Historique", opened=False, role="heading")
        self._session = session
        self._action_id: str | None = None
        self.list = EntriesView("Historique de l’action")
        self._nothing = text.muted("Aucun changement noté pour cette action.")
        self.add(self._nothing)
        self.add(self.list)
        self.header.toggled.connect(lambda _: self.refresh())

    def show_action(self, action_id: str | None) -> None:
        """Show the history of another action."""
        self._action_id = action_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds."""
        if not self.header.isChecked():
            return
        found = history.of_action(self._session.document, self._action_id) if self._action_id else ()
        self.list.show_entries(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
