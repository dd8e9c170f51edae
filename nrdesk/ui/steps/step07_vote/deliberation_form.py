"""Some fields of the deliberation under way, which several cards of the page share."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import steps
from nrdesk.core.council import with_defaults
from nrdesk.core.fields import Field, Unreadable, Value
from nrdesk.core.formatting import count
from nrdesk.core.model import Deliberation
from nrdesk.ui.records.editors import LineEditor
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.form import Form

KEY = "deliberation"
"""Stands for the record, which is only written with its first answer."""
_DEFAULTS = ("title", "body_name", "seats")
"""Fields that say in grey what stands while nobody writes them."""


def kept(session: Session) -> Deliberation:
    """Return the deliberation as the document holds it, empty while it holds none."""
    return next(iter(session.document.all(Deliberation)), Deliberation())


def write(session: Session, label: str, **values: Any) -> None:  # noqa: ANN401 -- values of any field
    """Write something of the deliberation, as one action."""
    with session.act(label) as tx:
        if found := session.document.ids(Deliberation):
            tx.update(Deliberation, found[0], **values)
        else:
            tx.add(Deliberation(**values))


class DeliberationForm(QWidget):
    """A few fields; the same record as in the other cards of the page."""

    edited = Signal()
    """Something has just been typed; it comes with each letter."""

    def __init__(
        self, session: Session, fields: Sequence[Field], *, columns: int = 2, narrowest: int = 260
    ) -> None:
        """Make the form; `columns` is the most that it takes, `narrowest` the width of one in pixels."""
        super().__init__()
        self._session = session
        self._all_wanted = False
        self._form = Form(columns, narrowest=narrowest)
        self._edits = {
            field.name: FieldEdit(session, self._form, field, partial(self._write, field)) for field in fields
        }
        for edit in self._edits.values():
            edit.on_edit(self.edited.emit)
        self._all = button("", kind="link", on_click=self._show_all)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self._form)
        lines.addWidget(self._all)

    def refresh(self) -> None:
        """Show what the document holds."""
        found = kept(self._session)
        standing = with_defaults(found, self._session.document.authority)
        for name, edit in self._edits.items():
            edit.show(KEY, edit.field.text(found))
            if name in _DEFAULTS and isinstance(edit.editor, LineEditor):
                edit.editor.setPlaceholderText(edit.field.text(standing))
        self._choose_fields()

    def typed(self) -> Deliberation:
        """Return the deliberation as the card tells it, before it is saved, its defaults filled in."""
        values: dict[str, Any] = {}
        for name, edit in self._edits.items():
            with suppress(Unreadable):
                values[name] = edit.field.read(edit.editor.typed())
        return with_defaults(replace(kept(self._session), **values), self._session.document.authority)

    def focus_field(self, name: str) -> bool:
        """Lead to a field; return whether it is here."""
        edit = self._edits.get(name)
        if edit is None:
            return False
        if edit.row.isHidden():
            self._show_all()
        edit.focus()
        return True

    def show_field(self, name: str) -> None:
        """Show a field that the flash path leaves out, now that it is needed."""
        self._edits[name].row.show()

    def _write(self, field: Field, value: Value) -> None:
        write(self._session, f"Modifier «\u00a0{field.label}\u00a0»", **{field.name: value})

    def _show_all(self) -> None:
        self._all_wanted = True
        self._choose_fields()

    def _choose_fields(self) -> None:
        """Show the essential first on the flash path; what is filled in never hides."""
        short = not self._all_wanted and steps.flash(self._session.document)
        empty = Deliberation()
        found = kept(self._session)
        left_out = [
            edit
            for name, edit in self._edits.items()
            if short
            and not edit.field.essential
            and not edit.unsaved
            and getattr(found, name) == getattr(empty, name)
        ]
        for edit in self._edits.values():
            edit.row.setHidden(edit in left_out)
        self._all.setText(f"Afficher tout ({count(len(left_out), 'champ')} de plus)")
        self._all.setVisible(bool(left_out))
