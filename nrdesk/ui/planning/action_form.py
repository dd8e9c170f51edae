"""The sheet of an action: the essential first, the rest under titles that open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nrdesk.core.fields import Field
from nrdesk.core.fields.plan import ESSENTIAL, FOLLOW_UP, MEANS, PEOPLE, PURPOSE, STATE
from nrdesk.core.model import (
    Action,
    BudgetLine,
    Contribution,
    Milestone,
)
from nrdesk.core.plan.gaps import gaps
from nrdesk.core.planning import schedule
from nrdesk.ui import theme
from nrdesk.ui.history.action_fold import ActionHistory
from nrdesk.ui.planning import action_form_lists as lists
from nrdesk.ui.planning import action_form_told as told
from nrdesk.ui.planning.action_form_links import LinksPart
from nrdesk.ui.planning.action_form_parts import ActionForm, Part, SheetFold
from nrdesk.ui.planning.grid_columns import objective_titles
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.keys import on_key
from nrdesk.ui.widgets.pill import Pill

_WIDEST = 1120
_BLOCK = tuple(field for field in STATE if field.name != "blocked")
"""Saying what blocks an action is saying that it is blocked."""


class ActionSheet(QWidget):
    """One action at a time; Escape or the first button goes back to the plan."""

    back_wanted = Signal()
    opened = Signal(str)
    """Another action is asked for, by its identifier."""
    duplicate_wanted = Signal(str)
    delete_wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.action_id = ""
        self._neighbours: Sequence[str] = ()
        self._essential, self._state = ActionForm(session, ESSENTIAL), ActionForm(session, _BLOCK)
        self._make_head()
        self._lay_out()
        on_key(self, Qt.Key.Key_Escape, self._go_back)

    def _make_head(self) -> None:
        self.back_button = button("Revenir au plan", "chevron-left", on_click=self._go_back)
        self.previous_button = icon_button("chevron-up", "Action précédente", lambda: self._step(-1))
        self.next_button = icon_button("chevron-down", "Action suivante", lambda: self._step(1))
        self.title = text.heading("")
        self._pill, self._late = Pill(""), Pill("", "warn")
        self._missing = text.label("", "small", "warn")
        self._duplicate = button(
            "Dupliquer", "copy", on_click=lambda: self.duplicate_wanted.emit(self.action_id)
        )
        self._delete = button(
            "Supprimer", "trash-2", on_click=lambda: self.delete_wanted.emit([self.action_id])
        )
        for each in (self._duplicate, self._delete):
            each.setAccessibleName(f"{each.text()} l’action")
            each.setEnabled(not self._session.document.read_only)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(theme.px(_WIDEST))
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 12, 12)
        cards.setSpacing(12)
        first = Card()
        first.add(self._essential)
        first.add(self._state)
        self._folds = self._make_folds()
        self.history = ActionHistory(self._session)
        past = Card()
        past.add(self.history)
        for card in (first, *self._folds.values(), past):
            cards.addWidget(card)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        # It takes the room there is: its content is no reason for the page to scroll as well.
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setMinimumHeight(theme.px(200))
        head = FlowLayout()
        for each in (
            self.back_button,
            self.previous_button,
            self.next_button,
            self._pill,
            self._late,
            self._duplicate,
            self._delete,
        ):
            head.addWidget(each)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(head)
        lines.addWidget(self.title)
        lines.addWidget(self._missing)
        lines.addWidget(area, 1)

    def show_action(self, action_id: str, neighbours: Sequence[str]) -> None:
        """Show an action; `neighbours` are those before and after it in the view it comes from."""
        self.save()
        self.action_id, self._neighbours = action_id, neighbours
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds."""
        document = self._session.document
        if not self.action_id or not document.ids(Action, id=self.action_id):
            self.action_id = ""
            return
        action = document.get(Action, self.action_id)
        self._essential.offer("objective_id", {"": "", **objective_titles(document)})
        self._essential.suggest("owner", told.known_people(document))
        self._essential.show_action(action.id)
        self._state.show_action(action.id)
        self._tell_head(action)
        self._tell_folds(action)
        self.history.show_action(action.id)
        place = self._neighbours.index(action.id) if action.id in self._neighbours else -1
        self.previous_button.setEnabled(place > 0)
        self.next_button.setEnabled(0 <= place < len(self._neighbours) - 1)

    def save(self) -> None:
        """Save what was typed and not yet left."""
        self._essential.save()
        self._state.save()
        for fold in self._folds.values():
            fold.save()

    def focus_field(self, name: str = "title") -> bool:
        """Lead to a field of the action, opening what holds it; return whether it is known here.

        Args:
            name: attribute of the action, or the part of the sheet that holds a list: "people", "links",
                "milestones", "money", "levers".
        """
        for form in (self._essential, self._state):
            if name in form.names:
                return form.focus_field(name)
        for key, fold in self._folds.items():
            if name == key or name in fold.names:
                fold.open(name)
                return True
        return False

    def _go_back(self) -> None:
        self.save()
        self.back_wanted.emit()

    def _step(self, by: int) -> None:
        place = self._neighbours.index(self.action_id) + by
        if 0 <= place < len(self._neighbours):
            self.show_action(self._neighbours[place], self._neighbours)

    def _tell_head(self, action: Action) -> None:
        self.title.setText(action.title or UNNAMED)
        label = action.status.label
        if action.blocked:
            self._pill.show_state(f"{label}, bloquée", "warn")
        else:
            self._pill.show_state(label, "ok" if action.status.value == "done" else "accent")
        milestones = self._session.document.all(Milestone, action_id=action.id)
        reason = schedule.lateness(action, milestones, dt.date.today())
        self._late.setText(f"En retard. {reason}")
        self._late.setVisible(bool(reason))
        missing = ", ".join(gap.words for gap in gaps(action))
        told_missing = f"Il manque\u00a0: {missing}." if missing else ""
        self._missing.setText(" ".join(filter(None, (told_missing, told.unread(action)))))
        self._missing.setVisible(bool(self._missing.text()))

    def _tell_folds(self, action: Action) -> None:
        document, key = self._session.document, action.id
        told_of = {
            "purpose": told.purpose(action),
            "people": told.people(action, document.all(Contribution, action_id=key)),
            "links": told.links(document, key),
            "milestones": told.follow_up(document, key),
            "money": told.money(action, document.all(BudgetLine, action_id=key)),
            "levers": told.effects(document, key),
        }
        for name, fold in self._folds.items():
            fold.show_action(key, told_of[name])

    def _make_folds(self) -> dict[str, SheetFold]:
        """Return what opens under the essential; each is filled when it is first opened."""
        session = self._session

        def form(fields: Sequence[Field]) -> ActionForm:
            return ActionForm(session, fields)

        def names(fields: Sequence[Field]) -> list[str]:
            return [field.name for field in fields]

        return {
            "purpose": SheetFold("Ce qu’elle vise", names(PURPOSE), lambda: [form(PURPOSE)]),
            "people": SheetFold(
                "Qui la mène, qui aide", names(PEOPLE), lambda: [form(PEOPLE), lists.helpers(session)]
            ),
            "links": SheetFold("Ce qu’elle attend", (), self._make_links),
            "milestones": SheetFold(
                "Jalons et suivi",
                names(FOLLOW_UP),
                lambda: [lists.milestones(session), form(FOLLOW_UP)],
            ),
            "money": SheetFold("Moyens et argent", names(MEANS), lambda: [form(MEANS), lists.money(session)]),
            "levers": SheetFold("Effet sur l’empreinte", (), lambda: [lists.LeversList(session)]),
        }

    def _make_links(self) -> Sequence[Part]:
        made = LinksPart(self._session)
        made.opened.connect(self.opened)
        return [made]
