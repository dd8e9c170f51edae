"""Charters, labels and networks: those that one joined, and those that the method suggests."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.fields.council import CHARTER
from nrdesk.core.model import Charter
from nrdesk.core.reference import charters
from nrdesk.core.reference.charters import Suggestion
from nrdesk.core.written.words import normal
from nrdesk.ui import errors
from nrdesk.ui.records import RecordSection
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.layout import clear, column


class ChartersSection(RecordSection):
    """The list of charters, with suggestions under it."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            Charter,
            CHARTER,
            title="Chartes et labels",
            columns=("name", "signed"),
            add_label="Ajouter une charte",
            noun="une charte",
            empty="Aucune charte pour l’instant. Rien n’oblige à signer le jour du vote.",
            essential=False,
            places={"charters": ""},
        )
        self._heard_of = text.strong("À regarder")
        self._suggested = QVBoxLayout()
        self._suggested.setSpacing(8)
        self.add(self._heard_of)
        self.add_layout(self._suggested)

    def refresh(self) -> None:
        """Show what the document holds, and what is not in it yet."""
        super().refresh()
        known = {normal(charter.name) for charter in self._session.document.all(Charter)}
        links = {charter.link for charter in self._session.document.all(Charter)}
        left = [each for each in charters.load() if normal(each.name) not in known and each.url not in links]
        clear(self._suggested)
        for suggestion in left:
            self._suggested.addWidget(self._suggestion(suggestion))
        self._heard_of.setVisible(bool(left))

    def _suggestion(self, suggestion: Suggestion) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = column(
            text.body(f"{suggestion.name} ({suggestion.publisher})", terms=True),
            text.muted(f"{suggestion.text} {suggestion.url}"),
        )
        add = button("Ajouter", "plus", on_click=partial(self._take, suggestion))
        add.setAccessibleName(f"Ajouter\u00a0: {suggestion.name}")
        add.setEnabled(not self._session.document.read_only)
        line.addWidget(words, 1)
        line.addWidget(add)
        return made

    def _take(self, suggestion: Suggestion) -> None:
        charter = Charter(name=suggestion.name, link=suggestion.url)
        try:
            with self._session.act(f"Ajouter une charte ({suggestion.name})") as tx:
                tx.add(charter)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(charter.id)
        self.form.focus_field("signed")
