"""The sheet of an action: the essential first, the rest under titles that open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nrdesk.core.fields.plan import ESSENTIAL, FOLLOW_UP, MEANS, PEOPLE, PURPOSE, STATE
from nrdesk.core.formatting import count
from nrdesk.core.model import (
    Action,
    ActionLever,
    BudgetLine,
    Contribution,
    Milestone,
    Person,
)
from nrdesk.core.plan.gaps import gaps
from nrdesk.core.planning import schedule
from nrdesk.ui import theme
from nrdesk.ui.planning import action_form_lists as lists
from nrdesk.ui.planning import action_form_told as told
from nrdesk.ui.planning.action_form_links import LinksPart
from nrdesk.ui.planning.action_form_lists import SheetList
from nrdesk.ui.planning.action_form_parts import ActionForm, SheetFold
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
    effects_wanted = Signal()
    """What the action changes in the footprint is asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.action_id = ""
        self._neighbours: Sequence[str] = ()
        self._essential, self._state = ActionForm(session, ESSENTIAL), ActionForm(session, _BLOCK)
        self._purpose, self._people = ActionForm(session, PURPOSE), ActionForm(session, PEOPLE)
        self._means, self._follow_up = ActionForm(session, MEANS), ActionForm(session, FOLLOW_UP)
        self.links = LinksPart(session)
        self.links.opened.connect(self.opened)
        self.helpers, self.milestones = lists.helpers(session), lists.milestones(session)
        self.money, self.levers = lists.money(session, self._next_money), lists.levers(session)
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
        self._folds = {
            "purpose": SheetFold("Ce qu’elle vise", self._purpose),
            "people": SheetFold("Qui la mène, qui aide", self._people, self.helpers),
            "links": SheetFold("Ce qu’elle attend", self.links),
            "milestones": SheetFold("Jalons et suivi", self.milestones, self._follow_up),
            "money": SheetFold("Moyens et argent", self._means, self.money),
            "levers": SheetFold(
                "Effet sur l’empreinte",
                self.levers,
                button("Voir les effets du plan", kind="link", on_click=self.effects_wanted.emit),
            ),
        }
        for card in (first, *self._folds.values()):
            cards.addWidget(card)
        cards.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
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
        self._offer()
        for form in self._forms:
            form.show_record(action.id)
        for part in (self.helpers, self.milestones, self.money, self.levers):
            part.show_action(action.id)
        self._tell_head(action)
        self._tell_folds(action)
        place = self._neighbours.index(action.id) if action.id in self._neighbours else -1
        self.previous_button.setEnabled(place > 0)
        self.next_button.setEnabled(0 <= place < len(self._neighbours) - 1)

    def save(self) -> None:
        """Save what was typed and not yet left."""
        for part in (*self._forms, *(each.form for each in self._lists)):
            part.save()

    def focus_field(self, name: str = "title") -> bool:
        """Lead to a field of the action, opening what holds it; return whether it is known here."""
        for form, key in (
            (self._essential, ""),
            (self._state, ""),
            (self._purpose, "purpose"),
            (self._people, "people"),
            (self._means, "money"),
            (self._follow_up, "milestones"),
        ):
            if name in form.names:
                return self._open(key) and form.focus_field(name)
        if name in self._folds:
            return self._open(name)
        return False

    @property
    def _forms(self) -> tuple[ActionForm, ...]:
        return (
            self._essential,
            self._state,
            self._purpose,
            self._people,
            self._means,
            self._follow_up,
        )

    @property
    def _lists(self) -> tuple[SheetList, ...]:
        return (self.helpers, self.milestones, self.money, self.levers)

    def _open(self, key: str) -> bool:
        if key:
            self._folds[key].open()
            self._folds[key].fold.header.setFocus()
        return True

    def _go_back(self) -> None:
        self.save()
        self.back_wanted.emit()

    def _step(self, by: int) -> None:
        place = self._neighbours.index(self.action_id) + by
        if 0 <= place < len(self._neighbours):
            self.show_action(self._neighbours[place], self._neighbours)

    def _offer(self) -> None:
        document = self._session.document
        self._essential.offer("objective_id", {"": "", **objective_titles(document)})
        people = told.known_people(document.all(Person), document.all(Action), document.all(Contribution))
        self._essential.suggest("owner", people)
        self.helpers.form.suggest("who", people)

    def _next_money(self) -> Mapping[str, object]:
        """Return the year of a new sum: the one after the last, or that in which the action starts."""
        document = self._session.document
        years = [line.year for line in document.all(BudgetLine, action_id=self.action_id)]
        starts = schedule.span(document.get(Action, self.action_id)).starts
        return {"year": max(years, default=starts.year if starts else self._session.campaign.year)}

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
        self._missing.setText(f"Il manque\u00a0: {missing}.")
        self._missing.setVisible(bool(missing))

    def _tell_folds(self, action: Action) -> None:
        document = self._session.document
        self._folds["links"].tell(self.links.show_action(action.id))
        self._folds["purpose"].tell(f"{action.axis.label} · {action.dimension.label} · {action.reach.label}")
        self._folds["people"].tell(told.people(action, document.all(Contribution, action_id=action.id)))
        stones = document.count(Milestone, action_id=action.id)
        self._folds["milestones"].tell(count(stones, "jalon", "jalons") if stones else "Aucun jalon.")
        lines = document.all(BudgetLine, action_id=action.id)
        self._folds["money"].tell(told.money(action, lines))
        effects = document.count(ActionLever, action_id=action.id)
        self._folds["levers"].tell(
            count(effects, "effet chiffré", "effets chiffrés") if effects else "Aucun effet chiffré."
        )
