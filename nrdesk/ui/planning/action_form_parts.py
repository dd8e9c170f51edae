"""The pieces of the sheet of an action: its forms, its lists, each under a title that opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from nrdesk.core.fields import Field, Value
from nrdesk.core.model import Action, ActionStatus
from nrdesk.core.planning import schedule
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

    def _write(self, field: Field, value: Value) -> None:
        assert self._id is not None
        action = self._session.document.get(Action, self._id)
        label = f"Modifier «\u00a0{field.label}\u00a0»"
        if action.title and field.name != "title":
            label = f"{label} ({action.title})"
        with self._session.act(label) as tx:
            tx.update(Action, action.id, **{field.name: value}, **_together(action, field.name, value))


def _together(action: Action, name: str, value: Value) -> dict[str, Any]:
    """Return what goes with a field that is written: what is over is blocked no longer."""
    if name == "blocked_reason":
        return {"blocked": bool(value)}
    if name == "status" and value in schedule.OVER:
        done = {"progress": 100} if value is ActionStatus.DONE else {}
        return {"blocked": False, "blocked_reason": "", **done}
    if name == "status" and action.progress == 100:
        return {"progress": None}
    return {}


class SheetFold(Card):
    """A part of the sheet under a title that opens it, told in one line while it is closed."""

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        self.body.setContentsMargins(20, 10, 20, 12)
        self.fold = Fold(title, opened=False, role="heading")
        self._line = text.muted("", terms=True)
        self.fold.add_summary(self._line)
        for part in parts:
            self.fold.add(part)
        self.add(self.fold)

    def tell(self, sentence: str) -> None:
        """Say in one line what is under the title."""
        self._line.setText(text.tied(sentence))
        self._line.setVisible(bool(sentence))

    def open(self) -> None:
        """Open the part."""
        self.fold.header.setChecked(True)
