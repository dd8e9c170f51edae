"""Sorting the actions in a workshop, on a wall: MoSCoW, then stickers, one action at a time.

The keys are those that a presenter has at hand: 1 to 4 say how much the room wants the action, + and - give
and take a sticker, the arrows go to another action, R shows the four heaps. Every answer is written at once,
and undone like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Action, Moscow, Objective
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.accessibility import announce
from nrdesk.ui.planning.grid_model import UNNAMED
from nrdesk.ui.session import Session
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import clear
from nrdesk.ui.widgets.projected import ProjectedWindow

_K = Qt.Key
RANKS = (Moscow.MUST, Moscow.SHOULD, Moscow.COULD, Moscow.WONT)
"""The four heaps, by their keys 1 to 4."""
_DIGITS = {
    _K.Key_1: 0,
    _K.Key_2: 1,
    _K.Key_3: 2,
    _K.Key_4: 3,
    # The row of figures of a French keyboard, without Shift.
    _K.Key_Ampersand: 0,
    _K.Key_Eacute: 1,
    _K.Key_QuoteDbl: 2,
    _K.Key_Apostrophe: 3,
}
_HINT = (
    "1 à 4\u00a0: ranger   ·   + et −\u00a0: gommettes   ·   ← →   ·   R\u00a0: résultat   ·   "
    "Échap\u00a0: quitter"
)
_HINT_END = "R\u00a0: revenir aux actions   ·   Échap\u00a0: quitter"
_MOST_SHOWN = 7
"""Actions of a heap that a wall can show."""


class WorkshopWindow(ProjectedWindow):
    """A window for the wall."""

    def __init__(self, session: Session, action_ids: Sequence[str], parent: QWidget) -> None:
        """Make the window; it does not outlive `parent`.

        Args:
            session: the open document, which is written at each answer.
            action_ids: the actions to sort, in order; at least one.
            parent: the page of the plan.
        """
        super().__init__("Atelier\u00a0: trier les actions", parent)
        self._session, self._ids = session, list(action_ids)
        self._place, self._shows_result = 0, False
        self._top, self._hint = _label("", "small"), _label(_HINT, "small")
        self._ranks = [
            self._button(f"{key}.  {rank.label}", partial(self.put_in, rank), "team")
            for key, rank in enumerate(RANKS, 1)
        ]
        self._less = self._button("−", partial(self.vote, -1), "team")
        self._less.setAccessibleName("Retirer une gommette")
        self._more = self._button("+", partial(self.vote, 1), "team")
        self._more.setAccessibleName("Ajouter une gommette")
        self._votes = _label("", "team")
        self._votes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._result = self._button("Résultat", self.toggle_result)
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._top, 1)
        back, forward = (
            self._button("←", partial(self.move_by, -1)),
            self._button("→", partial(self.move_by, 1)),
        )
        back.setAccessibleName("Action précédente")
        forward.setAccessibleName("Action suivante")
        for each in (back, forward, self._result, self._button("Quitter", self.close)):
            head.addWidget(each)
        self._answers = QWidget()
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        for each in self._ranks:
            answers.addWidget(each, 1)
        for widget in (self._less, self._votes, self._more):
            answers.addWidget(widget)
        self.stack(head, self._answers, self._hint)

    @property
    def action(self) -> Action:
        """The action on the wall."""
        return self._session.document.get(Action, self._ids[self._place])

    def put_in(self, rank: Moscow) -> None:
        """Put the action in a heap, or take it out of the one it is in."""
        action = self.action
        wanted = Moscow.UNSAID if action.moscow is rank else rank
        self._write(f"Ranger {quoted(action.title)}", moscow=wanted)

    def vote(self, stickers: int) -> None:
        """Give stickers to the action, or take some back."""
        action = self.action
        self._write(f"Gommettes de {quoted(action.title)}", votes=max(0, action.votes + stickers))

    def move_by(self, step: int) -> None:
        """Show another action; the first comes after the last."""
        self._shows_result = False
        self._place = (self._place + step) % len(self._ids)
        self._show()

    def toggle_result(self) -> None:
        """Show the four heaps, or the action again."""
        self._shows_result = not self._shows_result
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _K(event.key())
        if key in _DIGITS and not self._shows_result:
            self.put_in(RANKS[_DIGITS[key]])
        elif key in (_K.Key_Plus, _K.Key_Equal) and not self._shows_result:
            self.vote(1)
        elif key in (_K.Key_Minus, _K.Key_Underscore, _K.Key_6) and not self._shows_result:
            self.vote(-1)
        elif key in (_K.Key_Right, _K.Key_PageDown, _K.Key_Down, _K.Key_Space, _K.Key_Return, _K.Key_Enter):
            self.move_by(1)
        elif key in (_K.Key_Left, _K.Key_PageUp, _K.Key_Up):
            self.move_by(-1)
        elif key == _K.Key_R:
            self.toggle_result()
        elif key == _K.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _write(self, label: str, **changes: object) -> None:
        try:
            with self._session.act(label) as tx:
                tx.update(Action, self.action.id, **changes)
        except UserError as error:
            errors.show_error(self, error)
        self._show()

    def _show(self) -> None:
        clear(self._middle)
        self._answers.setHidden(self._shows_result)
        self._result.setText("Revenir aux actions" if self._shows_result else "Résultat")
        self._hint.setText(_HINT_END if self._shows_result else _HINT)
        if self._shows_result:
            self._show_result()
        else:
            self._show_action(self.action)

    def _show_action(self, action: Action) -> None:
        self._top.setText(f"Action {self._place + 1} sur {len(self._ids)} · {action.axis.label}")
        title = _label(action.title or UNNAMED, "question")
        self._middle.addStretch(1)
        self._middle.addWidget(title)
        for words in self._about(action):
            self._middle.addWidget(_label(words, "explanation"))
        self._middle.addStretch(2)
        for button, rank, key in zip(self._ranks, RANKS, range(1, 5), strict=True):
            chosen = action.moscow is rank
            # The mark doubles the colour.
            button.setText(f"{key}.  {rank.label}{'  ✓' if chosen else ''}")
            button.setProperty("state", "point" if chosen else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self._votes.setText(count(action.votes, "gommette"))
        self._less.setEnabled(action.votes > 0)
        said = action.moscow.label or "pas encore rangée"
        announce(self, f"{action.title}. {said}, {count(action.votes, 'gommette')}.")

    def _about(self, action: Action) -> list[str]:
        """Return what helps the room to judge: the objective, what it consists of, what is expected."""
        objective = (
            self._session.document.get(Objective, action.objective_id).title if action.objective_id else ""
        )
        first = f"Objectif\u00a0: {objective}" if objective else ""
        return [words for words in (first, action.description or action.expected) if words]

    def _show_result(self) -> None:
        self._top.setText(f"Résultat · {count(len(self._ids), 'action')}")
        actions = self._session.document.many(Action, self._ids)
        grid = QGridLayout()
        grid.setSpacing(max(8, self.height() // 50))
        for place, rank in enumerate(RANKS):
            heap = sorted((a for a in actions if a.moscow is rank), key=lambda a: -a.votes)
            grid.addWidget(_label(f"{rank.label.capitalize()} ({len(heap)})", "explanation"), 0, place)
            grid.addWidget(_heap(heap), 1, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(1, 1)
        self._middle.addLayout(grid, 1)
        unsaid = sum(action.moscow is Moscow.UNSAID for action in actions)
        if unsaid:
            words = count(unsaid, "action reste", "actions restent")
            self._middle.addWidget(_label(f"{words} à ranger.", "small"))
        announce(self, f"{count(len(actions) - unsaid, 'action rangée', 'actions rangées')}.")

    def _button(self, words: str, on_click: Callable[[], object], role: str = "small") -> QPushButton:
        made = QPushButton(words)
        made.setProperty("projected", role)
        # The keys are those of the window: no button ever takes Space for itself.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: on_click())
        return made


def _heap(actions: Sequence[Action]) -> QLabel:
    """Return a heap: its actions, those with most stickers first."""
    lines = [
        f"{action.title or UNNAMED}{f' ({action.votes})' if action.votes else ''}"
        for action in actions[:_MOST_SHOWN]
    ]
    if len(actions) > _MOST_SHOWN:
        lines.append(f"et {count(len(actions) - _MOST_SHOWN, 'autre')}")
    made = _label("\n".join(f"• {line}" for line in lines) or "—", "team")
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


def _label(words: str, role: str) -> QLabel:
    made = QLabel(text.tied(words))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("projected", role)
    return made
