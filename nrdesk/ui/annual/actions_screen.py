"""Third screen: each action of the year, its status and what became of it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.fields import Field, Value
from nrdesk.core.fields.annual import ACTION_YEAR
from nrdesk.core.fields.plan import ACTION
from nrdesk.core.formatting import NBSP
from nrdesk.core.model import Action, ActionYear
from nrdesk.core.monitoring import cycle as annual
from nrdesk.core.monitoring.cycle import Cycle
from nrdesk.core.monitoring.telling import title_of
from nrdesk.core.monitoring.year import ActionOfYear, actions_of
from nrdesk.core.written.words import quoted
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records import RecordForm
from nrdesk.ui.records.field_edit import FieldEdit
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import flow
from nrdesk.ui.widgets.form import Form
from nrdesk.ui.widgets.layout import column

_ASKED = ("status", "progress", "ends", "blocked", "blocked_reason")
"""Fields of an action that a bilan looks at."""
_ROOM, _NARROWEST = 560, 150


class ActionsScreen(Screen):
    """The actions of the year beside the words of the one that is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "actions",
            "Les actions de l’année",
            "Pour chacune, où elle en est et une phrase. Ce qui n’a pas marché se dit aussi\u00a0: c’est ce "
            "que le conseil retiendra.",
        )
        self._cycle: Cycle | None = None
        self._found: dict[str, ActionOfYear] = {}
        self.list = RecordList("Les actions de l’année")
        self.list.setAccessibleDescription("Flèches pour parcourir, Entrée pour écrire")
        self.title = text.strong("")
        self._why = text.muted("")
        fields = {field.name: field for field in ACTION}
        self.form = RecordForm(
            session,
            Action,
            tuple(fields[name] for name in _ASKED),
            named_by="",
            flash=False,
            narrowest=_NARROWEST,
        )
        words = Form()
        self.edits = {
            field.name: FieldEdit(session, words, field, partial(self._write, field)) for field in ACTION_YEAR
        }
        self.sheet = button("Voir la fiche de l’action", kind="link", on_click=self._open)
        self.next = button("Action suivante", "chevron-down", on_click=self.show_next)
        right = column(self.title, self._why, words, self.form, flow(self.next, self.sheet), gap=12)
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.list)
        lines.addStretch(1)
        self._body = Beside((left, 2), (right, 3), room=_ROOM)
        self.add(self._body)
        self.list.chosen.connect(self._show)
        self.list.keys["Return"] = self.list.keys["Enter"] = self.edits["done"].focus

    def fill(self, cycle: Cycle) -> None:
        self._cycle = cycle
        found = actions_of(self.session.document, cycle.campaign, dt.date.today())
        self._found = {each.action.id: each for each in found}
        self.list.show_lines([_line(each) for each in found])
        self._body.setVisible(bool(found))
        self._display(self.list.current_id)

    def show_next(self) -> None:
        """Go to the next action of which nothing is said yet, else to the next one."""
        self.save()
        ids = list(self._found)
        here = ids.index(self.list.current_id) if self.list.current_id in ids else -1
        after = ids[here + 1 :] + ids[: here + 1]
        silent = [id for id in after if self._found[id].place.wants_words and not self._found[id].told]
        if after:
            self.list.select((silent or after)[0])
            self.edits["done"].focus()

    def save(self) -> None:
        self.form.save()
        for edit in self.edits.values():
            edit.save_typed()

    def _show(self, action_id: str | None) -> None:
        self.save()
        self._display(action_id)

    def _display(self, action_id: str | None) -> None:
        each = self._found.get(action_id or "")
        if each is None or self._cycle is None:
            return
        locked = bool(self._cycle.barrier) or self._cycle.closed
        self.title.setText(title_of(each.action))
        why = [each.late, each.action.blocked_reason if each.action.blocked else ""]
        self._why.setText(" ".join(filter(None, why)))
        self._why.setVisible(any(why))
        said = each.said or ActionYear(action_id=each.action.id, campaign_id=self._cycle.campaign.id)
        for name, edit in self.edits.items():
            edit.show(self._key(each.action.id), getattr(said, name))
            edit.editor.setEnabled(not locked)
        self.form.show_record(each.action.id)
        self.form.setEnabled(not locked)

    def _key(self, action_id: str) -> str:
        assert self._cycle is not None
        return f"{self._cycle.campaign.id}:{action_id}"

    def _write(self, field: Field, value: Value) -> None:
        assert self._cycle is not None
        action_id = self._shown_id()
        action = self._found[action_id].action
        label = f"Dire de {quoted(title_of(action))}{NBSP}: {field.label.lower()}"
        annual.say_of_action(
            self.session.document, self._cycle.campaign, action_id, label, **{field.name: str(value or "")}
        )

    def _shown_id(self) -> str:
        """Return the action that the fields show: the list may already be on another one."""
        return self.form.record_id or ""

    def _open(self) -> None:
        self.save()
        self.go.emit("plan", self.list.current_id or "")


def _line(each: ActionOfYear) -> Line:
    said = "dit" if each.told else "rien n’est dit" if each.place.wants_words else ""
    return Line(each.action.id, title_of(each.action), " · ".join(filter(None, (each.place.label, said))))
