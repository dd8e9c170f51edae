"""The board of the plan: actions in columns, after where they stand."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.model import Action, ActionStatus, Milestone
from nrdesk.core.plan import editing
from nrdesk.core.planning import schedule
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.planning.board_block import BlockDialog
from nrdesk.ui.planning.board_cards import Card, CardList
from nrdesk.ui.planning.board_columns import BoardColumns
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.fold import Fold

COLUMNS = (ActionStatus.TO_START, ActionStatus.UNDER_WAY, ActionStatus.DONE)
"""The statuses that have a column, from left to right; what is dropped is folded under them."""
_VERBS = {
    ActionStatus.TO_START: "Remettre à lancer",
    ActionStatus.UNDER_WAY: "Mettre en cours",
    ActionStatus.DONE: "Terminer",
    ActionStatus.DROPPED: "Abandonner",
}
_TOLD = {
    ActionStatus.TO_START: "est à lancer",
    ActionStatus.UNDER_WAY: "est en cours",
    ActionStatus.DONE: "est terminée",
    ActionStatus.DROPPED: "est abandonnée",
}
_KEYS = (
    "Glissez une carte d’une colonne à l’autre. Au clavier : Ctrl+Droite et Ctrl+Gauche changent l’action de "
    "colonne, Ctrl+B la dit bloquée ou débloquée, Entrée ouvre sa fiche."
)


class BoardView(QWidget):
    """The actions in columns."""

    opened = Signal(str)
    """The form of an action is asked for, by its identifier."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._only: frozenset[str] | None = None
        self.lists = {status: self._make_list(status) for status in ActionStatus}
        self._heads: dict[ActionStatus, QLabel] = {status: text.strong("") for status in COLUMNS}
        self._dropped = Fold(ActionStatus.DROPPED.label.capitalize(), opened=False)
        self._dropped.add(self.lists[ActionStatus.DROPPED])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(BoardColumns(*(self._make_column(status) for status in COLUMNS)), 1)
        layout.addWidget(self._dropped)
        layout.addWidget(text.muted(_KEYS))

    def show_only(self, actions: Collection[str] | None) -> None:
        """Show only these actions, by identifier, from the next `refresh` on; all of them when None."""
        self._only = None if actions is None else frozenset(actions)

    def refresh(self) -> None:
        """Show what the document holds."""
        columns = self._cards()
        for status, cards in self.lists.items():
            cards.locked = self._session.document.read_only
            cards.show_cards(columns[status])
        for status, head in self._heads.items():
            blocked = sum(card.action.blocked for card in columns[status])
            told = f", dont {blocked} bloquée{'s' if blocked > 1 else ''}" if blocked else ""
            head.setText(f"{status.label.capitalize()} ({len(columns[status])}{told})")
        dropped = len(columns[ActionStatus.DROPPED])
        self._dropped.header.setText(f"{ActionStatus.DROPPED.label.capitalize()} ({dropped})")
        self._dropped.setVisible(bool(dropped))

    def focusInEvent(self, event: QFocusEvent) -> None:
        filled = [self.lists[status] for status in COLUMNS if self.lists[status].cards]
        (filled or [self.lists[COLUMNS[0]]])[0].setFocus(event.reason())

    def select(self, action_id: str) -> None:
        """Make the card of an action the current one and give it the focus; unknown ones are ignored."""
        for cards in self.lists.values():
            if cards.select(action_id):
                self._dropped.header.setChecked(
                    cards.status is ActionStatus.DROPPED or self._dropped.header.isChecked()
                )
                cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_status(self, action_id: str, status: ActionStatus) -> None:
        """Move an action to a column."""
        action = self._session.document.get(Action, action_id)
        if action.status is not status and not self._session.document.read_only:
            move = partial(editing.set_status, self._session.document, action, status)
            self._do(move, action, _TOLD[status])

    def ask_block(self, action_id: str) -> None:
        """Ask why an action is blocked; say that one which was blocked no longer is."""
        action = self._session.document.get(Action, action_id)
        if self._session.document.read_only or action.status in schedule.OVER:
            return
        if action.blocked:
            free = partial(editing.set_status, self._session.document, action, action.status, blocked=False)
            self._do(free, action, "est débloquée")
            return
        dialog = BlockDialog(self, action.title, action.blocked_reason)
        if dialog.exec():
            block = partial(
                editing.set_status,
                self._session.document,
                action,
                action.status,
                blocked=True,
                reason=dialog.reason,
            )
            self._do(block, action, "est bloquée")

    def menu(self, action_id: str) -> QMenu:
        """Return what can be done with an action."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Ouvrir la fiche\tEntrée", partial(self.opened.emit, action_id))
        action = self._session.document.get(Action, action_id)
        if self._session.document.read_only:
            return menu
        menu.addSeparator()
        for status, verb in _VERBS.items():
            if status is not action.status:
                menu.addAction(verb, partial(self.set_status, action_id, status))
        if action.status not in schedule.OVER:
            menu.addSeparator()
            verb = "Débloquer" if action.blocked else "Dire bloquée…"
            menu.addAction(f"{verb}\tCtrl+B", partial(self.ask_block, action_id))
        return menu

    def _make_list(self, status: ActionStatus) -> CardList:
        made = CardList(status)
        made.opened.connect(self.opened)
        made.dropped.connect(lambda action_id: self.set_status(action_id, status))
        made.pushed.connect(self._push)
        made.left.connect(partial(self._leave, status))
        made.block_asked.connect(self.ask_block)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(partial(self._ask_menu, made))
        return made

    def _make_column(self, status: ActionStatus) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heads[status])
        column.addWidget(self.lists[status], 1)
        return made

    def _cards(self) -> dict[ActionStatus, list[Card]]:
        """Return the cards of each column: the first priority first, then what ends first."""
        document, today = self._session.document, dt.date.today()
        milestones = defaultdict(list)
        for each in document.all(Milestone):
            milestones[each.action_id].append(each)
        columns: dict[ActionStatus, list[Card]] = {status: [] for status in ActionStatus}
        for action in document.all(Action):
            if self._only is None or action.id in self._only:
                late = schedule.lateness(action, milestones[action.id], today)
                columns[action.status].append(Card(action, late))
        for cards in columns.values():
            cards.sort(key=_order)
        return columns

    def _push(self, action_id: str, side: int) -> None:
        """Move an action one column aside; beyond the last one, it stays."""
        action = self._session.document.get(Action, action_id)
        order = (*COLUMNS, ActionStatus.DROPPED)
        place = order.index(action.status) + side
        if 0 <= place < len(order):
            self.set_status(action_id, order[place])

    def _leave(self, status: ActionStatus, side: int) -> None:
        """Give the focus to the next column that holds something."""
        order = [each for each in (*COLUMNS, ActionStatus.DROPPED) if self.lists[each].isVisible()]
        place = order.index(status) + side
        while 0 <= place < len(order):
            if self.lists[order[place]].cards:
                self.lists[order[place]].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            place += side

    def _do(self, act: Callable[[], object], action: Action, told: str) -> None:
        """Do something to an action, follow it, and say so with a way back."""
        try:
            act()
        except UserError as error:
            errors.show_error(self, error)
            return
        self.refresh()
        self.select(action.id)
        say_undoable(self, self._session, f"{quoted(action.title)} {told}.")

    def _ask_menu(self, cards: CardList, place: QPoint) -> None:
        if card := cards.current:
            self.menu(card.action.id).popup(cards.viewport().mapToGlobal(place))


def _order(card: Card) -> tuple[int, dt.date, int, str]:
    ends = schedule.span(card.action).ends or dt.date.max
    return card.action.priority or 9, ends, card.action.rank, card.title
