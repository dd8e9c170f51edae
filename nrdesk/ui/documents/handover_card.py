"""The hand-over: everything in one archive, for who takes over or for an auditor."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from nrdesk.core.formatting import NBSP, count
from nrdesk.core.jobs import Progress
from nrdesk.ui import tasks
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import column, row
from nrdesk.ui.widgets.messages import report, say

if TYPE_CHECKING:
    from nrdesk.core.handover import HandOver

_WORDS = (
    "Une archive ZIP pour qui prend la suite\u00a0: le document, ses livrables, le journal des hypothèses "
    "avec leurs sources, les preuves jointes. Ce qui manque y est dit."
)
_ROOM = 620
"""Width from which the button stands beside the words, in pixels for normal text."""
_CARE = "Elle peut contenir des noms et des adresses\u00a0: transmettez-la aux seules personnes concernées."


class HandOverCard(Card):
    """Offers to write the archive."""

    def __init__(self, session: Session) -> None:
        super().__init__("Remettre le dossier")
        self._session = session
        self.button = button(
            "Remettre le dossier…",
            "download",
            on_click=self.write,
            help="Écrit l’archive complète. Compter une minute.",
        )
        words = column(text.body(_WORDS), text.muted(_CARE), gap=4)
        self.add(Beside((words, 1), (row(self.button), 0), room=_ROOM))

    def write(self) -> None:
        """Ask where, write, and say what could not be made."""
        name = f"Remise - {self._session.document.authority.name}"
        path = file_to_write(self, "Remettre le dossier", name, ".zip", "Archive (*.zip)")
        if path is None or (path.exists() and not confirm_replacing(self, path)):
            return
        source = self._session.document.path

        def job(progress: Progress) -> HandOver:
            from nrdesk.core.document import Document
            from nrdesk.core.handover import hand_over

            # A reader of its own: the document of the window stays in the main thread.
            with Document.open(source, read_only=True) as document:
                return hand_over(document, path, overwrite=True, progress=progress)

        tasks.run(self, "Écriture du dossier de remise", job, self._tell)

    def _tell(self, done: HandOver) -> None:
        where = partial(_open, done.path.parent)
        told = f"Le dossier est écrit{NBSP}: {done.path} ({count(len(done.files), 'fichier')})."
        say(self, told, "ok", ("Ouvrir le dossier", where))
        if done.missing:
            lines = "\n".join(f"{title}{NBSP}: {why}" for title, why in done.missing)
            missing = count(len(done.missing), "document n’a pas pu", "documents n’ont pas pu")
            report(self, "Remettre le dossier", f"{missing} encore être écrit, le reste y est.", lines)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
