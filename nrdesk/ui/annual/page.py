"""The page « Préparer le bilan »: six screens in order, left and taken up again at any time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nrdesk.core.errors import UserError
from nrdesk.core.formatting import count
from nrdesk.core.monitoring import cycle as annual
from nrdesk.core.monitoring.cycle import SCREENS, Cycle, CycleStep
from nrdesk.ui import errors
from nrdesk.ui.accessibility import announce
from nrdesk.ui.annual.actions_screen import ActionsScreen
from nrdesk.ui.annual.comments_screen import CommentsScreen
from nrdesk.ui.annual.compare_screen import CompareScreen
from nrdesk.ui.annual.compliance_screen import ComplianceScreen
from nrdesk.ui.annual.inventory_screen import InventoryScreen
from nrdesk.ui.annual.readings_screen import ReadingsScreen
from nrdesk.ui.annual.screen import Screen
from nrdesk.ui.records.record_list import Line, RecordList
from nrdesk.ui.session import Session
from nrdesk.ui.widgets.beside import Beside
from nrdesk.ui.widgets.buttons import button
from nrdesk.ui.widgets.explained_page import ExplainedPage

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


class AnnualPage(ExplainedPage):
    """Préparer le bilan de l’année."""

    def __init__(self, session: Session) -> None:
        super().__init__(f"Préparer le bilan {session.campaign.year}", "")
        self._session = session
        self._cycle: Cycle | None = None
        self._screens: dict[str, Screen] = {}
        self._shown = ""
        self.list = RecordList("Les six écrans du bilan")
        self.list.setAccessibleDescription("Flèches pour changer d’écran")
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._place)
        self.add(Beside((self.list, 2), (holder, 7), room=_ROOM))
        self.add_stretch()
        self.back = button("Précédent", "chevron-left", on_click=self.show_previous)
        self.later = button("Écran suivant", on_click=self.show_next)
        self.verify = button("C’est vérifié", "check", "primary", self.toggle_checked)
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
        self.list.blockSignals(True)
        self.list.show_lines([_line(rank, step) for rank, step in enumerate(now.steps, 1)])
        self.list.select(self._shown or (now.steps[-1].key if now.closed else now.current.key))
        self.list.blockSignals(False)
        self._show(self.list.current_id or now.current.key)

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

    def toggle_checked(self) -> None:
        """Note that the screen was looked at and go on, or that it must be looked at again."""
        if self._cycle is None:
            return
        self.screen_shown.save()
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
        if key and key != self._shown:
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
            if isinstance(made, CompareScreen):
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
        self.verify.setHidden(last or locked)
        self.verify.setText("À revoir" if step.checked else "C’est vérifié")


def _line(rank: int, step: CycleStep) -> Line:
    points = count(len(step.missing), "point à voir", "points à voir") if step.missing else ""
    state = "vérifié" if step.checked else ""
    return Line(step.key, f"{rank}. {step.title}", " · ".join(filter(None, (state, points))))
