"""An open document: navigation, top bar, pages, guide."""

from __future__ import annotations

import logging

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nrdesk.core.model import Equipment
from nrdesk.core.steps import progress
from nrdesk.ui import theme
from nrdesk.ui.accessibility import announce
from nrdesk.ui.session import FEW_LINES, Session
from nrdesk.ui.shell import guide, shortcuts
from nrdesk.ui.shell.error_page import ErrorPage
from nrdesk.ui.shell.navigation import Navigation
from nrdesk.ui.shell.palette import Palette
from nrdesk.ui.shell.routes import ROUTES, Route
from nrdesk.ui.shell.searching import PORTFOLIO, Found
from nrdesk.ui.shell.topbar import TopBar
from nrdesk.ui.widgets.messages import MessageBar
from nrdesk.ui.widgets.page import Page

_log = logging.getLogger(__name__)

ROOM_FOR_NAMES = 1000
"""Width from which the navigation shows names, in pixels for normal text."""
ROOM_FOR_SEARCH = 1140
"""Width from which the top bar shows its search beside the name of the collectivité."""
ROOM_FOR_GUIDE = 1240
"""Width from which the guide stands beside the page; below, it takes its place."""
ROOM_FOR_BOTH = 1600
"""Width from which a figure is explained beside the page while the guide stays open."""
_AFTER_TYPING = 60
"""Milliseconds after an edit of the inventory when the rings follow: the cell and the totals come first."""


class Workspace(QWidget):
    """Everything around the pages of one document."""

    close_asked = Signal()
    portfolio_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._routes = {route.key: route for route in ROUTES}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = ""
        self._unfolded = False
        self._progress_due = False
        self._guide_beside_steps, self._guide_beside_others = True, False
        self.navigation = Navigation([route for route in ROUTES if not route.parent])
        self.topbar = TopBar(session)
        self.messages = MessageBar()
        self.guide = guide.GuidePanel()
        self._stack = QStackedWidget()
        self._centre = QWidget()
        self._refresh_soon = QTimer(self, singleShot=True, interval=0)
        self._rings_soon = QTimer(self, singleShot=True, interval=_AFTER_TYPING)
        self._lay_out()
        self._connect()
        self.go("dashboard")
        self._refresh_soon.start()

    def _lay_out(self) -> None:
        centre = QVBoxLayout(self._centre)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(0)
        centre.addWidget(self._stack, 1)
        centre.addWidget(self.messages)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._centre, 1)
        beside.addWidget(self.guide)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addLayout(beside, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.navigation)
        line.addLayout(right, 1)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go)
        self.navigation.unfolded.connect(self._unfold)
        self.topbar.undo_button.clicked.connect(self.undo)
        self.topbar.redo_button.clicked.connect(self.redo)
        self.topbar.campaigns.asked.connect(lambda field: self.go("years", field))
        self.topbar.search_asked.connect(self.search)
        self.topbar.help_asked.connect(self.toggle_guide)
        self.topbar.close_asked.connect(self.close_asked)
        self.guide.closed.connect(self.toggle_guide)
        self.guide.guide_wanted.connect(lambda key: self.go("help", key))
        self._refresh_soon.timeout.connect(self._refresh)
        self._rings_soon.timeout.connect(self.refresh_progress)
        self.session.changed.connect(self._on_change)
        self.session.campaign_changed.connect(self._on_change)
        self.session.law_changed.connect(self._on_change)
        shortcuts.install(self)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._current]

    @property
    def current(self) -> str:
        """Key of the page that is shown."""
        return self._current

    def go(self, key: str, field: str = "") -> None:
        """Show a page, built the first time, and bring a field of it in sight."""
        if key not in self._pages:
            self._build(self._routes[key])
        self._current = key
        self._freshen()
        self._show_page()
        self.navigation.show_current(self._routes[key].parent or key)
        self._place_guide()
        announce(self.page, self.page.accessibleName())
        if self._progress_due:
            self._refresh_soon.start()
        if field:
            self.page.reveal(field)

    def _show_page(self) -> None:
        """Bring the page in front; the focus, when it was in the one before, goes to the page as a whole.

        Qt would otherwise give it to the first stop of Tab of the new page, often a word of the glossary,
        whose bubble then opens over what one came to read.
        """
        before, focused = self._stack.currentWidget(), QApplication.focusWidget()
        leaving = before is not None and focused is not None and before.isAncestorOf(focused)
        if leaving and before is not self.page:
            self._stack.setFocus()
        self._stack.setCurrentWidget(self.page)
        if leaving and before is not self.page:
            self.page.setFocus()

    def close_document(self) -> None:
        """Close the document; nothing is drawn from it any more."""
        self._refresh_soon.stop()
        self._rings_soon.stop()
        self.session.close()

    def search(self) -> None:
        """Open the search."""
        palette = Palette(self.session, self)
        palette.chosen.connect(self._go_to_found)
        palette.open()

    def toggle_guide(self) -> None:
        """Open or close the guide; it stays so for the pages of the same kind."""
        opened = not self.guide.isVisibleTo(self)
        if self._is_step():
            self._guide_beside_steps = opened
        else:
            self._guide_beside_others = opened
        self._place_guide(asked=opened)
        if opened and self.width() < theme.px(ROOM_FOR_BOTH):
            self.page.close_side()
        target: QWidget = self.guide.close_button if opened else self.topbar.help_button
        target.setFocus()

    def undo(self) -> None:
        """Undo the last action and say so."""
        if changed := self.session.undo():
            announce(self, f"Annulé\u00a0: {changed.label}")

    def redo(self) -> None:
        """Redo the last action undone and say so."""
        if changed := self.session.redo():
            announce(self, f"Rétabli\u00a0: {changed.label}")

    def _build(self, route: Route) -> None:
        try:
            page = route.make(self.session)
            page.refresh()
        except Exception as error:
            _log.exception("The page %s could not be built", route.key)
            page = self._error_page(route, error)
        self._set_page(route.key, page)

    def _set_page(self, key: str, page: Page) -> None:
        if old := self._pages.get(key):
            self._stack.removeWidget(old)
            old.deleteLater()
        page.navigate.connect(self.go)
        page.side_opened.connect(self._make_room)
        self._pages[key] = page
        self._stale.discard(key)
        self._stack.addWidget(page)

    def _error_page(self, route: Route, error: Exception) -> Page:
        def retry() -> None:
            self._build(route)
            self.go(route.key)

        return ErrorPage(route.title, error, retry)

    def _on_change(self) -> None:
        self._stale.update(self._pages)
        self._refresh_soon.start()

    def _refresh(self) -> None:
        self.topbar.refresh()
        self._freshen()
        # Typing in the inventory waits for no ring; in a very long one, they wait for another page.
        if self._current != "inventory":
            self.refresh_progress()
        elif self._lines() <= FEW_LINES:
            self._rings_soon.start()
        else:
            self._progress_due = True

    def _lines(self) -> int:
        """Return how many inventory lines the campaign shown has."""
        return self.session.document.count(Equipment, campaign_id=self.session.campaign.id)

    def _freshen(self) -> None:
        """Redraw the page that is shown if something changed since it was drawn."""
        if self._current not in self._stale:
            return
        self._stale.discard(self._current)
        try:
            self.page.refresh()
        except Exception as error:
            _log.exception("The page %s could not be refreshed", self._current)
            self._set_page(self._current, self._error_page(self._routes[self._current], error))
            self._stack.setCurrentWidget(self.page)

    def refresh_progress(self) -> None:
        """Redraw the rings of the steps."""
        self._progress_due = False
        self._rings_soon.stop()
        found = progress(self.session.document, self.session.assessment())
        self.navigation.show_progress({each.step.page: each.share for each in found})

    def _go_to_found(self, found: Found) -> None:
        if found.kind == "mot":
            self._show_guide()
            self.guide.show_term(found.title, found.detail, "")
        elif found.page == PORTFOLIO:
            self.portfolio_asked.emit()
        else:
            self.go(found.page, found.key)

    def _show_guide(self) -> None:
        if not self.guide.isVisibleTo(self):
            self.toggle_guide()

    def _is_step(self) -> bool:
        return bool(self._routes[self._current].number)

    def _place_guide(self, *, asked: bool = False) -> None:
        """Show the guide beside the page where there is room, in its place when it was asked for."""
        room = self.width() >= theme.px(ROOM_FOR_GUIDE)
        wanted = self._guide_beside_steps if self._is_step() else self._guide_beside_others
        shown = (wanted and room) or asked
        self.guide.setVisible(shown)
        self._centre.setVisible(room or not shown)
        if room:
            self.guide.setFixedWidth(theme.px(guide.WIDTH))
        else:
            self.guide.setMinimumWidth(0)
            self.guide.setMaximumWidth(16777215)
        if shown:
            self.guide.show_screen(self._current, self.page.step_number)

    def _make_room(self) -> None:
        """Close the guide where two panels would leave nothing of the page; F1 brings it back."""
        if self.guide.isVisibleTo(self) and not self._is_step() and self.width() < theme.px(ROOM_FOR_BOTH):
            self._guide_beside_others = False
            self._place_guide()

    def _unfold(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._fit()

    def _fit(self) -> None:
        """Adapt to the width: names or marks in the navigation, guide beside the page or not."""
        short = self.width() < theme.px(ROOM_FOR_NAMES)
        self.navigation.set_compact(short and not self._unfolded, foldable=short)
        self.topbar.set_compact(self.width() < theme.px(ROOM_FOR_SEARCH))
        self._place_guide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
