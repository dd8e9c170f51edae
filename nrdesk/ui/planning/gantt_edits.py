"""What the calendar writes, each as one action of the document."""

from __future__ import annotations

from collections.abc import Mapping

from nrdesk.core.formatting import count
from nrdesk.core.model import Action, Dependency
from nrdesk.core.plan import editing
from nrdesk.core.written.words import quoted
from nrdesk.ui.planning import gantt_moves as moves
from nrdesk.ui.planning.gantt_rows import title_of
from nrdesk.ui.session import Session


class PlanEdits:
    """Dates and dependencies of the plan; a `UserError` says why something is refused."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, action: Action, fields: Mapping[str, str]) -> None:
        """Change the dates of an action."""
        with self._session.act(f"Changer les dates de {quoted(title_of(action))}") as tx:
            tx.update(Action, action.id, **fields)

    def behind(self, action_id: str) -> dict[str, dict[str, str]]:
        """Return what putting off those that wait for an action would change (see `gantt_moves.pushed`)."""
        document = self._session.document
        return moves.pushed(document.all(Action), document.all(Dependency), action_id)

    def push(self, changes: Mapping[str, Mapping[str, str]]) -> None:
        """Put actions off."""
        with self._session.act(f"Décaler {count(len(changes), 'action')}") as tx:
            for action_id, fields in changes.items():
                tx.update(Action, action_id, **fields)

    def link(self, waiting: str, needed: str) -> str:
        """Make an action wait for the end of another; return the sentence that says so."""
        editing.add_dependency(self._session.document, waiting, needed)
        first, second = (self._session.document.get(Action, id) for id in (waiting, needed))
        return f"{quoted(title_of(first))} attend maintenant la fin de {quoted(title_of(second))}."

    def cut(self, waiting: str, needed: str) -> None:
        """Make an action wait for another no longer."""
        editing.remove_dependency(self._session.document, waiting, needed)
