"""The dialog where a list of names is pasted, one per line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.knowledge.attendance import pasted
from nrdesk.core.model import Attendance, AwarenessSession
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.form import FormRow
from nrdesk.ui.widgets.layout import row


class PasteNames(QDialog):
    """Asks for names; its button says how many people they make."""

    def __init__(
        self, parent: QWidget, held: AwarenessSession, present: Sequence[Attendance], names: str
    ) -> None:
        """Make the dialog.

        Args:
            parent: the widget that asks.
            held: the session at which the people were.
            present: the people that it already has.
            names: what is already pasted.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Coller une liste de noms")
        self._held, self._present = held, present
        self.field = QPlainTextEdit(names)
        self.field.setTabChangesFocus(True)
        self._elected = QCheckBox("Ce sont des élus")
        self._add = button("", kind="primary", on_click=self.accept)
        self._note = text.muted("")
        help = "Un nom par ligne. Vous pouvez coller deux colonnes de votre tableur\u00a0: nom, service."
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(text.heading(held.title or "Séance sans titre"))
        column.addWidget(FormRow("Noms", self.field, help=help), 1)
        column.addWidget(self._elected)
        column.addWidget(self._note)
        column.addWidget(row(1, button("Annuler", on_click=self.reject), self._add))
        self.field.textChanged.connect(self._count)
        self._count()
        self.resize(theme.px(480), theme.px(420))

    @property
    def names(self) -> str:
        """What was typed or pasted."""
        return self.field.toPlainText()

    @property
    def elected(self) -> bool:
        """Whether the people are élus."""
        return self._elected.isChecked()

    def _count(self) -> None:
        found = pasted(self.names, self._held.id, self._present)
        people = len(found.people)
        self._add.setText(f"Ajouter {count(people, 'personne')}" if people else "Ajouter")
        self._add.setEnabled(bool(people))
        left_out = found.repeated + found.unreadable
        self._note.setText(f"À l’ajout\u00a0: {found.summary}" if left_out else "")
        self._note.setVisible(bool(left_out))
