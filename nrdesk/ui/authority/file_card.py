"""The file: where it is, copies, backups, check."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core.errors import UserError
from nrdesk.core.jobs import Progress
from nrdesk.core.model import Authority
from nrdesk.ui import errors, tasks
from nrdesk.ui.dialogs import confirm_replacing, file_to_write
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.layout import clear, row
from nrdesk.ui.widgets.messages import ask, report, say

if TYPE_CHECKING:
    from nrdesk.core.document import Backup

_SHOWN = 12


class FileCard(Card):
    """Everything that one may want to do with the file itself."""

    def __init__(self, session: Session) -> None:
        super().__init__("Le fichier")
        self._session = session
        self._path = text.body("")
        self.add(self._path)
        self.add(
            text.muted("Enregistré à chaque action\u00a0: c’est le seul fichier à copier ou à transmettre.")
        )
        self.add(
            flow(
                button("Enregistrer une copie…", "copy", on_click=self._copy),
                button(
                    "Réunir avec une autre copie…",
                    "users",
                    on_click=self._merge,
                    help="Deux personnes ont travaillé chacune sur sa copie\u00a0: rien n’est perdu.",
                ),
                button(
                    "Copie anonymisée…",
                    "users",
                    on_click=self._anonymise,
                    help="Pour former ou comparer\u00a0: les chiffres restent, les noms s’en vont.",
                ),
                button("Vérifier le fichier", "shield-check", on_click=self._verify),
                button("Sauvegarder maintenant", "save", on_click=self._back_up),
            )
        )
        self._backups = Fold("Sauvegardes", opened=False)
        self._list = QVBoxLayout()
        self._backups.body.addLayout(self._list)
        self.add(self._backups)

    def refresh(self) -> None:
        """Show where the file is and its backups."""
        document = self._session.document
        self._path.setText(str(document.path))
        clear(self._list)
        backups = document.backups()
        self._backups.header.setText(f"Sauvegardes ({len(backups)})")
        for backup in backups[:_SHOWN]:
            words = f"{backup.made_at:%d/%m/%Y à %Hh%M}"
            restore = button("Restaurer…", on_click=partial(self._restore, backup, words))
            restore.setAccessibleName(f"Restaurer la sauvegarde du {words}")
            restore.setEnabled(not document.read_only)
            self._list.addWidget(row(text.body(words, wrap=False), text.muted(backup.kind.label), 1, restore))
        if not backups:
            self._list.addWidget(text.muted("Aucune sauvegarde pour l’instant."))

    def _copy(self) -> None:
        name = f"{self._session.document.path.stem} - copie"
        target = file_to_write(self, "Enregistrer une copie", name)
        if target is None or (target.exists() and not confirm_replacing(self, target)):
            return
        try:
            self._session.document.save_copy(target)
        except UserError as error:
            errors.show_error(self, error)
        else:
            say(self, f"La copie est enregistrée\u00a0: {target}", "ok")

    def _merge(self) -> None:
        from nrdesk.ui.merging import open_merge

        open_merge(self._session, self)

    def _anonymise(self) -> None:
        target = file_to_write(self, "Enregistrer une copie anonymisée", "Copie anonymisée")
        if target is None:
            return

        def job(progress: Progress) -> Authority:
            # All that it reads is not needed before somebody asks.
            from nrdesk.core.anonymise import anonymise
            from nrdesk.core.document import Document

            # Opened again: the connection of the window belongs to its thread.
            with Document.open(source, read_only=True) as document:
                return anonymise(document, target, progress)

        def done(authority: Authority) -> None:
            say(self, f"«\u00a0{authority.name}\u00a0» est enregistrée\u00a0: {target}", "ok")

        source = self._session.document.path
        tasks.run(self, "Copie anonymisée", job, done)

    def _verify(self) -> None:
        if wrong := self._session.document.verify():
            report(self, "Vérification du fichier", "Le fichier a des défauts.", "\n".join(wrong))
        else:
            say(self, "Le fichier est sain\u00a0: rien à signaler.", "ok")

    def _back_up(self) -> None:
        try:
            backup = self._session.document.back_up()
        except UserError as error:
            errors.show_error(self, error)
        else:
            self.refresh()
            say(self, f"La sauvegarde est faite\u00a0: {backup.path.name}", "ok")

    def _restore(self, backup: Backup, words: str) -> None:
        if ask(
            self,
            f"Revenir à la sauvegarde du {words}\u00a0?",
            yes="Restaurer",
            details="Le fichier actuel est d’abord sauvegardé\u00a0: vous pourrez y revenir.",
        ):
            self._session.restore_asked.emit(backup.path)
