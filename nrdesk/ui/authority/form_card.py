"""A card of fields of the collectivité, each saved as one action as soon as it is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from nrdesk.core.errors import UserError
from nrdesk.core.model import Authority
from nrdesk.ui import errors
from nrdesk.ui.authority.fields import Field, Unreadable
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import Form, FormRow


class FormCard(Card):
    """Fields of the collectivité."""

    def __init__(self, session: Session, title: str, fields: Sequence[Field]) -> None:
        super().__init__(title)
        self._session = session
        self._form = Form(columns=3)
        self._rows: dict[str, tuple[Field, FormRow, QLineEdit]] = {}
        for field in fields:
            self._add_field(field)
        self.add(self._form)

    def _add_field(self, field: Field) -> None:
        edit = QLineEdit()
        edit.setReadOnly(self._session.document.read_only)
        made = self._form.add_row(field.label, edit, help=field.help, unit=field.unit)
        edit.editingFinished.connect(lambda: self._save(field.name))
        self._rows[field.name] = (field, made, edit)

    def field(self, name: str) -> QLineEdit | None:
        """Return the widget of a field, None when it is not in this card."""
        return self._rows[name][2] if name in self._rows else None

    def refresh(self) -> None:
        """Show what the document holds; a text that could not be read stays until it is corrected."""
        authority = self._session.document.authority
        for field, made, edit in self._rows.values():
            if not made.problem and edit.text() != field.text(authority):
                edit.setText(field.text(authority))

    def _save(self, name: str) -> None:
        field, made, edit = self._rows[name]
        authority = self._session.document.authority
        try:
            value = field.read(edit.text())
        except Unreadable as error:
            made.set_problem(f"{error} Rien n’est changé tant que ce texte n’est pas compris.")
            return
        made.set_problem("")
        if value == getattr(authority, name):
            edit.setText(field.text(authority))
            return
        try:
            with self._session.act(f"Modifier «\u00a0{field.label}\u00a0»") as tx:
                tx.update(Authority, authority.id, **{name: value})
        except UserError as error:
            errors.show_error(self, error)
