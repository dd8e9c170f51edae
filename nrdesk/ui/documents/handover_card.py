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
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.messages import report, say

if TYPE_CHECKING:
    from nrdesk.core.handover import HandOver

_WORDS = (
    "Une seule archive ZIP\u00a0: le document, tous les livrables possibles, le journal des hypothèses avec "
    "la source de chaque valeur, les preuves jointes et le journal. Ce qui manque y est dit."
)
_CARE = "Elle peut contenir des noms et des adresses\u00a0: transmettez-la aux seules personnes concernées."


class HandOverCard(Card):
    """Offers to write the archive."""

    def __init__(self, session: Session) -> None:
        super().__init__("Remettre le dossier")
        self._session = session
        self.add(text.body(_WORDS))
        self.add(text.muted(_CARE))
        self.button = button(
            "Remettre le dossier…",
            "download",
            on_click=self.write,
            help="Écrit l’archive complète. Compter une minute.",
        )
        self.add(row(self.button))

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
