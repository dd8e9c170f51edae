"""Which actions of the plan are shown: words, state, responsible, objective or axis."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nrdesk.core.formatting import count
from nrdesk.core.model import Action, ActionStatus, Axis
from nrdesk.ui import theme
from nrdesk.ui.inventory.order import fold
from nrdesk.ui.records.editors import ChoiceEditor
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.flow import FlowLayout

_TYPING_MS = 120


class State(StrEnum):
    """What an action is besides its status."""

    BLOCKED = "blocked"
    LATE = "late"
    UNDATED = "undated"
    ORPHAN = "orphan"


_STATES = {
    "": "Tous les états",
    **{status.value: status.label.capitalize() for status in ActionStatus},
    State.BLOCKED: "Bloquées",
    State.LATE: "En retard",
    State.UNDATED: "Sans date de début",
    State.ORPHAN: "Sans responsable",
}
_SEARCHED = ("title", "description", "owner", "service", "partners", "expected", "indicator", "comment")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters ask for; the empty text asks for nothing."""

    words: str = ""
    state: str = ""
    owner: str = ""
    theme: str = ""
    """Identifier of an objective, or value of an axis."""

    def __bool__(self) -> bool:
        return self != Wanted()

    def keeps(self, action: Action, late: Collection[str]) -> bool:
        """Return whether an action is shown; `late` are the identifiers of those that are late."""
        return (
            (not self.owner or action.owner == self.owner)
            and (not self.theme or self.theme in (action.objective_id, action.axis.value))
            and self._has_state(action, late)
            and self._has_words(action)
        )

    def _has_words(self, action: Action) -> bool:
        if not self.words:
            return True
        told = fold(" ".join(str(getattr(action, name)) for name in _SEARCHED))
        return all(word in told for word in fold(self.words).split())

    def _has_state(self, action: Action, late: Collection[str]) -> bool:
        match self.state:
            case "":
                return True
            case State.BLOCKED:
                return action.blocked
            case State.LATE:
                return action.id in late
            case State.UNDATED:
                return not action.starts
            case State.ORPHAN:
                return not action.owner
        return action.status.value == self.state


class PlanFilters(QWidget):
    """A line of boxes over the views of the plan; every view shows the same actions."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText("Chercher…")
        self.words.setAccessibleName("Chercher dans le plan")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.px(170))
        self.state = _box("État des actions", 14)
        self.owner = _box("Responsable des actions", 18)
        self.theme = _box("Objectif ou axe des actions", 18)
        self.state.set_choices(_STATES)
        self.clear_button = button("Tout montrer", kind="link", on_click=self.clear)
        self.count = text.muted("", wrap=False)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._soon.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._soon.start())
        for box in (self.state, self.owner, self.theme):
            box.currentIndexChanged.connect(lambda _: self._soon.start(0))

    def _lay_out(self) -> None:
        line = FlowLayout()
        self.setLayout(line)
        for each in (self.words, self.state, self.owner, self.theme, self.clear_button, self.count):
            line.addWidget(each)

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        return Wanted(self.words.text().strip(), self.state.typed(), self.owner.typed(), self.theme.typed())

    def offer(self, actions: Sequence[Action], objectives: Mapping[str, str]) -> None:
        """Offer the people and the objectives of the document; a choice that is gone is taken back."""
        owners = sorted({action.owner for action in actions if action.owner}, key=fold)
        _offer(self.owner, {"": "Tous les responsables", **{owner: owner for owner in owners}})
        axes = {axis.value: axis.label for axis in Axis if any(each.axis is axis for each in actions)}
        _offer(self.theme, {"": "Tous les objectifs", **objectives, **axes})

    def tell(self, shown: int, total: int) -> None:
        """Say how many actions the filters keep."""
        self.clear_button.setVisible(bool(self.wanted))
        self.count.setText(
            count(total, "action") if shown == total else f"{shown} sur {count(total, 'action')}"
        )

    def clear(self) -> None:
        """Show every action."""
        self.words.clear()
        for box in (self.state, self.owner, self.theme):
            box.setCurrentIndex(0)
        self._soon.start(0)
        self.words.setFocus()

    def show_state(self, state: str) -> None:
        """Ask for a state only: a `State`, or the value of a status."""
        self.words.clear()
        self.owner.setCurrentIndex(0)
        self.theme.setCurrentIndex(0)
        self.state.show_text(state)


def _box(name: str, length: int) -> ChoiceEditor:
    made = ChoiceEditor()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(length)
    return made


def _offer(box: ChoiceEditor, choices: Mapping[str, str]) -> None:
    if box.choices != dict(choices):
        kept = box.typed()
        box.blockSignals(True)
        box.set_choices(choices)
        box.setCurrentIndex(max(box.findData(kept), 0))
        box.blockSignals(False)
