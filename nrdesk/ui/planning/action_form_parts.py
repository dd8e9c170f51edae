"""The pieces of the sheet of an action: its forms, its lists, each under a title that opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from nrdesk.core.fields import Field, Value
from nrdesk.core.model import Action
from nrdesk.core.plan.states import together
from nrdesk.ui.records import RecordForm
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.fold import Fold

NARROWEST = 240


class ActionForm(RecordForm):
    """Some of the fields of an action; those that tell its state are written together."""

    def __init__(self, session: Session, fields: Sequence[Field], *, columns: int = 3) -> None:
        super().__init__(
            session, Action, fields, named_by="title", columns=columns, flash=False, narrowest=NARROWEST
        )
        self.names = frozenset(field.name for field in fields)
        """Names of its fields."""

    def show_action(self, action_id: str) -> None:
        """Show the fields of an action."""
        self.show_record(action_id)

    def _write(self, field: Field, value: Value) -> None:
        assert self._id is not None
        action = self._session.document.get(Action, self._id)
        label = f"Modifier «\u00a0{field.label}\u00a0»"
        if action.title and field.name != "title":
            label = f"{label} ({action.title})"
        with self._session.act(label) as tx:
            tx.update(Action, action.id, **{field.name: value}, **together(action, field.name, value))


class Part(Protocol):
    """What stands under a title of the sheet; it is a `QWidget`."""

    def show_action(self, action_id: str) -> None:
        """Show what belongs to an action."""

    def save(self) -> None:
        """Save what was typed and not yet left."""

    def focus_field(self, name: str) -> bool:
        """Lead to a field; return whether it is here."""


class SheetFold(Card):
    """A part of the sheet under a title, told in one line while it is closed, and made when first opened."""

    def __init__(self, title: str, names: Iterable[str], make: Callable[[], Sequence[Part]]) -> None:
        """Make the part, closed.

        Args:
            title: its title.
            names: fields that are under it.
            make: makes what is under it.
        """
        super().__init__()
        self.body.setContentsMargins(20, 10, 20, 12)
        self.names = frozenset(names)
        self.parts: Sequence[Part] = ()
        self._make, self._id = make, ""
        self.fold = Fold(title, opened=False, role="heading")
        self._line = text.muted("", terms=True)
        self.fold.add_summary(self._line)
        self.fold.header.toggled.connect(self._fill)
        self.add(self.fold)

    def show_action(self, action_id: str, told: str) -> None:
        """Show an action, and say in one line what is under the title."""
        self._id = action_id
        self._line.setText(text.tied(told))
        self._line.setVisible(bool(told))
        for part in self.parts:
            part.show_action(action_id)

    def open(self, name: str = "") -> None:
        """Open the part, and lead to one of its fields."""
        self.fold.header.setChecked(True)
        if not any(part.focus_field(name) for part in self.parts):
            self.fold.header.setFocus()

    def save(self) -> None:
        """Save what was typed and not yet left."""
        for part in self.parts:
            part.save()

    def _fill(self) -> None:
        if not self.parts:
            self.parts = self._make()
            for part in self.parts:
                self.fold.add(cast(QWidget, part))
                part.show_action(self._id)
