"""Who was at the session that is shown: names one by one, or a whole list pasted."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from nrdesk.core.errors import UserError
from nrdesk.core.fields.training import ATTENDANCE
from nrdesk.core.knowledge.attendance import pasted, sheet
from nrdesk.core.model import Attendance, AwarenessSession
from nrdesk.core.training import is_exercise
from nrdesk.ui.errors import show_error
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step02_knowledge.csv_file import save_table
from nrdesk.ui.steps.step02_knowledge.paste_names import PasteNames
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow

_TITLE = "Personnes présentes"


class AttendanceCard(RecordSection):
    """The people present at one session; hidden as long as there is no session."""

    def __init__(self, session: Session, sessions: RecordSection) -> None:
        """Make the card.

        Args:
            session: the open document.
            sessions: the card of the sessions, whose current one this card follows.
        """
        super().__init__(
            session,
            Attendance,
            ATTENDANCE,
            title=_TITLE,
            columns=("name", "is_elected", "service", "certified"),
            add_label="Ajouter une personne",
            noun="une personne présente",
            empty="Aucun nom pour l’instant. La liste est facultative\u00a0: elle sert aux attestations et "
            "évite de compter deux fois la même personne.",
            flash=False,
        )
        self._sessions = sessions
        self._paste = button("Coller une liste de noms", "clipboard-list", on_click=self.ask_names)
        self._paste.setEnabled(not session.document.read_only)
        self._export = button("Exporter la liste des présences (CSV)", "download", on_click=self.export)
        self.add(flow(self._paste, self._export))
        if not session.document.read_only:
            self.list.keys["Ctrl+V"] = self.paste
        sessions.selected.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        held = self._held()
        self.setVisible(held is not None)
        if held is None:
            return
        self.share(session_id=held.id)
        if self.heading:
            self.heading.setText(text.tied(f"{_TITLE} : {held.title}" if held.title else _TITLE))
        super().refresh()
        self._export.setEnabled(bool(self.list.count()))

    def paste(self) -> None:
        """Offer to add the names of the clipboard."""
        self.ask_names(QGuiApplication.clipboard().text())

    def ask_names(self, names: str = "") -> None:
        """Open the dialog where a list of names is pasted; returns before the answer."""
        if held := self._held():
            dialog = PasteNames(self, held, self._people(), names)
            dialog.accepted.connect(lambda: self._add_names(dialog.names, elected=dialog.elected))
            dialog.open()

    def export(self) -> None:
        """Write the list of the session that is shown."""
        if held := self._held():
            exercise = is_exercise(self._session.document)
            name = f"{'EXERCICE - ' if exercise else ''}Présences - {held.title}"
            save_table(self, "Exporter la liste des présences", name, self._rows(held))

    def _rows(self, held: AwarenessSession) -> list[list[str]]:
        return sheet(held, self._people())

    def _add_names(self, names: str, *, elected: bool) -> None:
        held = self._held()
        assert held is not None
        found = pasted(names, held.id, self._people(), elected=elected)
        try:
            with self._session.act(f"Ajouter une liste de noms ({held.title})") as tx:
                tx.add_all(found.people)
        except UserError as error:
            show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, found.summary)

    def _held(self) -> AwarenessSession | None:
        found = self._sessions.current_id
        return self._session.document.get(AwarenessSession, found) if found else None

    def _people(self) -> list[Attendance]:
        return self._session.document.all(Attendance, session_id=self._sessions.current_id)
