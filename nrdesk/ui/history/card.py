"""The history of the document: folded until it is wanted, with words to look for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from nrdesk.core.monitoring import history
from nrdesk.ui.history.entries_view import EntriesView
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import row
from nrdesk.ui.widgets.reveal import reveal

PAGE = 50
"""Entries shown at first, and added by each « Afficher la suite »."""


class HistoryCard(Card):
    """Who changed what, when, in the whole document."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._limit = PAGE
        self.fold = Fold("Qui a changé quoi, et quand", opened=False, role="heading")
        self.setAccessibleName(self.fold.header.text())
        self.search = QLineEdit()
        form = Form()
        form.add_row("Chercher", self.search, help="Un mot de l’action, ou le nom de la session.")
        self.list = EntriesView("Historique")
        self._nothing = text.muted("Rien ne correspond.")
        self.more = button("Afficher la suite", "chevron-down", on_click=self.show_more)
        for widget in (form, self._nothing, self.list, row(self.more)):
            self.fold.add(widget)
        self.add(self.fold)
        self.search.textChanged.connect(self._search)
        self.fold.header.toggled.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Show what the document holds; nothing is read while the card is folded."""
        if not self.fold.header.isChecked():
            return
        found = history.entries(self._session.document, limit=self._limit + 1, containing=self.search.text())
        self.list.show_entries(found[: self._limit])
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self.more.setVisible(len(found) > self._limit)

    def focus_field(self, name: str) -> bool:
        """Unfold and give the focus to the search."""
        if name != "history":
            return False
        self.fold.header.setChecked(True)
        reveal(self.search)
        return True

    def show_more(self) -> None:
        """Show the entries that come before."""
        self._limit += PAGE
        self.refresh()

    def _search(self) -> None:
        self._limit = PAGE
        self.refresh()
