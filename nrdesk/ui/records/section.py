"""A section of a page that keeps a list of records: the list, the form of the current one, the gestures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core import steps
from nrdesk.core.errors import UserError
from nrdesk.core.fields import Field, FieldKind
from nrdesk.core.model import Record, new_id
from nrdesk.ui import errors
from nrdesk.ui.records.form import RecordForm
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import NARROWEST
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.reveal import reveal

Values = Mapping[str, Any]
"""Attributes of a record."""

_SIDE_BY_SIDE = 640
"""Width from which the list stands beside the form, in pixels for normal text."""
_UNNAMED = "(sans nom)"


class RecordSection(Card):
    """A card that holds any number of records of one kind."""

    selected = Signal(object)
    """Identifier of the record shown in the form, None when there is none."""

    def __init__(
        self,
        session: Session,
        kind: type[Record],
        fields: Sequence[Field],
        *,
        title: str,
        columns: Sequence[str],
        add_label: str,
        noun: str,
        empty: str,
        defaults: Values | Callable[[], Values] | None = None,
        where: Values | None = None,
        flash: bool = True,
        essential: bool = True,
        places: Mapping[str, str] | None = None,
        help: str = "",
        locked: bool = False,
        narrowest: int = NARROWEST,
    ) -> None:
        """Make the card; `refresh` fills it in.

        Args:
            session: the open document.
            kind: kind of the records.
            fields: the fields of the form; the first one is the name of the record.
            title: title of the card.
            columns: names of the fields that the list shows; the first one is the title of a line.
            add_label: words of the button that adds a record.
            noun: what a record is, with its article: "une personne".
            empty: what is said while there is none.
            defaults: attributes of a new record, or what gives them.
            where: attributes that the records of this section share, and that a new one gets.
            flash: whether the flash path leaves out the fields that are not essential.
            essential: whether the flash path keeps the card while it holds nothing.
            places: names that lead here from elsewhere (see `focus_field`), each with the field that it
                stands for, or "" for the list.
            help: a sentence under the title.
            locked: whether the records can only be read; those of a document opened to be read always are.
            narrowest: narrowest column of the form, in pixels for normal text.
        """
        self._add = button(add_label, "plus", on_click=self.add_record)
        super().__init__(title, self._add)
        self._session, self._kind, self._noun = session, kind, noun
        self._name, self._fields = fields[0].name, {field.name: field for field in fields}
        self._columns = tuple(columns)
        self._essential, self._locked = essential, locked or session.document.read_only
        self._defaults, self._where, self._places = defaults, dict(where or {}), dict(places or {})
        self.list = RecordList(title)
        self.form = RecordForm(
            session, kind, fields, named_by=self._name, flash=flash, locked=locked, narrowest=narrowest
        )
        self._empty = text.muted(empty, terms=True)
        if help:
            self.add(text.muted(help, terms=True))
        self.add(self._empty)
        self._add_body()
        self._connect()

    def _add_body(self) -> None:
        self._duplicate = button("Dupliquer", "copy", on_click=self.duplicate)
        self._duplicate.setAccessibleName(f"Dupliquer {self._noun}")
        self._delete = button("Supprimer", "trash-2", on_click=self.delete)
        self._delete.setAccessibleName(f"Supprimer {self._noun}")
        form = column(self.form, flow(self._duplicate, self._delete), gap=16)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.list)
        self.under_list = QVBoxLayout()
        """What a section of its own kind shows under the list, beside the form."""
        self.under_list.setSpacing(12)
        lines.addLayout(self.under_list, 1)
        self._body = Beside((left, 3), (form, 5), room=_SIDE_BY_SIDE)
        self.add(self._body)
        for each in (self._add, self._duplicate, self._delete):
            each.setEnabled(not self._locked)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        if not self._locked:
            self.list.keys = {
                "Ins": self.add_record,
                "Ctrl++": self.add_record,
                "Ctrl+Shift+D": self.duplicate,
                "Del": self.delete,
                "Ctrl+-": self.delete,
            }
        self.list.keys["Return"] = self.list.keys["Enter"] = self.form.focus_field
        self.list.setAccessibleDescription(
            "Flèches pour parcourir, Entrée pour modifier, Inser pour ajouter, Suppr pour supprimer"
        )

    @property
    def current_id(self) -> str | None:
        """Identifier of the record shown in the form."""
        return self.list.current_id

    def refresh(self) -> None:
        """Show what the document holds."""
        records = self._records()
        self.list.show_lines([self._line_of(record) for record in records])
        self._empty.setVisible(not records)
        self._body.setVisible(bool(records))
        self.form.show_record(self.list.current_id)
        self.setHidden(not records and not self._essential and steps.flash(self._session.document))

    def share(self, **where: Any) -> None:  # noqa: ANN401 -- values of any field
        """Keep to the records that share these attributes, from the next refresh; a new one gets them."""
        self._where = where

    def select(self, record_id: str) -> None:
        """Show a record of the list."""
        self.list.select(record_id)

    def focus_field(self, name: str) -> bool:
        """Lead to a field of the current record, to a record or to the list.

        Args:
            name: a field, a place of the checklist, or the identifier of a record.

        Returns:
            Whether it is here.
        """
        if any(record.id == name for record in self._records()):
            self.select(name)
            reveal(self.list)
            return True
        if name not in self._places and name not in self._fields:
            return False
        field = self._places.get(name, name)
        if not self.current_id:
            reveal(self._add)
        elif field:
            self.form.focus_field(field)
        else:
            reveal(self.list)
        return True

    def add_record(self) -> None:
        """Add a record and go to its name."""
        self._put(self._kind(**self._given()), f"Ajouter {self._noun}")

    def duplicate(self) -> None:
        """Add a copy of the current record."""
        if record := self._current():
            copy: Any = {"id": new_id(), "updated_at": ""}
            if self._fields[self._name].kind is FieldKind.LINE:
                copy[self._name] = f"{getattr(record, self._name)} (copie)"
            self._put(replace(record, **copy), self._label("Dupliquer", record))

    def delete(self) -> None:
        """Delete the current record; it can be brought back."""
        from nrdesk.core.document import remove

        if record := self._current():
            label = self._label("Supprimer", record)
            try:
                with self._session.act(label) as tx:
                    remove(self._session.document, tx, self._kind, [record.id])
            except UserError as error:
                errors.show_error(self, error)
                return
            self.refresh()
            (self.list if self.current_id else self._add).setFocus()
            say_undoable(self, self._session, f"Supprimé\u00a0: {self._title(record)}.")

    def _put(self, record: Record, label: str) -> None:
        """Add a record, show it and go to its name."""
        self.form.save()
        try:
            with self._session.act(label) as tx:
                tx.add(record)
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(record.id)
        self.form.focus_field(self._name)

    def _records(self) -> list[Any]:
        """Return the records of the list, in its order."""
        return list(self._session.document.all(self._kind, **self._where))

    def _given(self) -> dict[str, Any]:
        """Return the attributes of a new record."""
        given = self._defaults() if callable(self._defaults) else self._defaults or {}
        return {**given, **self._where}

    def _show(self, record_id: str | None) -> None:
        self.form.show_record(record_id)
        self.selected.emit(record_id)

    def _current(self) -> Record | None:
        return self._session.document.get(self._kind, self.current_id) if self.current_id else None

    def _label(self, verb: str, record: Record) -> str:
        return f"{verb} {self._noun} ({self._title(record)})"

    def _title(self, record: Record) -> str:
        return self._fields[self._columns[0]].text(record) or _UNNAMED

    def _line_of(self, record: Record) -> Line:
        details = (_words(self._fields[name], record) for name in self._columns[1:])
        return Line(record.id, self._title(record), " · ".join(filter(None, details)))


def _words(field: Field, record: Record) -> str:
    """Return what a line says of a field: what is ticked by its label, a number with its unit."""
    value = field.text(record)
    if field.kind is FieldKind.FLAG:
        return field.label if getattr(record, field.name) else ""
    return f"{value}\u00a0{field.unit}" if value and field.unit else value
