"""The page « Préparer le bilan »: six screens in order, left and taken up again at any time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.monitoring import cycle as annual
from nrdesk.core.monitoring.cycle import SCREENS, Cycle, CycleStep
from nrdesk.ui import errors, theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.annual.actions_screen import ActionsScreen
from nrdesk.ui.annual.comments_screen import CommentsScreen
from nrdesk.ui.annual.compare_screen import CompareScreen
from nrdesk.ui.annual.compliance_screen import ComplianceScreen
from nrdesk.ui.annual.inventory_screen import InventoryScreen
from nrdesk.ui.annual.readings_screen import ReadingsScreen
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records.record_list import Line, RecordList, line_height
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explained_page import ExplainedPage
from nrdesk.ui.widgets.layout import column

_MAKE: Mapping[str, Callable[[Session], Screen]] = {
    "inventory": InventoryScreen,
    "readings": ReadingsScreen,
    "actions": ActionsScreen,
    "compliance": ComplianceScreen,
    "comments": CommentsScreen,
    "compare": CompareScreen,
}
_ROOM = 780
"""Width from which the list of screens stands beside the screen, in pixels for normal text."""

_UNBOUND = 16_777_215
"""Qt's own limit of the height of a widget."""


class AnnualPage(ExplainedPage):
    """Préparer le bilan de l’année."""

    def __init__(self, session: Session) -> None:
        super().__init__(f"Préparer le bilan {session.campaign.year}", "")
        self._session = session
        self._cycle: Cycle | None = None
        self._screens: dict[str, Screen] = {}
        self._shown = ""
        self._filling = False
        self.list = RecordList("Les six écrans du bilan")
        self.list.setAccessibleDescription("Flèches pour changer d’écran")
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._place)
        side = column(self.list)
        # The list is as tall as its lines, however tall the screen beside it.
        cast(QVBoxLayout, side.layout()).addStretch(1)
        self.add(Beside((side, 2), (holder, 7), room=_ROOM))
        self.add_stretch()
        self.back = button("Précédent", "chevron-left", on_click=self.show_previous)
        self.later = button("Écran suivant", on_click=self.show_next)
        self.verify = button("C’est vérifié", "check", "primary", self.verify_screen)
        self.set_footer(self.back, 1, self.later, self.verify)
        self.list.chosen.connect(self._choose)

    @property
    def screen_shown(self) -> Screen:
        """The screen that is shown."""
        return self._screens[self._shown]

    def refresh(self) -> None:
        """Show what the document holds; the first time, the screen where the work stopped."""
        session = self._session
        try:
            self._cycle = now = annual.state(
                session.document, session.campaign, dt.date.today(), assessment=session.assessment()
            )
        except UserError as error:
            self.set_subtitle(str(error))
            return
        self.title_label.setText(f"Préparer le bilan {session.campaign.year}")
        self.set_subtitle(now.sentence)
        wanted = self._shown or (now.steps[-1].key if now.closed else now.current.key)
        # The list chooses its first line when it is filled: that is nobody's choice.
        self._filling = True
        self.list.show_lines([_line(rank, step) for rank, step in enumerate(now.steps, 1)])
        self.list.select(wanted)
        self._filling = False
        self._show(wanted)

    def place(self) -> None:
        # Above the screen rather than beside it, the list leaves it the room: two lines, that scroll.
        above = self.room < theme.px(_ROOM)
        self.list.setMaximumHeight(2 * line_height(self.list) + theme.px(8) if above else _UNBOUND)

    def reveal(self, field: str) -> None:
        """Show the screen of a key (see `cycle.SCREENS`)."""
        if field in SCREENS:
            self.list.select(field)
            self.list.setFocus()

    def show_previous(self) -> None:
        """Show the screen before."""
        self._move(-1)

    def show_next(self) -> None:
        """Show the screen after."""
        self._move(1)

    def verify_screen(self) -> None:
        """Note that the screen was looked at and go on, or that it must be again; on the last one, close."""
        if self._cycle is None:
            return
        screen = self.screen_shown
        screen.save()
        if isinstance(screen, CompareScreen):
            screen.close_bilan()
            return
        step = self._step
        try:
            annual.check(self._session.document, self._cycle.campaign, step.key, checked=not step.checked)
        except UserError as error:
            errors.show_error(self, error)
            return
        if not step.checked:
            announce(self, f"{step.title}\u00a0: vérifié")
            self.show_next()

    @property
    def _step(self) -> CycleStep:
        assert self._cycle is not None
        return next(step for step in self._cycle.steps if step.key == self._shown)

    def _move(self, by: int) -> None:
        keys = list(SCREENS)
        place = keys.index(self._shown) + by
        if 0 <= place < len(keys):
            self.list.select(keys[place])

    def _choose(self, key: str | None) -> None:
        if key and key != self._shown and not self._filling:
            if self._shown:
                self.screen_shown.save()
            self._show(key)

    def _show(self, key: str) -> None:
        assert self._cycle is not None
        screen = self._screen(key)
        self._shown = key
        for each in self._screens.values():
            each.setVisible(each is screen)
        screen.show_cycle(self._cycle)
        self._tell_footer()

    def _screen(self, key: str) -> Screen:
        if key not in self._screens:
            made = _MAKE[key](self._session)
            made.go.connect(self.go)
            made.explained.connect(self.explain)
            self._screens[key] = made
            self._place.addWidget(made)
        return self._screens[key]

    def _tell_footer(self) -> None:
        assert self._cycle is not None
        step, keys = self._step, list(SCREENS)
        last = step.key == keys[-1]
        locked = self._cycle.closed or bool(self._cycle.barrier)
        self.back.setEnabled(step.key != keys[0])
        self.later.setEnabled(not last)
        self.verify.setHidden(locked)
        self.verify.setEnabled(self._cycle.ready if last else True)
        said = "À revoir" if step.checked else "C’est vérifié"
        self.verify.setText("Clore le bilan et figer" if last else said)


def _line(rank: int, step: CycleStep) -> Line:
    points = count(len(step.missing), "point à voir", "points à voir") if step.missing else ""
    state = "vérifié" if step.checked else ""
    return Line(step.key, f"{rank}. {step.title}", " · ".join(filter(None, (state, points))))
