"""Saying why an action is blocked."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nrdesk.core.written.words import quoted
from nrdesk.ui import theme
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.form import Form


class BlockDialog(QDialog):
    """Asks for the reason of a blockage: without one, nobody could lift it."""

    def __init__(self, parent: QWidget, title: str, reason: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Action bloquée")
        self.setMinimumWidth(theme.px(520))
        self.field = QLineEdit(reason)
        form = Form()
        self._row = form.add_row(
            "Ce qui bloque",
            self.field,
            help="En quelques mots, et qui peut débloquer\u00a0: «\u00a0devis attendu du prestataire\u00a0».",
        )
        keys = QHBoxLayout()
        keys.addStretch(1)
        keys.addWidget(button("Annuler", on_click=self.reject))
        agree = button("Dire bloquée", kind="primary", on_click=self._accept)
        agree.setDefault(True)
        keys.addWidget(agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(text.body(f"Qu’est-ce qui empêche {quoted(title)} d’avancer\u00a0?"))
        column.addWidget(form)
        column.addLayout(keys)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """The reason given."""
        return self.field.text().strip()

    def _accept(self) -> None:
        if self.reason:
            self.accept()
        else:
            self._row.set_problem("Écrivez ce qui bloque\u00a0: c’est ce que la prochaine revue lira.")
            self.adjustSize()
            self.field.setFocus()
