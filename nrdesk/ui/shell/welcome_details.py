"""What is known of the collectivité that was found, to check before its document is created."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nrdesk.core.fields import Field, Unreadable
from nrdesk.core.fields.authority import POPULATION, STAFF
from nrdesk.core.model import Authority
from nrdesk.core.reference import directory
from nrdesk.core.reference.directory import Place
from nrdesk.ui.dialogs import file_to_write
from nrdesk.ui.shell.place_search import about
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Panel
from nrdesk.ui.widgets.form import Form, FormRow
from nrdesk.ui.widgets.layout import row

_ASKED = ("population_municipal", "population_total", "agents", "elected")
"""What is worth checking at once; the rest waits in the settings of the collectivité."""
_FIRST = "agents"
"""The first field that the directory cannot fill in."""


class PlaceDetails(QWidget):
    """A few fields, already filled in where the directory knows, and the button that creates."""

    created = Signal(object, object)
    """The `Authority`, and the path chosen for it."""
    refused = Signal()
    """It is another collectivité."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._authority = directory.authority(place)
        self._rows: dict[str, tuple[Field, QLineEdit, FormRow]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._make_identity(place))
        column.addWidget(self._make_form())
        year = self._authority.population_year
        source = f" Populations\u00a0: Insee, référence {year}." if year else ""
        note = f"Tout se corrige plus tard, dans les réglages de la collectivité.{source}"
        column.addWidget(text.muted(note))
        choose = button("&Choisir où l’enregistrer…", "file-plus", "primary", self._choose_file)
        column.addWidget(row(choose))

    def focus_first(self) -> None:
        """Give the focus to the first field to fill in."""
        self._rows[_FIRST][1].setFocus()

    def _make_identity(self, place: Place) -> Panel:
        panel = Panel(text.strong(place.label), text.muted(about(place)))
        if self._authority.epci_name:
            panel.add(text.muted(f"Membre de\u00a0: {self._authority.epci_name}"))
        panel.add(row(button("Changer de collectivité", kind="link", on_click=self.refused.emit)))
        return panel

    def _make_form(self) -> Form:
        form = Form(columns=2)
        for field in (*POPULATION, *STAFF):
            if field.name in _ASKED:
                edit = QLineEdit(field.text(self._authority))
                self._rows[field.name] = (field, edit, form.add_row(field.label, edit, unit=field.unit))
        return form

    def _choose_file(self) -> None:
        authority = self._filled_in()
        if authority and (path := file_to_write(self, "Où enregistrer ce document\u00a0?", authority.name)):
            self.created.emit(authority, path)

    def _filled_in(self) -> Authority | None:
        """Return the collectivité as it was filled in; None after showing what cannot be read."""
        values: dict[str, Any] = {}
        for field, edit, made in self._rows.values():
            try:
                values[field.name] = field.read(edit.text())
                made.set_problem("")
            except Unreadable as error:
                made.set_problem(f"{error}.")
                edit.setFocus()
        return replace(self._authority, **values) if len(values) == len(self._rows) else None
