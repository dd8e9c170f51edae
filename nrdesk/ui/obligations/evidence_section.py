"""The proofs of one obligation: a text, a link, or a file kept inside the document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nrdesk.core.duties import evidence
from nrdesk.core.errors import UserError
from nrdesk.core.fields.evidence import EVIDENCE
from nrdesk.core.model import Evidence
from nrdesk.ui import errors
from nrdesk.ui.dialogs import confirm_replacing, file_to_open, file_to_write
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.messages import say

_ANY = "Tous les fichiers (*)"


class EvidenceSection(RecordSection):
    """The list of proofs, and the file of the current one."""

    def __init__(self, session: Session, obligation: str) -> None:
        """Make the section; `obligation` is an identifier of the law table."""
        super().__init__(
            session,
            Evidence,
            EVIDENCE,
            title="Preuves",
            columns=("title", "dated"),
            add_label="Ajouter une preuve",
            noun="une preuve",
            empty="Un texte, un lien ou un fichier\u00a0: ce que vous montreriez à un contrôle.",
            where={"obligation": obligation},
            flash=False,
        )
        self._file_name = text.body("")
        self._join = button("Joindre un fichier…", "upload", on_click=self._attach)
        self._take = button("Enregistrer le fichier…", "download", on_click=self._extract)
        self._drop = button("Retirer le fichier", "x", on_click=self._detach)
        self._file = column(self._file_name, flow(self._join, self._take, self._drop), gap=6)
        self.add(self._file)
        self.selected.connect(lambda _: self._show_file())

    def refresh(self) -> None:
        super().refresh()
        self._show_file()

    def _show_file(self) -> None:
        shown = self.current_id
        self._file.setVisible(shown is not None)
        if shown is None:
            return
        name = self._session.document.get(Evidence, shown).file_name
        self._file_name.setText(f"Fichier\u00a0: {name}" if name else "Aucun fichier, 10\u00a0Mo au plus.")
        self._join.setText("Remplacer le fichier…" if name else "Joindre un fichier…")
        writable = not self._session.document.read_only
        self._join.setEnabled(writable)
        self._drop.setEnabled(writable)
        for each in (self._take, self._drop):
            each.setVisible(bool(name))

    def _attach(self) -> None:
        path = file_to_open(self, "Joindre un fichier", _ANY)
        if path and self.current_id:
            self._keep(path, self.current_id)

    def _keep(self, path: Path, proof: str) -> None:
        document = self._session.document
        try:
            attachment = evidence.read_file(path)
            with self._session.act(f"Joindre «\u00a0{path.name}\u00a0»") as tx:
                evidence.attach(document, tx, proof, attachment)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        say_undoable(self, self._session, f"Le fichier «\u00a0{path.name}\u00a0» est dans le document.")

    def _extract(self) -> None:
        if self.current_id is None:
            return
        document, proof = self._session.document, self.current_id
        kept = Path(document.get(Evidence, proof).file_name)
        target = file_to_write(self, "Enregistrer le fichier", kept.stem, kept.suffix, _ANY)
        if target is None or (target.exists() and not confirm_replacing(self, target)):
            return
        try:
            evidence.extract(document, proof, target)
        except UserError as error:
            errors.show_error(self, error)
        else:
            say(self, f"Le fichier est enregistré\u00a0: {target}", "ok")

    def _detach(self) -> None:
        if self.current_id is None:
            return
        document, proof = self._session.document, self.current_id
        name = document.get(Evidence, proof).file_name
        try:
            with self._session.act(f"Retirer «\u00a0{name}\u00a0»") as tx:
                evidence.detach(document, tx, proof)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        focus: QWidget = self._join
        focus.setFocus()
        say_undoable(self, self._session, f"Le fichier «\u00a0{name}\u00a0» est retiré.")
