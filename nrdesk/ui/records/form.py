"""The form of one record: its declared fields, each saved as one action when it is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import steps
from nrdesk.core.fields import Field, Unreadable, Value
from nrdesk.core.formatting import count
from nrdesk.core.model import Record
from nrdesk.ui.records.editors import ChoiceEditor, LineEditor
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.form import NARROWEST, Form
from nrdesk.ui.widgets.layout import column


class RecordForm(QWidget):
    """The fields of one record at a time; empty while it shows none."""

    edited = Signal()
    """What a field shows changed, before it is saved (see `draft`)."""

    def __init__(
        self,
        session: Session,
        kind: type[Record],
        fields: Sequence[Field],
        record_id: str | None = None,
        *,
        named_by: str = "",
        columns: int = 2,
        flash: bool = True,
        locked: bool = False,
        narrowest: int = NARROWEST,
    ) -> None:
        """Make the form.

        Args:
            session: the open document.
            kind: kind of the records.
            fields: the fields to fill in, in order.
            record_id: identifier of the record shown first, None for none.
            named_by: name of the field that tells one record from another in the undo list, "" for a
                record that is the only one of its kind.
            columns: most columns that the form takes.
            flash: whether the flash path leaves out the fields that are not essential.
            locked: whether the records can only be read.
            narrowest: narrowest column, in pixels for normal text.
        """
        super().__init__()
        self._session, self._kind, self._named_by, self._flash = session, kind, named_by, flash
        self._id: str | None = None
        self._all_wanted = False
        self._form = Form(columns, narrowest=narrowest)
        self._edits = {
            field.name: FieldEdit(session, self._form, field, partial(self._write, field), locked=locked)
            for field in fields
        }
        for edit in self._edits.values():
            edit.on_edit(self.edited.emit)
        self._all = button("Afficher tout", kind="link", on_click=self._show_all)
        # Hidden in place of the form itself, which may not have a parent yet.
        self._content = column(self._form, self._all, gap=12)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._content)
        lines.addStretch(1)
        self.show_record(record_id)

    @property
    def record_id(self) -> str | None:
        """Identifier of the record shown."""
        return self._id

    def show_record(self, record_id: str | None) -> None:
        """Show another record, after saving what was typed in this one; None shows none."""
        if record_id != self._id:
            self.save()
            self._id = record_id
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds; what could not be read stays until it is corrected."""
        if self._id is not None and not self._session.document.ids(self._kind, id=self._id):
            self._id = None
        record = self._session.document.get(self._kind, self._id) if self._id else None
        for edit in self._edits.values():
            if record:
                edit.show(record.id, edit.field.text(record))
            else:
                edit.clear()
        self._choose_fields()
        self._content.setVisible(self._id is not None)

    def describe(self, name: str, help: str, unit: str = "") -> None:
        """Change the help and the unit of a field: they may depend on the answer of another one."""
        self._edits[name].row.describe(help, unit)

    def offer(self, name: str, choices: Mapping[str, str]) -> None:
        """Change the answers of a list: what each is, and the words that stand for it."""
        editor = self._edits[name].editor
        assert isinstance(editor, ChoiceEditor)
        if editor.choices != dict(choices):
            editor.set_choices(choices)
            # An answer that is no longer offered is no answer any more.
            editor.setCurrentIndex(max(editor.currentIndex(), 0))

    def suggest(self, name: str, texts: Sequence[str]) -> None:
        """Suggest texts already known in a field of one line, which stays free."""
        editor = self._edits[name].editor
        assert isinstance(editor, LineEditor)
        if texts:
            # Only forms that suggest need it.
            from nrdesk.ui.inventory.editors import Suggestions

            if old := editor.completer():
                old.deleteLater()
            Suggestions(texts, editor)

    def draft(self) -> Record | None:
        """Return the record as the form tells it, what cannot be read left as the document holds it."""
        record = self._session.document.get(self._kind, self._id) if self._id else None
        if record is None:
            return None
        typed: dict[str, Any] = {}
        for name, edit in self._edits.items():
            with suppress(Unreadable):
                typed[name] = edit.field.read(edit.editor.typed())
        return replace(record, **typed)

    def save(self) -> None:
        """Save what was typed and not yet left."""
        if self._id is not None and self._session.document.ids(self._kind, id=self._id):
            for edit in self._edits.values():
                edit.save_typed()

    def focus_field(self, name: str = "") -> bool:
        """Bring a field in sight and give it the focus, the first one by default; return whether it could."""
        edit = self._edits.get(name or next(iter(self._edits)))
        if edit is None or self._id is None:
            return False
        if edit.row.isHidden():
            self._show_all()
        edit.focus()
        return True

    def _write(self, field: Field, value: Value) -> None:
        assert self._id is not None
        label = f"Modifier «\u00a0{field.label}\u00a0»"
        if self._named_by and self._named_by != field.name:
            record = self._session.document.get(self._kind, self._id)
            name = self._edits[self._named_by].field.text(record)
            label = f"{label} ({name})" if name else label
        with self._session.act(label) as tx:
            tx.update(self._kind, self._id, **{field.name: value})

    def _show_all(self) -> None:
        self._all_wanted = True
        self._choose_fields()

    def _choose_fields(self) -> None:
        """Show the fields that the path asks for; one that waits to be corrected never hides."""
        short = self._flash and not self._all_wanted and steps.flash(self._session.document)
        left_out = [
            edit for edit in self._edits.values() if short and not edit.field.essential and not edit.unsaved
        ]
        for edit in self._edits.values():
            edit.row.setHidden(edit in left_out)
        self._all.setText(f"Afficher tout ({count(len(left_out), 'champ')} de plus)")
        self._all.setVisible(bool(left_out))
