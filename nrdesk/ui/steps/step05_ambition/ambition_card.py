"""The ambition itself: its sentence with what can be said of it at once, what it covers, for whom."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from nrdesk.core import steps
from nrdesk.core.ambition import remarks
from nrdesk.core.fields import Unreadable, Value
from nrdesk.core.fields.ambition import AMBITION, WEIGHTS
from nrdesk.core.model import Ambition
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.session import Session
from nrdesk.ui.steps.step05_ambition.weights import WeightsBalance
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import clear, column
from nrdesk.ui.widgets.remark import RemarkLine

_KEY = "ambition"
"""Stands for the record, which is only written with its first answer."""
PLACE = "ambition"


class AmbitionCard(Card):
    """The only ambition of the document."""

    def __init__(self, session: Session) -> None:
        super().__init__("Votre ambition")
        self._session = session
        sentence, *others = AMBITION
        top, rest, weights = Form(), Form(), Form(columns=3, narrowest=150)
        self._edits = {
            field.name: FieldEdit(session, form, field, partial(self._write, field.name, field.label))
            for form, fields in ((top, (sentence,)), (rest, others), (weights, WEIGHTS))
            for field in fields
        }
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(4)
        self._balance = WeightsBalance(self._complete)
        self.add(top)
        self.add_layout(self._remarks)
        self.add(rest)
        self.add(
            column(
                text.strong("L’équilibre entre les trois dimensions"),
                text.muted("Cent points à répartir\u00a0: ce qui compte plus en reçoit plus.", terms=True),
                gap=2,
            )
        )
        self.add(weights)
        self.add(self._balance)
        self._edits["text"].on_edit(self._show_remarks)
        self._edits["horizon"].on_edit(self._show_remarks)
        for name in (field.name for field in WEIGHTS):
            self._edits[name].on_edit(self._show_balance)

    def refresh(self) -> None:
        """Show what the document holds."""
        ambition = self._kept()
        for edit in self._edits.values():
            edit.show(_KEY, edit.field.text(ambition))
        short = steps.flash(self._session.document)
        for edit in self._edits.values():
            leaves = short and not edit.field.essential and not edit.editor.typed()
            edit.row.setHidden(leaves)
        self._show_remarks()
        self._show_balance()

    def focus_field(self, name: str) -> bool:
        """Lead to a field; return whether the name is known here."""
        edit = self._edits.get("text" if name == PLACE else name)
        if edit is None:
            return False
        edit.row.show()
        edit.focus()
        return True

    def _kept(self) -> Ambition:
        found = self._session.document.all(Ambition)
        return found[0] if found else Ambition()

    def _typed(self) -> Ambition:
        """Return the ambition as the card tells it, before it is saved."""
        typed: dict[str, Any] = {}
        for name, edit in self._edits.items():
            with suppress(Unreadable):
                typed[name] = edit.field.read(edit.editor.typed())
        return replace(self._kept(), **typed)

    def _show_remarks(self) -> None:
        clear(self._remarks)
        for remark in remarks(self._typed()):
            self._remarks.addWidget(RemarkLine(remark.ok, remark.text))

    def _show_balance(self) -> None:
        self._balance.show_weights(self._typed(), locked=self._session.document.read_only)

    def _write(self, name: str, label: str, value: Value) -> None:
        document = self._session.document
        with self._session.act(f"Modifier «\u00a0{label}\u00a0»") as tx:
            if kept := document.ids(Ambition):
                tx.update(Ambition, kept[0], **{name: value})
            else:
                given: dict[str, Any] = {name: value}
                tx.add(Ambition(**given))

    def _complete(self, name: str, weight: int) -> None:
        """Give a dimension the weight that makes a hundred."""
        edit = self._edits[name]
        edit.editor.show_text(edit.field.show(weight))
        edit.save()
        edit.focus()
