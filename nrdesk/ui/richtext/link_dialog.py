"""Asking where a link leads."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nrdesk.core.richtext import links
from nrdesk.ui import theme
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.form import Form

_PROBLEM = "Écrivez une adresse du web (www.exemple.fr) ou une adresse électronique."


class LinkDialog(QDialog):
    """The words of a link and its address; `href` is "" to take the link off."""

    def __init__(self, parent: QWidget, words: str, href: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lien")
        self.setMinimumWidth(theme.px(520))
        self._words, self._address = QLineEdit(words), QLineEdit(href)
        self.href = href
        form = Form()
        form.add_row(
            "Texte affiché", self._words, help="Dites où mène le lien, jamais «\u00a0cliquez ici\u00a0»."
        )
        self._row = form.add_row(
            "Adresse", self._address, help="Une page du web, ou l’adresse électronique de quelqu’un."
        )
        keys = QHBoxLayout()
        if href:
            keys.addWidget(button("Retirer le lien", on_click=self._remove))
        keys.addStretch(1)
        keys.addWidget(button("Annuler", on_click=self.reject))
        agree = button("Mettre le lien", kind="primary", on_click=self._accept)
        agree.setDefault(True)
        keys.addWidget(agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(form)
        column.addLayout(keys)
        (self._address if words else self._words).setFocus()

    @property
    def words(self) -> str:
        """The words shown; the address when there are none."""
        return self._words.text().strip() or self._address.text().strip()

    def _accept(self) -> None:
        self.href = links.completed(self._address.text())
        if self.href:
            self.accept()
        else:
            self._row.set_problem(_PROBLEM)
            self.adjustSize()
            self._address.setFocus()

    def _remove(self) -> None:
        self.href = ""
        self.accept()
