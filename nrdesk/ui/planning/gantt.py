"""The calendar of the plan: one bar per action, dragged or moved with the keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.model import Action
from nrdesk.core.written.words import quoted
from nrdesk.ui import errors
from nrdesk.ui.accessibility import announce
from nrdesk.ui.planning import gantt_moves as moves
from nrdesk.ui.planning import gantt_rows
from nrdesk.ui.planning.gantt_calendar import GanttCalendar
from nrdesk.ui.planning.gantt_edits import PlanEdits
from nrdesk.ui.planning.gantt_list import RowsModel, row_menu
from nrdesk.ui.planning.gantt_moves import Grip
from nrdesk.ui.planning.gantt_rows import Row
from nrdesk.ui.planning.gantt_scale import Zoom
from nrdesk.ui.planning.gantt_tools import GanttTools, Legend
from nrdesk.ui.session import Session
from nrdesk.ui.undoing import say_undoable
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.layout import column
from nrdesk.ui.widgets.messages import say

_KEYS = (
    "Au clavier : Gauche et Droite déplacent l’action, avec Maj sa fin, avec Ctrl son début ; "
    "Entrée ouvre sa fiche."
)


class GanttView(QWidget):
    """The actions on a calendar: titles, bars, and what the current one is and waits for."""

    opened = Signal(str)
    """The form of an action is asked for, by its identifier."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._edits = session, PlanEdits(session)
        self._only: frozenset[str] | None = None
        self._read_on: dt.date | None = None
        """Day that what is shown was read on, None when something changed since."""
        session.changed.connect(self._forget)
        self._linking = ""
        """Identifier of the action that is to wait for the one being looked for."""
        self._model = RowsModel()
        self._calendar = GanttCalendar(self._model)
        self.titles, self.area = self._calendar.titles, self._calendar.area
        self.tools = GanttTools(session)
        self.tools.zoomed.connect(self.set_zoom)
        self.tools.today_asked.connect(self._calendar.show_today)
        self.tools.link_asked.connect(self._begin_link)
        self.tools.sort_asked.connect(self.sort)
        self.detail = text.body("")
        # The calendar does not jump when one action has more to say than another.
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing() + 2)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty = text.muted(
            "Aucune action à montrer. Ajoutez-en dans le tableau, ou prenez-en parmi les propositions."
        )
        self._wire()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.tools)
        layout.addWidget(self._calendar, 1)
        layout.addWidget(self.detail)
        self._legend = column(Legend(), text.muted(_KEYS), gap=4)
        layout.addWidget(self._legend)
        layout.addWidget(self._empty)
        layout.addStretch(0)

    @property
    def rows(self) -> list[Row]:
        """What is shown, from top to bottom."""
        return list(self._model.rows)

    def show_only(self, actions: Collection[str] | None) -> None:
        """Show only these actions, by identifier, from the next `refresh` on; all of them when None."""
        only = None if actions is None else frozenset(actions)
        if only != self._only:
            self._only = only
            self._forget()

    def refresh(self) -> None:
        """Show what the document holds; rows stay where they are until they are sorted again."""
        today = dt.date.today()
        if self._read_on == today:
            return
        self._read_on = today
        rows = gantt_rows.read(self._session.document, today, self._only)
        first_time = not self._model.rows
        if not first_time:
            rows = gantt_rows.in_known_order(rows, [row.id for row in self._model.rows])
        current = self._current_id
        self._model.show_rows(rows)
        self.area.locked = self._session.document.read_only
        self._calendar.show_rows(rows, today)
        for piece in (self.tools, self._calendar, self.detail, self._legend):
            piece.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._settle(current)
        if first_time and rows:
            self._calendar.show_today()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A proxy would have Tab pass over the buttons above.
        self.titles.setFocus(event.reason())

    def _forget(self) -> None:
        self._read_on = None

    def sort(self) -> None:
        """Put those that start first at the top again."""
        current = self._current_id
        self._model.show_rows(())
        self._forget()
        self.refresh()
        self._settle(current)

    def _settle(self, action_id: str) -> None:
        """Make an action the current one, or the first one when it is gone."""
        found = self._rank(action_id) if action_id else -1
        first = next((rank for rank, row in enumerate(self._model.rows) if row.id), -1)
        self.titles.select(found if found >= 0 else first)
        self._tell()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show more or less of the calendar, the same day in the middle."""
        self._calendar.set_zoom(zoom)

    def select(self, action_id: str) -> None:
        """Make an action the current one; unknown ones are ignored."""
        if (rank := self._rank(action_id)) >= 0:
            self.titles.select(rank)

    def _wire(self) -> None:
        self.titles.came.connect(self._come)
        self.titles.stepped.connect(self._step)
        self.titles.opened.connect(self._enter)
        self.titles.link_asked.connect(self._begin_link)
        self.titles.cancelled.connect(self._cancel)
        self.titles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.titles.customContextMenuRequested.connect(
            lambda place: self._ask_menu(self.titles.current, self.titles.viewport().mapToGlobal(place))
        )
        self.area.chosen.connect(self._press)
        self.area.opened.connect(lambda _: self._open())
        self.area.dragged.connect(
            lambda rank, grip, units: self._move(rank, grip, self._calendar.zoom.snap, units)
        )
        self.area.placed.connect(self._place)
        self.area.linked.connect(lambda first, second: self._link(self._id(second), self._id(first)))
        self.area.menu_asked.connect(self._ask_menu)

    # What is current, and what is told of it.

    @property
    def _current_id(self) -> str:
        return self._id(self.titles.current)

    def _id(self, rank: int) -> str:
        return self._model.rows[rank].id if 0 <= rank < len(self._model.rows) else ""

    def _rank(self, action_id: str) -> int:
        return next((rank for rank, row in enumerate(self._model.rows) if row.id == action_id), -1)

    def _come(self, rank: int) -> None:
        self.area.set_current(rank)
        if rank >= 0 and (bar := self.area.bar(rank)):
            self.area.bring(bar.left(), bar.right())
        self._tell()

    def _press(self, rank: int) -> None:
        self.titles.blockSignals(True)  # what is under the pointer does not move
        self.titles.select(rank)
        self.titles.blockSignals(False)
        self.titles.setFocus(Qt.FocusReason.MouseFocusReason)
        self.area.set_current(rank)
        self._tell()

    def _tell(self) -> None:
        rank = self.titles.current
        waiting = next((row for row in self._model.rows if row.id == self._linking), None)
        if waiting and self._linking:
            self.detail.setText(
                f"Choisissez l’action dont {quoted(waiting.title)} attendra la fin, puis Entrée. "
                "Échap pour renoncer."
            )
        elif 0 <= rank < len(self._model.rows):
            self.detail.setText(self._model.rows[rank].words)
        undated = sum(
            row.action is not None and not any((row.at.starts, row.at.ends)) for row in self._model.rows
        )
        self.tools.tell(f"{count(undated, 'action')} sans date" if undated else "")
        self.tools.allow_link(bool(self._current_id) and not self.area.locked)

    # What is done.

    def _step(self, grip: Grip, side: int) -> None:
        rank = self.titles.current
        if self.area.locked or not self._id(rank):
            return
        row = self._model.rows[rank]
        if row.at.starts is None and row.at.ends is None:
            self._place(rank, self.area.today.replace(day=1))
        else:
            self._move(rank, grip, self._calendar.zoom.step, side)

    def _move(self, rank: int, grip: Grip, unit: moves.Unit, units: int) -> None:
        row = self._model.rows[rank]
        if row.action:
            at = row.at
            self._write(row.action, moves.moved(grip, row.action, at.starts, at.ends, unit, units))

    def _place(self, rank: int, day: dt.date) -> None:
        action = self._model.rows[rank].action
        if action and not self.area.locked:
            self._write(action, moves.placed(action, day))

    def _write(self, action: Action, changes: dict[str, str]) -> None:
        if not changes or not self._do(partial(self._edits.write, action, changes)):
            return
        self._come(self.titles.current)
        announce(self.titles, self.detail.text())
        if any(action.id in row.at.too_early_for for row in self._model.rows):
            waiting = len(self._edits.behind(action.id))
            told = count(waiting, "action qui l’attend commence", "actions qui l’attendent commencent")
            say(self, f"{told} trop tôt.", "warn", ("Décaler", partial(self.push, action.id)))

    def push(self, action_id: str) -> None:
        """Put off what waits for an action and starts too early."""
        changes = self._edits.behind(action_id)
        if changes and self._do(partial(self._edits.push, changes)):
            told = count(len(changes), "action décalée", "actions décalées")
            say_undoable(
                self, self._session, f"{told}\u00a0: chacune commence quand ce qu’elle attend finit."
            )

    def _enter(self) -> None:
        if self._linking:
            waiting, self._linking = self._linking, ""
            self._link(waiting, self._current_id)
        else:
            self._open()

    def _open(self) -> None:
        if self._current_id:
            self.opened.emit(self._current_id)

    def _begin_link(self) -> None:
        if self._current_id and not self.area.locked:
            self._linking = self._current_id
            self.titles.setFocus()
            self._tell()
            announce(self.titles, self.detail.text())

    def _cancel(self) -> None:
        self._linking = ""
        self.area.let_go()
        self._tell()

    def _link(self, waiting: str, needed: str) -> None:
        told: list[str] = []
        if waiting and needed and self._do(lambda: told.append(self._edits.link(waiting, needed))):
            self.select(waiting)
            say_undoable(self, self._session, told[0])

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something to the document and show what follows; return whether it was done."""
        try:
            act()
        except UserError as error:
            errors.show_error(self, error)
            return False
        finally:
            self.refresh()
        return True

    def _ask_menu(self, rank: int, place: QPoint) -> None:
        menu = self.menu(rank)
        if menu.actions():
            menu.popup(place)

    def menu(self, rank: int) -> QMenu:
        """Return what can be done with a row: open it, link it, cut its links."""
        row = self._model.rows[rank] if self._id(rank) else None
        if row is None:
            return QMenu(self)
        cuts = {need: partial(self._do, partial(self._edits.cut, row.id, need)) for need in row.needs}
        link = None if self.area.locked else self._begin_link
        made = row_menu(self, row, open=self._open, link=link, cuts=cuts)
        if link and self._edits.behind(row.id):
            made.addAction("Décaler ce qui l’attend", partial(self.push, row.id))
        return made
