"""Creating a document: find the collectivité, check what is known of it, choose where to keep the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nrdesk.ui.authority.fields import POPULATION, STAFF, Field, Unreadable
from nrdesk.ui.dialogs import file_to_write
from nrdesk.ui.shell.place_search import PlaceSearch, about
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card, Panel
from nrdesk.ui.widgets.form import Form, FormRow
from nrdesk.ui.widgets.layout import clear, row

if TYPE_CHECKING:
    from nrdesk.core.model import Authority
    from nrdesk.core.reference.directory import Place

_ASKED = ("population_municipal", "population_total", "agents", "elected")
"""What is worth checking at once; the rest waits in the settings of the collectivité."""


class CreateCard(Card):
    """Two moments in one card: search, then check and create."""

    created = Signal(object, object)
    """The `Authority`, and the path chosen for it."""

    def __init__(self) -> None:
        super().__init__("Commencer")
        self.search = PlaceSearch()
        self.search.chosen.connect(self._show_details)
        self._details = QWidget()
        self._column = QVBoxLayout(self._details)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._details.hide()
        self.add(self.search)
        self.add(self._details)
        self._authority: Authority | None = None
        self._rows: list[tuple[Field, FormRow]] = []

    def start_again(self) -> None:
        """Go back to the search."""
        self._details.hide()
        self.search.show()
        self.search.field.setFocus()
        self.search.field.selectAll()

    def _show_details(self, place: Place) -> None:
        from nrdesk.core.reference import directory

        self._authority = authority = directory.authority(place)
        clear(self._column)
        panel = Panel(text.strong(place.label), text.muted(about(place)))
        if authority.epci_name:
            panel.add(text.muted(f"Membre de\u00a0: {authority.epci_name}"))
        panel.add(row(button("Changer de collectivité", kind="link", on_click=self.start_again)))
        self._column.addWidget(panel)
        self._column.addWidget(self._make_form(authority))
        year = authority.population_year
        source = f" Populations\u00a0: Insee, référence {year}." if year else ""
        note = f"Tout se corrige plus tard, dans les réglages de la collectivité.{source}"
        self._column.addWidget(text.muted(note))
        self._column.addWidget(
            row(button("&Choisir où l’enregistrer…", "file-plus", "primary", self._choose_file))
        )
        self.search.hide()
        self._details.show()
        self._rows[-2][1].field.setFocus()

    def _make_form(self, authority: Authority) -> Form:
        form = Form(columns=2)
        self._rows = []
        for field in (*POPULATION, *STAFF):
            if field.name in _ASKED:
                made = form.add_row(field.label, QLineEdit(field.text(authority)), unit=field.unit)
                self._rows.append((field, made))
        return form

    def _choose_file(self) -> None:
        authority = self._filled_in()
        if authority is None:
            return
        if path := file_to_write(self, "Où enregistrer ce document\u00a0?", authority.name):
            self.created.emit(authority, path)

    def _filled_in(self) -> Authority | None:
        """Return the collectivité as it was filled in; None after showing what cannot be read."""
        values = {}
        for field, made in self._rows:
            assert isinstance(made.field, QLineEdit)
            try:
                values[field.name] = field.read(made.field.text())
                made.set_problem("")
            except Unreadable as error:
                made.set_problem(str(error))
                made.field.setFocus()
        if self._authority is None or len(values) < len(self._rows):
            return None
        return replace(self._authority, **values)  # type: ignore[arg-type]
